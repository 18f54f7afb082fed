import CanonicalJSON
import Regulation
import Submissions

extension Tasuki {
    /// Runs `body`; a refusal by a rule becomes a leaf in the same transaction and comes back as a value, so that the
    /// transaction commits the leaf and what fired before it, and nothing else.
    ///
    /// A body that is refused may have fired deadlines; those must stay. Of the refused command itself nothing was
    /// written: it is decided whole before anything of it is.
    func recordingRefusal<Output>(
        of useCase: UseCase,
        in transaction: any StoreTransaction,
        _ body: () throws -> Output
    ) throws -> Result<Output, Refusal> {
        do {
            return .success(try body())
        } catch let refusal as Refusal {
            // What was mistyped is answered, and of interest to nobody else; what fired before it stays.
            if refusal.isAboutTyping { return .failure(refusal) }
            let refusal = citing(refusal)
            // An attempt on nothing has no stream to be written in.
            guard try transaction.submission(useCase.submission) != nil else { throw refusal }
            let instant = try now(transaction)
            let leaf = RefusedAttempt(useCase, refusal, at: instant).leaf
            try transaction.appendRefusal(leaf, of: useCase.submission, at: instant)
            return .failure(refusal)
        }
    }
}

/// What is written down of an attempt that a rule refused: who tried what, and which rule answered.
///
/// It holds no payload and no words of the refusal, which might hold a person's text.
struct RefusedAttempt {
    private let useCase: UseCase
    private let refusal: Refusal
    private let instant: Instant

    init(_ useCase: UseCase, _ refusal: Refusal, at instant: Instant) {
        self.useCase = useCase
        self.refusal = refusal
        self.instant = instant
    }

    var leaf: JSONValue {
        .object([
            "v": 1,
            "type": "refused",
            "submission": .string(useCase.submission.rawValue),
            "recordedAt": .string(instant.description),
            "by": .object([
                "person": .string(useCase.actor.person.rawValue),
                "as": .string(useCase.actor.capacity.description),
                "authenticated": .bool(useCase.actor.isAuthenticated),
            ]),
            // Names that nothing here has were mistyped, and come to no leaf.
            "data": .object(["attempt": .string(useCase.attempt), "code": .string(refusal.code)]),
        ])
    }
}
