import Regulation
import Submissions

/// One command on its way from what it is decided on to the log.
extension Tasuki {
    @discardableResult
    func run(
        _ command: Command,
        on name: SubmissionName,
        by actor: Actor,
        at date: PartialDate? = nil,
        expecting version: Int? = nil,
        for subject: CaseName? = nil,
        in transaction: any StoreTransaction
    ) throws -> Acceptance {
        try ActorCheck.check(actor)
        let submission = try transaction.submission(name)
        let product: ProductID
        if let submission {
            product = submission.opened.product
        } else if case .open(let opened) = command {
            product = opened.product
        } else {
            throw EngineError.noSuchSubmission(name, known: try transaction.submissions(after: nil, limit: 50))
        }
        let basis = try basis(submission, product, except: name, in: transaction)
        let shelf = Shelf(transaction, world, pins)
        let draft = try draft(command, on: name, basis, by: actor, at: date, expecting: version, shelf)
        return try append(draft, to: name, for: subject, in: transaction)
    }

    /// What a command on the submission is decided on in this transaction.
    func basis(
        _ submission: Submission?,
        _ product: ProductID,
        except name: SubmissionName,
        in reader: any StoreReader
    ) throws -> Basis {
        Basis(
            submission: submission,
            approvals: try reader.approvals(of: product, except: name),
            moment: try now(reader)
        )
    }

    /// Decides, and works out everything that follows for the log and the lists; writes nothing.
    func draft(
        _ command: Command,
        on name: SubmissionName,
        _ basis: Basis,
        by actor: Actor,
        at date: PartialDate?,
        expecting version: Int?,
        _ shelf: Shelf
    ) throws -> Draft {
        let context = DecisionContext(
            name: name,
            actor: actor,
            now: basis.moment,
            occurredOn: date,
            expectedVersion: version,
            rulebook: shelf.rulebook,
            approvals: basis.approvals,
            recording: { number in shelf.event(number, of: name) }
        )
        let decided: Decided
        do {
            decided = try Submission.decide(command, given: basis.submission, in: context)
        } catch {
            // A look-up that failed makes the core refuse for want of rules: the fault behind it is the truth.
            try shelf.check()
            throw error
        }
        try shelf.check()
        var addition: LogAddition?
        if !decided.records.isEmpty {
            let after = decided.submission
            let rows = try changedRows(from: basis.submission, to: after, at: basis.moment, shelf)
            addition = LogAddition(decided.records, from: basis.submission, to: after, rows: rows)
        }
        return Draft(basis: basis, addition: addition, pinned: shelf.fresh)
    }

    /// Appends what the draft adds, keeps what it bound, and queues what it means for other submissions.
    ///
    /// - Precondition: The draft's basis is the transaction's.
    func append(
        _ draft: Draft,
        to name: SubmissionName,
        for subject: CaseName?,
        in transaction: any StoreTransaction
    ) throws -> Acceptance {
        for (pin, body) in draft.pinned.sorted(by: { $0.key < $1.key }) { try transaction.pin(body, as: pin) }
        guard let addition = draft.addition, let first = addition.leaves.first?.record,
            let last = addition.leaves.last?.record
        else {
            let version = draft.basis.submission?.version ?? 0
            return Acceptance(submission: name, name: subject, version: version, events: version...version)
        }
        try transaction.append(addition)
        try enqueueDependencies(before: addition.before, after: addition.after, in: transaction)
        let newVersion = subject.flatMap { addition.after[$0]?.version } ?? last.number
        return Acceptance(submission: name, name: subject, version: newVersion, events: first.number...last.number)
    }
}
