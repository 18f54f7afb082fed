import CanonicalJSON
import Regulation
import Submissions

extension Tasuki {
    /// Carries out one action of a person on a case, after every deadline that is due.
    ///
    /// The request has one moment, that of its arrival, however long it waits for the writer.
    /// - Throws: `Refusal`, recorded as a leaf of its own; ``EngineError`` for a malformed request, not recorded.
    public func act(_ request: ActionRequest) async throws -> Acceptance {
        try ActorCheck.check(request.actor)
        return try await Tasuki(self, at: world.wallClock()).carryOut(request)
    }

    private func carryOut(_ request: ActionRequest) async throws -> Acceptance {
        // What needs no transaction is done before the writer's time is taken.
        let name = request.submission
        let key = request.idempotencyKey
        let digest = key.map { _ in request.digest }
        let early = earlyDraft(of: request)
        let (acceptance, recent) = try await writing { transaction -> Result<(Acceptance, Recent?), Refusal> in
            if let key, let kept = try transaction.answer(to: key) {
                guard kept.request == digest else { throw EngineError.keyReused(key.key) }
                return .success((kept.acceptance, nil))
            }
            let refused = RefusedAttempt.refusal(name, "\(request.name)/\(request.action)", request.actor)
            return try self.accepting(refused, in: transaction) { transaction in
                let (acceptance, draft) = try self.write(request, early, in: transaction)
                if let key, let digest {
                    try transaction.keep(KeptAnswer(request: digest, acceptance: acceptance), to: key)
                }
                return (acceptance, Recent(after: draft, clock: try transaction.settings().clock))
            }
        }
        if let recent { recents.keep(recent, of: name) }
        return acceptance
    }

    /// Appends the early draft where it still holds, or else what the action comes to now.
    private func write(
        _ request: ActionRequest,
        _ early: ActionDraft?,
        in transaction: any StoreTransaction
    ) throws -> (Acceptance, Draft) {
        let name = request.submission
        let drafted: ActionDraft
        if let early, early.draft.basis.isSame(as: try basis(of: try loaded(name, in: transaction), in: transaction)) {
            drafted = early
        } else {
            try fireDue(on: name, in: transaction)
            let submission = try loaded(name, in: transaction)
            let basis = try basis(of: submission, in: transaction)
            drafted = try draft(of: request, in: submission, on: basis, Shelf(transaction, world, pins))
        }
        let acceptance = try append(drafted.draft, to: name, for: request.name, in: transaction)
        try transaction.keep(drafted.texts)
        return (acceptance, drafted.draft)
    }

    private func basis(of submission: Submission, in reader: any StoreReader) throws -> Basis {
        try basis(submission, submission.opened.product, except: submission.name, in: reader)
    }

    /// The action decided beside the writer, on what the last command on the submission left; `nil` where that cannot
    /// be, as where something of it would have to be read first, or where it would be refused: that is the writer's to
    /// say.
    private func earlyDraft(of request: ActionRequest) -> ActionDraft? {
        guard let recent = recents[request.submission] else { return nil }
        let clock: Instant =
            switch recent.clock {
            case .wall: world.wallClock()
            case .simulated(let now): now
            }
        let basis = Basis(
            submission: recent.submission,
            approvals: recent.approvals,
            moment: max(clock, recent.moment)
        )
        let shelf = Shelf(nil, world, pins)
        guard let isAtRest = try? isAtRest(basis, shelf), isAtRest else { return nil }
        return try? draft(of: request, in: recent.submission, on: basis, shelf)
    }

    /// Whether nothing falls due that would have to come before the action.
    private func isAtRest(_ basis: Basis, _ shelf: Shelf) throws -> Bool {
        guard let submission = basis.submission, try mayMove(submission, at: basis.moment, shelf) else { return true }
        let due = try draft(.fireDeadlines, on: submission.name, basis, by: .deadline, at: nil, expecting: nil, shelf)
        return due.addition == nil
    }

    /// Reads the action's payload and decides it.
    private func draft(
        of request: ActionRequest,
        in submission: Submission,
        on basis: Basis,
        _ shelf: Shelf
    ) throws -> ActionDraft {
        let rule = try rule(request.action, of: request.name, in: submission, shelf)
        var reader = PayloadReader(rule: rule, randomBytes: world.randomBytes)
        let payload = try reader.payload(request.fields, request.documents)
        let revision = try revision(of: request)
        let draft = try draft(
            .act(request.name, request.action, payload, revision: revision),
            on: request.submission,
            basis,
            by: request.actor,
            at: request.occurredOn,
            expecting: request.expectedVersion,
            shelf
        )
        return ActionDraft(draft: draft, texts: reader.texts)
    }

    /// The list of the documents that came with an action, frozen as a document of its own.
    private func revision(of request: ActionRequest) throws -> DocumentDigest? {
        guard !request.documents.isEmpty else { return nil }
        let documents = request.documents.map { document -> JSONValue in
            .object([
                "digest": .string(document.digest.rawValue), "name": .string(document.name),
                "mediaType": .string(document.mediaType), "size": .integer(Int64(document.size)),
            ])
        }
        let list = JSONValue.object([
            "documents": .array(documents), "filedWith": .string("\(request.name)/\(request.action)"),
        ])
        return try world.vault.put(list.canonicalBytes())
    }
}
