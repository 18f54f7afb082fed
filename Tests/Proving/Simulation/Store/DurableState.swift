import Engine
import Regulation
import Submissions
import TransparencyLog

/// What survives every crash: the tables of a workspace as the last commit left them.
///
/// A value, so that a transaction works on a copy, a savepoint is the copy from before, and a crash is forgetting one.
struct DurableState: Sendable {
    /// What lists are read from, for one submission.
    struct Row: Hashable, Sendable {
        let product: ProductID
        let version: Int
        let cases: [CaseRow]
        let approvals: [Approval]
        let reliances: [Reliance]
    }

    struct Queued: Hashable, Sendable {
        let dependency: Dependency
        var isDone = false
    }

    /// The events of one command, which were appended at once.
    struct Passage: Hashable, Sendable {
        let submission: SubmissionName
        let numbers: ClosedRange<Int>

        /// Whether `leaf` holds its last event.
        func isComplete(with leaf: StoredLeaf) -> Bool {
            submission == leaf.submission && numbers.upperBound == leaf.number
        }
    }

    var settings: WorkspaceSettings
    var leaves: [StoredLeaf] = []
    /// The event of each leaf, `nil` for a refusal; that the bytes say the same is for the witness to see.
    var records: [EventRecord?] = []
    /// Positions of a submission's events, in order.
    var positions: [SubmissionName: [Int]] = [:]
    var lastRecordedAt: Instant?
    var frontier = MerkleFrontier()
    var heads: [TreeHead] = []
    var rows: [SubmissionName: Row] = [:]
    var pinned: [Pin: String] = [:]
    var texts: [TextCommitment: CommittedText] = [:]
    var answers: [IdempotencyKey: KeptAnswer] = [:]
    var queue: [Queued] = []
    /// For the checks alone: the real store keeps no such thing.
    var passages: [Passage] = []
    /// Counts commits, as `PRAGMA data_version` tells that another connection wrote.
    var dataVersion = 0

    init(settings: WorkspaceSettings) { self.settings = settings }

    func events(of name: SubmissionName, after number: Int = 0) -> [StoredEvent] {
        (positions[name] ?? []).dropFirst(number).compactMap { position in
            records[position].map { StoredEvent(position: position, record: $0) }
        }
    }

    func fold(_ name: SubmissionName, onto submission: Submission? = nil) -> Submission? {
        events(of: name, after: submission?.version ?? 0).map(\.record).reduce(submission, Submission.evolve)
    }
}

extension DurableState.Row {
    /// What the fold alone says of each case; where a case stands by its procedure is the engine's to say.
    init(_ submission: Submission) {
        self.init(
            product: submission.opened.product,
            version: submission.version,
            cases: submission.cases.map { CaseRow($0, of: submission, outlook: .unknown) },
            approvals: submission.approvals,
            reliances: submission.reliances
        )
    }

    /// The rows that a command changed in place of those before.
    init(_ submission: Submission, changing rows: [CaseRow], after before: DurableState.Row?) {
        let kept = (before?.cases ?? []).filter { row in
            submission[row.name] != nil && !rows.contains { $0.name == row.name }
        }
        self.init(
            product: submission.opened.product,
            version: submission.version,
            cases: kept + rows,
            approvals: submission.approvals,
            reliances: submission.reliances
        )
    }

    /// Whether the row says what the fold says, apart from where its cases stand.
    func agrees(with fold: Submission) -> Bool {
        let expected = DurableState.Row(fold)
        let plain = cases.map { $0.with(.unknown) }.sorted { $0.name < $1.name }
        return product == expected.product && version == expected.version && approvals == expected.approvals
            && reliances == expected.reliances && plain == expected.cases.sorted { $0.name < $1.name }
    }
}

extension CaseRow.Outlook {
    static let unknown = CaseRow.Outlook(
        procedure: "unknown",
        state: nil,
        turn: .nobody,
        movers: .none,
        due: nil,
        applicantDue: nil,
        looksOutside: false,
        flagged: []
    )
}

extension CaseRow {
    func with(_ outlook: Outlook) -> CaseRow {
        CaseRow(
            submission: submission,
            product: product,
            name: name,
            jurisdiction: jurisdiction,
            route: route,
            isTrack: isTrack,
            version: version,
            deadline: deadline,
            isOver: isOver,
            isReplaced: isReplaced,
            outlook: outlook
        )
    }
}
