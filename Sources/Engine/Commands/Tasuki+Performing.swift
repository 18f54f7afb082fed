import Regulation
import Submissions

/// The one way of a command: from a door to the log, and back with its answer.
extension Tasuki {
    /// Carries out a use case: who asks, whether it was asked before, what is due first, and then the command itself.
    ///
    /// A request has one moment, that of its arrival, however long it waits for the writer.
    /// - Throws: `Refusal`, recorded as a leaf of its own; ``EngineError`` for a malformed request, not recorded.
    func perform(_ useCase: UseCase) async throws -> Acceptance {
        try ActorCheck.check(useCase.actor)
        return try await Tasuki(self, at: world.wallClock()).performNow(useCase)
    }

    private func performNow(_ useCase: UseCase) async throws -> Acceptance {
        if isRehearsing { throw Rehearsed(rehearsal: try await rehearse(useCase)) }
        // What needs no transaction is done before the writer's time is taken.
        let digest = useCase.key.map { _ in useCase.digest }
        let early = earlyDraft(of: useCase)
        let (acceptance, basis) = try await writing { transaction -> Result<(Acceptance, RecentBasis?), Refusal> in
            if let key = useCase.key, let kept = try transaction.answer(to: key) {
                guard kept.request == digest else { throw EngineError.keyReused(key.key) }
                return .success((kept.acceptance, nil))
            }
            return try self.recordingRefusal(of: useCase, in: transaction) {
                let draft = try self.draft(of: useCase, early, in: transaction)
                let acceptance = try self.append(draft, in: transaction)
                if let key = useCase.key, let digest {
                    try transaction.keep(KeptAnswer(request: digest, acceptance: acceptance), to: key)
                }
                return (acceptance, RecentBasis(after: draft, clock: try transaction.settings().clock))
            }
        }
        if let basis { recents.keep(basis, of: useCase.submission) }
        return acceptance
    }

    /// The early draft where it still holds, or else what the use case comes to now, after what is due.
    private func draft(
        of useCase: UseCase,
        _ early: Draft?,
        in transaction: any StoreTransaction
    ) throws -> Draft {
        if let early, let draft = early.made(on: try basis(of: useCase, in: transaction)) { return draft }
        if !useCase.putsRight { try fireDue(on: useCase.submission, in: transaction) }
        return try draft(of: useCase, on: try basis(of: useCase, in: transaction), Library(transaction, world, pins))
    }

    /// What the use case is decided on in this transaction.
    func basis(of useCase: UseCase, in reader: any StoreReader) throws -> Basis {
        let name = useCase.submission
        if let submission = try reader.submission(name) { return try basis(of: submission, in: reader) }
        guard case .open(let opened) = useCase.order else {
            throw EngineError.noSuchSubmission(name, known: try reader.submissions(after: nil, limit: 50))
        }
        return Basis(
            submission: nil,
            approvals: try reader.approvals(of: opened.product, except: name),
            moment: try now(reader)
        )
    }

    /// Reads the order and decides it; writes nothing.
    func draft(of useCase: UseCase, on basis: Basis, _ library: Library) throws -> Draft {
        let order = try useCase.read(in: basis.submission, library, world)
        return try draft(
            order,
            on: useCase.submission,
            basis,
            by: useCase.actor,
            at: useCase.occurredOn,
            expecting: useCase.expected,
            library
        )
    }

    /// The use case decided beside the writer, on what the last command on the submission left.
    ///
    /// `nil` where that cannot be, as where something of it would have to be read first, or where it would be refused:
    /// that is the writer's to say.
    private func earlyDraft(of useCase: UseCase) -> Draft? {
        guard let recent = recents[useCase.submission] else { return nil }
        let basis = recent.basis(at: world.wallClock())
        let library = Library(nil, world, pins)
        guard let isAtRest = try? isAtRest(basis, library), isAtRest else { return nil }
        return try? draft(of: useCase, on: basis, library)
    }

    /// Whether nothing falls due that would have to come before the command.
    private func isAtRest(_ basis: Basis, _ library: Library) throws -> Bool {
        guard let submission = basis.submission, try mayMove(submission, at: basis.moment, library) else {
            return true
        }
        return try draft(.dueDeadlines, on: submission.name, basis, by: .deadline, library).addition == nil
    }
}
