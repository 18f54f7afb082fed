public import CanonicalJSON
public import Regulation
public import Submissions
public import TransparencyLog

/// Where submissions are kept: implemented by `SQLiteStore`.
///
/// A store may run several bodies in one transaction, each in its own savepoint; it answers only once the commit
/// that holds the body's writes is durable, and a body that throws leaves nothing behind.
public protocol SubmissionStore: Sendable {
    func write<Output: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws -> Output
    ) async throws -> Output

    /// Reads one consistent state; never waits for a writer.
    func read<Output: Sendable>(_ body: @escaping @Sendable (any StoreReader) throws -> Output) async throws -> Output

    /// Another number whenever something was committed since the last call, by whichever process.
    ///
    /// Looks at the store each time, and takes microseconds.
    func changeCount() throws -> Int

    /// Ends with every accepted write durable and the heads file up to date.
    func close() async throws
}

/// What may be read inside a transaction.
public protocol StoreReader {
    func settings() throws -> WorkspaceSettings
    /// The submission as folded from all its events; `nil` where there is none of that name.
    func submission(_ name: SubmissionName) throws -> Submission?
    /// The events of a submission in order, those recorded through `instant` where one is given.
    func history(of name: SubmissionName, through instant: Instant?) throws -> [StoredEvent]
    /// One event of a submission by its number.
    func event(_ number: Int, of name: SubmissionName) throws -> EventRecord?
    /// Names in order, after `name`, at most `limit`.
    func submissions(after name: SubmissionName?, limit: Int) throws -> [SubmissionName]
    /// Submissions of a product, in order, after `name`, at most `limit`.
    func submissions(of product: ProductID, after name: SubmissionName?, limit: Int) throws -> [SubmissionName]
    /// Products in order, after `product`, at most `limit`.
    func products(after product: ProductID?, limit: Int) throws -> [ProductID]
    /// Approvals of the product in force or not, of every submission but `own`, in the order of their ids.
    func approvals(of product: ProductID, except own: SubmissionName?) throws -> [Approval]
    func approval(_ id: Approval.ID) throws -> Approval?
    /// The texts behind the commitments; those erased are absent.
    func texts(_ commitments: [TextCommitment]) throws -> [TextCommitment: CommittedText]
    /// The canonical form of a procedure or rule set.
    func pinned(_ pin: Pin) throws -> String?
    /// The rows of a submission's cases, in the order of their names.
    func caseRows(of submission: SubmissionName) throws -> [CaseRow]
    /// The rows of cases that were not replaced, by what falls due, after `position`, at most `limit`.
    func caseRows(_ filter: CaseFilter, after position: CasePosition?, limit: Int) throws -> [CaseRow]
    /// The rows of cases in which it is the move of `capacity` and it may do something, by what falls due.
    func turnRows(of capacity: Actor.Capacity, after position: CasePosition?, limit: Int) throws -> [CaseRow]
    /// The rows of cases of which the body of `capacity` must look into a changed approval, but for those of its turn,
    /// by what falls due.
    func flaggedRows(of capacity: Actor.Capacity, after position: CasePosition?, limit: Int) throws -> [CaseRow]
    /// The rows of cases with an obligation of the holder that falls due through `date`, but for those of the
    /// applicant's turn, by that.
    func owingRows(through date: CivilDate, after position: CasePosition?, limit: Int) throws -> [CaseRow]
    /// The rows of open cases with a deadline before `date`, by that.
    func overdueRows(before date: CivilDate, after position: CasePosition?, limit: Int) throws -> [CaseRow]
    /// Submissions, in order, with an open case that time or a foreign approval alone may move.
    func lookingOutside(after name: SubmissionName?, limit: Int) throws -> [SubmissionName]
    /// Submissions of the product with an open case, in order.
    func openSubmissions(of product: ProductID) throws -> [SubmissionName]
    /// Approvals, and cases on their way to one, that rest on the approval directly; in order.
    func dependents(on approval: Approval.ID, after dependent: Approval.ID?, limit: Int) throws -> [Approval.ID]
    /// When the last leaf was recorded.
    func lastRecordedAt() throws -> Instant?
    func head() throws -> TreeHead
    /// Every leaf in order from `position`, at most `limit`.
    func leaves(from position: Int, limit: Int) throws -> [StoredLeaf]
    /// The leaves of a submission's events, or of its refusals, in the order of the log, at most `limit`.
    func leaves(of name: SubmissionName, _ kind: LeafKind, limit: Int) throws -> [StoredLeaf]
    /// Roots of perfect subtrees of 2^(8 × level) leaves; level 0 is the leaves themselves.
    func treeHashes(level: Int, _ places: Range<Int>) throws -> [Digest]
    /// Tree heads of all transactions in order.
    func heads() throws -> [TreeHead]
    /// The number of leaves there would be if none were missing: one more than the last position.
    func leafCount() throws -> Int
    /// Shows the leaves at these positions, in order; those that are missing are passed over.
    func scanLeaves(at positions: Range<Int>, _ show: (LeafRow) throws -> Void) throws
    /// Shows the leaves of these submissions, in the order of their names: of each its refusals, then its events.
    func scanLeaves(of span: SubmissionSpan, _ show: (LeafRow) throws -> Void) throws
    /// At most `limit` submissions after `name` that have leaves; `nil` where there is none.
    func submissionSpan(after name: SubmissionName?, limit: Int) throws -> SubmissionSpan?
    /// Shows the tree heads of these sizes, in order.
    func scanHeads(of sizes: ClosedRange<Int>, _ show: (TreeHead) throws -> Void) throws
    /// The head that is recorded for this size.
    func head(of size: Int) throws -> TreeHead?
    /// The folds of a submission that the store keeps and goes on from, each as it was after some event.
    func keptSubmissions(_ name: SubmissionName) throws -> [Submission]
    /// Pending commands that one approval's change means for other submissions.
    func dependencies(limit: Int) throws -> [Dependency]
    /// The answer that an accepted request with this key had, with the digest of that request.
    func answer(to key: IdempotencyKey) throws -> KeptAnswer?
}

