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
    /// Names in order, after `name`, at most `limit`.
    func submissions(after name: SubmissionName?, limit: Int) throws -> [SubmissionName]
    /// Approvals of the product in force or not, of every submission.
    func approvals(of product: ProductID) throws -> [Approval]
    func approval(_ id: Approval.ID) throws -> Approval?
    /// The texts behind the commitments; those erased are absent.
    func texts(_ commitments: [Submissions.TextCommitment]) throws -> [Submissions.TextCommitment: CommittedText]
    /// The canonical form of a procedure or rule set.
    func pinned(_ pin: Pin) throws -> String?
    /// The current rows of the case projection, in order of submission and case.
    func caseRows(submission: SubmissionName?) throws -> [CaseRow]
    /// When the last leaf was recorded.
    func lastRecordedAt() throws -> Instant?
    func head() throws -> TreeHead
    /// Every leaf in order from `position`, at most `limit`.
    func leaves(from position: Int, limit: Int) throws -> [StoredLeaf]
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

/// What may be written inside a transaction.
public protocol StoreTransaction: StoreReader {
    /// Appends the events, extends the tree, and brings every projection up to date.
    func append(_ records: [EventRecord], to name: SubmissionName) throws
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
    public let commitment: Submissions.TextCommitment
    public let salt: [UInt8]
    public let text: String

    public init(commitment: Submissions.TextCommitment, salt: [UInt8], text: String) {
        self.commitment = commitment
        self.salt = salt
        self.text = text
    }
}

/// One case as lists need it, without loading its submission.
public struct CaseRow: Hashable, Sendable {
    public let submission: SubmissionName
    public let product: ProductID
    public let name: CaseName
    public let jurisdiction: JurisdictionCode
    public let route: RouteName
    public let version: Int
    public let isOver: Bool
    public let isReplaced: Bool

    public init(
        submission: SubmissionName,
        product: ProductID,
        name: CaseName,
        jurisdiction: JurisdictionCode,
        route: RouteName,
        version: Int,
        isOver: Bool,
        isReplaced: Bool
    ) {
        self.submission = submission
        self.product = product
        self.name = name
        self.jurisdiction = jurisdiction
        self.route = route
        self.version = version
        self.isOver = isOver
        self.isReplaced = isReplaced
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
