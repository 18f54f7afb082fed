import Regulation
import Submissions

/// One command on its way from what it is decided on to the log.
extension Tasuki {
    /// What a command on the submission is decided on in this transaction.
    func basis(of submission: Submission, in reader: any StoreReader, passing day: CivilDate? = nil) throws -> Basis {
        Basis(
            submission: submission,
            approvals: try reader.approvals(of: submission.opened.product, except: submission.name),
            moment: try now(reader),
            passing: day
        )
    }

    /// Decides, and works out everything that follows for the log and the lists; writes nothing.
    func draft(
        _ order: ReadOrder,
        on name: SubmissionName,
        _ basis: Basis,
        by actor: Actor,
        at date: PartialDate? = nil,
        expecting condition: VersionCondition? = nil,
        _ library: Library
    ) throws -> Draft {
        let decided = try library.preparing(basis.submission, name) { rulebook throws(Refusal) in
            let context = DecisionContext(
                name: name,
                actor: actor,
                now: basis.moment,
                occurredOn: date,
                expected: condition,
                rulebook: rulebook,
                approvals: basis.approvals,
                passing: basis.passing
            )
            return try Submission.decide(order.command, given: basis.submission, in: context)
        }
        var addition: LogAddition?
        if !decided.records.isEmpty {
            let after = decided.submission
            let rows = try changedRows(from: basis.submission, to: after, at: basis.moment, library)
            addition = LogAddition(decided.records, from: basis.submission, to: after, rows: rows)
        }
        let subject = order.subject ?? opened(by: order.command, in: addition)
        return Draft(
            of: name,
            on: basis,
            addition: addition,
            subject: subject,
            reached: try subject.flatMap { decided.submission[$0] }.map { CaseState($0, try library.bound($0)) },
            pinned: library.fresh,
            texts: order.texts
        )
    }

    /// The case that a command on the submission opened, where opening one is what it asks.
    private func opened(by command: Command, in addition: LogAddition?) -> CaseName? {
        guard let addition else { return nil }
        switch command {
        case .openTrack, .openBundle, .beginTrack: break
        default: return nil
        }
        return addition.after.cases.first { addition.before?[$0.name] == nil }?.name
    }

    /// Appends what the draft adds, keeps what it bound, and queues what it means for other submissions.
    ///
    /// - Precondition: The draft's basis is the transaction's.
    func append(_ draft: Draft, in transaction: any StoreTransaction) throws -> Acceptance {
        for (pin, body) in draft.pinned.sorted(by: { $0.key < $1.key }) { try transaction.pin(body, as: pin) }
        if let addition = draft.addition {
            try transaction.append(addition)
            try enqueueDependencies(before: addition.before, after: addition.after, in: transaction)
        }
        try transaction.keep(draft.texts)
        return draft.acceptance
    }

    /// Fires what is due before anything else may happen; it stays fired even if the command is then refused.
    ///
    /// With `day` only what had passed with the end of the day before. With `isSought` it is looked for even where neither time nor the register can move anything.
    func fireDue(
        on name: SubmissionName,
        lookingAnyway isSought: Bool = false,
        passing day: CivilDate? = nil,
        in transaction: any StoreTransaction
    ) throws {
        guard let submission = try transaction.submission(name) else { return }
        let library = Library(transaction, world, pins)
        guard try isSought || mayMove(submission, at: try now(transaction), library) else { return }
        try run(.dueDeadlines, on: submission, by: .deadline, passing: day, library, in: transaction)
    }

    /// Runs a command of Tasuki's own.
    func run(
        _ order: ReadOrder,
        on submission: Submission,
        by actor: Actor,
        passing day: CivilDate? = nil,
        _ library: Library,
        in transaction: any StoreTransaction
    ) throws {
        let basis = try basis(of: submission, in: transaction, passing: day)
        _ = try append(try draft(order, on: submission.name, basis, by: actor, library), in: transaction)
    }
}

extension ReadOrder {
    static var dueDeadlines: ReadOrder { ReadOrder(command: .fireDeadlines, subject: nil) }
}
