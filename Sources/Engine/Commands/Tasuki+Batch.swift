import Regulation
import Submissions

extension Tasuki {
    /// Carries out the commands one after the other in one transaction: all of them, or none.
    ///
    /// Each is decided as when it is asked for alone on its day, on what those before it left: what fell due later passes
    /// later, and what a change of an approval means for others is carried out before the next command. Where one is refused the others are
    /// tried all the same, so that everything in the way is known at once; nothing of any is kept then, and no refusal
    /// becomes a leaf: nobody tried what the batch as a whole did not do.
    ///
    /// - Parameters:
    ///   - commands: The commands, in their order.
    ///   - keeping: Whether they are kept if all are accepted; else only what would become of them is told.
    ///   - progress: How many of how many were decided.
    /// - Returns: An answer for each command.
    /// - Throws: What the store throws; ``EngineError`` where who records cannot be named.
    package func together(
        _ commands: [BatchCommand],
        keeping: Bool,
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> [BatchAnswer] {
        for command in commands { try ActorCheck.check(command.useCase.actor) }
        let standing = Tasuki(self, at: world.wallClock())
        do {
            return try await writing { transaction in
                let answers = try standing.answers(to: commands, in: transaction, progress)
                guard keeping, answers.allSatisfy(\.isAccepted) else { throw Undone(answers: answers) }
                return .success(answers)
            }
        } catch let undone as Undone {
            return undone.answers
        }
    }

    private func answers(
        to commands: [BatchCommand],
        in transaction: any StoreTransaction,
        _ progress: @Sendable (Int, Int) -> Void
    ) throws -> [BatchAnswer] {
        var refused: [SubmissionName: [CaseName?: Int]] = [:]
        var answers: [BatchAnswer] = []
        for (place, command) in commands.enumerated() {
            let before = refused[command.submission]
            if let earlier = before?[CaseName?.none] ?? command.subject.flatMap({ before?[$0] }) {
                answers.append(.waiting(on: earlier))
            } else {
                let answer = try answer(to: command, in: transaction)
                if !answer.isAccepted { refused[command.submission, default: [:]][command.subject] = place }
                answers.append(answer)
            }
            progress(place + 1, commands.count)
        }
        for name in commands.map(\.submission).uniqued() {
            // What a procedure refuses stays due, as in any sweep.
            do { try fireDue(on: name, in: transaction) } catch is Refusal { continue }
        }
        return answers
    }

    private func answer(to command: BatchCommand, in transaction: any StoreTransaction) throws -> BatchAnswer {
        let useCase = command.useCase
        do {
            let day = useCase.occurredOn?.latest
            try fireDue(on: useCase.submission, passing: day, in: transaction)
            var basis = try basis(of: useCase, in: transaction)
            basis.passing = day
            let draft = try draft(of: useCase, on: basis, Library(transaction, world, pins))
            let acceptance = try append(draft, in: transaction)
            if try transaction.hasPendingDependencies() { try drainDependencies(passing: day, in: transaction) }
            return .accepted(acceptance)
        } catch let refusal as Refusal {
            return .refused(refusal, of: try procedure(of: command, in: transaction))
        } catch let error as EngineError {
            return .refused(error, of: try procedure(of: command, in: transaction))
        }
    }

    private func procedure(of command: BatchCommand, in transaction: any StoreTransaction) throws -> ProcedureID? {
        guard let name = command.subject, let subject = try transaction.submission(command.submission)?[name] else {
            return nil
        }
        return try Library(transaction, world, pins).procedure(subject.procedure)?.id
    }
}

/// How a batch ends of which nothing is kept.
private struct Undone: Error {
    let answers: [BatchAnswer]
}
