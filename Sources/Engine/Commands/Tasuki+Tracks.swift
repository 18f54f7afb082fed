public import Regulation
public import Submissions

extension Tasuki {
    /// Opens a track beside the decision of a jurisdiction, such as a change, reimbursement or a safety notice.
    ///
    /// - Returns: The acceptance with the name of the case that was opened.
    public func openTrack(
        _ track: RouteName,
        of code: JurisdictionCode,
        in name: SubmissionName,
        by actor: Actor,
        on date: PartialDate? = nil,
        expecting version: Int? = nil
    ) async throws -> Acceptance {
        let acceptance = try await store.write { transaction in
            try ActorCheck.check(actor)
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
                return Acceptance(
                    submission: name,
                    name: opened?.name,
                    version: opened?.version ?? acceptance.version,
                    events: acceptance.events
                )
            }
        }.get()
        try await drainDependencies()
        return acceptance
    }
}
