public import Regulation
public import Submissions

extension Tasuki {
    /// Opens a track beside the decision of a jurisdiction, such as a change, reimbursement or a safety notice.
    ///
    /// A second request with the same key opens nothing and is answered as the first one was.
    ///
    /// - Returns: The acceptance with the name of the case that was opened.
    public func openTrack(
        _ track: RouteName,
        of code: JurisdictionCode,
        in name: SubmissionName,
        by actor: Actor,
        on date: PartialDate? = nil,
        expecting version: Int? = nil,
        key: String? = nil
    ) async throws -> Acceptance {
        let request = ActionRequest(
            submission: name,
            name: .track(track, of: code, number: 1),
            action: "openTrack",
            actor: actor,
            occurredOn: date,
            expectedVersion: version,
            key: key
        )
        return try await writing { transaction in
            try ActorCheck.check(actor)
            if let key = request.idempotencyKey, let kept = try transaction.answer(to: key) {
                guard kept.request == request.digest else { throw EngineError.keyReused(key.key) }
                return Result<Acceptance, Refusal>.success(kept.acceptance)
            }
            let refused = RefusedAttempt.refusal(name, "track/\(code)/\(track)", actor)
            return try self.accepting(refused, in: transaction) { transaction in
                try self.fireDue(on: name, in: transaction)
                let before = try self.loaded(name, in: transaction).cases.map(\.name)
                let acceptance = try self.run(
                    .openTrack(track, code),
                    on: name,
                    by: actor,
                    at: date,
                    expecting: version,
                    in: transaction
                )
                let opened = try self.loaded(name, in: transaction).cases.first { !before.contains($0.name) }
                let answer = Acceptance(
                    submission: name,
                    name: opened?.name,
                    version: opened?.version ?? acceptance.version,
                    events: acceptance.events
                )
                if let key = request.idempotencyKey {
                    try transaction.keep(KeptAnswer(request: request.digest, acceptance: answer), to: key)
                }
                return answer
            }
        }
    }
}