extension StoreReader {
    /// Approvals of the product in force or not, of every submission.
    public func approvals(of product: ProductID) throws -> [Approval] { try approvals(of: product, except: nil) }

    public func hasPendingDependencies() throws -> Bool { try !dependencies(limit: 1).isEmpty }
}

/// What may be written inside a transaction.
public protocol StoreTransaction: StoreReader {
    /// Appends the events, extends the tree, and brings every projection up to date.
    ///
    /// - Precondition: the addition was made from the submission as this transaction reads it.
    func append(_ addition: LogAddition) throws
    /// Appends a refusal as a leaf of its own; it changes no version.
    func appendRefusal(_ leaf: JSONValue, of name: SubmissionName, at instant: Instant) throws
    func keep(_ texts: [CommittedText]) throws
    func pin(_ body: String, as pin: Pin) throws
    func keep(_ answer: KeptAnswer, to key: IdempotencyKey) throws
    func enqueue(_ dependency: Dependency) throws
    func finish(_ dependency: Dependency) throws
    func setSimulatedNow(_ instant: Instant) throws
}

/// What is fixed when a workspace is made, and the simulated instant that only moves forward.
public struct WorkspaceSettings: Hashable, Sendable {
    public enum Clock: Hashable, Sendable {
        case wall
        case simulated(now: Instant)
    }

    public let clock: Clock
    /// The zone by which `--as-of` ends a day.
    public let zone: Zone

    public init(clock: Clock, zone: Zone) {
        self.clock = clock
        self.zone = zone
    }
}

/// Some leaves of one submission.
public enum LeafKind: Hashable, Sendable {
    /// Events after the one of that number.
    case events(after: Int)
    /// Refusals after that position.
    case refusals(after: Int)
}

/// A leaf of the tree as it is stored.
public struct StoredLeaf: Hashable, Sendable {
    /// From 0, over all submissions.
    public let position: Int
    public let submission: SubmissionName
    /// The number of the event in its submission; `nil` for a refusal.
    public let number: Int?
    /// Canonical JSON, the bytes that are hashed.
    public let bytes: [UInt8]
    public let hash: Digest

    public init(position: Int, submission: SubmissionName, number: Int?, bytes: [UInt8], hash: Digest) {
        self.position = position
        self.submission = submission
        self.number = number
        self.bytes = bytes
        self.hash = hash
    }
}

/// An event with its place in the log.
public struct StoredEvent: Hashable, Sendable {
    public let position: Int
    public let record: EventRecord

    public init(position: Int, record: EventRecord) {
        self.position = position
        self.record = record
    }
}

/// A free text beside the log: the log holds only its commitment.
public struct CommittedText: Hashable, Sendable {
    public let commitment: TextCommitment
    public let salt: [UInt8]
    public let text: String

    public init(commitment: TextCommitment, salt: [UInt8], text: String) {
        self.commitment = commitment
        self.salt = salt
        self.text = text
    }
}

/// The key under which an actor may safely send the same request again.
public struct IdempotencyKey: Hashable, Sendable {
    public let actor: String
    public let key: String

    public init(actor: String, key: String) {
        self.actor = actor
        self.key = key
    }
}

public struct KeptAnswer: Hashable, Sendable {
    public let request: Digest
    public let acceptance: Acceptance

    public init(request: Digest, acceptance: Acceptance) {
        self.request = request
        self.acceptance = acceptance
    }
}

/// A command that the change of an approval means for a submission; carried out once for each cause.
public struct Dependency: Hashable, Sendable {
    public let target: SubmissionName
    /// Stable for the cause: the changed approval, its revision, and the flagged one.
    public let cause: String
    public let flags: [ApprovalFlagged]

    public init(target: SubmissionName, cause: String, flags: [ApprovalFlagged]) {
        self.target = target
        self.cause = cause
        self.flags = flags
    }
}
