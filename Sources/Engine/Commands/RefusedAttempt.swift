import CanonicalJSON
import Regulation
import Submissions

/// What is written down of an attempt that a rule refused: who tried what, and which rule answered.
///
/// It holds no payload and no words of the refusal, which might hold a person's text.
struct RefusedAttempt {
    let submission: SubmissionName
    let attempt: String
    let actor: Actor

    static func refusal(_ submission: SubmissionName, _ attempt: String, _ actor: Actor) -> RefusedAttempt {
        RefusedAttempt(submission: submission, attempt: attempt, actor: actor)
    }

    func leaf(_ refusal: Refusal, at instant: Instant) -> JSONValue {
        .object([
            "v": 1,
            "type": "refused",
            "submission": .string(submission.rawValue),
            "recordedAt": .string(instant.description),
            "by": .object([
                "person": .string(actor.person.rawValue), "as": .string(actor.capacity.description),
                "authenticated": .bool(actor.isAuthenticated),
            ]),
            // A name that nothing here has may be anything that somebody typed, so it stays out of the log.
            "data": .object([
                "attempt": .string(refusal.isAboutExistence ? "unknown" : attempt), "code": .string(refusal.code),
            ]),
        ])
    }
}

extension Tasuki {
    /// Runs `body`; a refusal becomes a leaf in the same transaction and comes back as a value, so that the
    /// transaction commits the leaf and what fired before it, and nothing else.
    ///
    /// A body that is refused may have fired deadlines; those must stay, so only its last step is undone by the
    /// fact that `decide` is pure: nothing was written for the refused command itself.
    func accepting<Output>(
        _ attempt: RefusedAttempt,
        in transaction: any StoreTransaction,
        _ body: (any StoreTransaction) throws -> Output
    ) throws -> Result<Output, Refusal> {
        do {
            return .success(try body(transaction))
        } catch let refusal as Refusal {
            // An attempt on nothing has no stream to be written in.
            guard try transaction.submission(attempt.submission) != nil else { throw refusal }
            let instant = try now(transaction)
            try transaction.appendRefusal(attempt.leaf(refusal, at: instant), of: attempt.submission, at: instant)
            return .failure(refusal)
        }
    }
}
