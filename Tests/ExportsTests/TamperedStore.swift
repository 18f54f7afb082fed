import Engine
import Regulation
import Submissions
import TransparencyLog

/// A store whose reader shows what somebody has changed beneath it; it takes no writes.
struct TamperedStore: SubmissionStore {
    /// What was done to the log.
    struct Tampering: Sendable {
        var leaf: @Sendable (StoredLeaf) -> StoredLeaf? = { $0 }
        var head: @Sendable (TreeHead) -> TreeHead = { $0 }
        var kept: @Sendable (Submission) -> Submission = { $0 }
        var text: @Sendable (CommittedText) -> CommittedText? = { $0 }
        var pinned: @Sendable (String) -> String? = { $0 }
    }

    struct NoWrites: Error {}

    let store: any SubmissionStore
    let tampering: Tampering

    func write<Output: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws -> Output
    ) async throws -> Output {
        throw NoWrites()
    }

    func read<Output: Sendable>(
        _ body: @escaping @Sendable (any StoreReader) throws -> Output
    ) async throws -> Output {
        try await store.read { [tampering] in try body(TamperedReader(reader: $0, tampering: tampering)) }
    }

    func changeCount() throws -> Int { try store.changeCount() }

    func close() async throws {}
}

private struct TamperedReader: StoreReader {
    let reader: any StoreReader
    let tampering: TamperedStore.Tampering

    func leaves(from position: Int, limit: Int) throws -> [StoredLeaf] {
        try reader.leaves(from: position, limit: limit).compactMap(tampering.leaf)
    }

    func texts(_ commitments: [TextCommitment]) throws -> [TextCommitment: CommittedText] {
        try reader.texts(commitments).compactMapValues(tampering.text)
    }

    func pinned(_ pin: Pin) throws -> String? { try reader.pinned(pin).flatMap(tampering.pinned) }
    func settings() throws -> WorkspaceSettings { try reader.settings() }
    func submission(_ name: SubmissionName) throws -> Submission? { try reader.submission(name) }
    func approval(_ id: Approval.ID) throws -> Approval? { try reader.approval(id) }
    func caseRows(of name: SubmissionName) throws -> [CaseRow] { try reader.caseRows(of: name) }
    func openSubmissions(of product: ProductID) throws -> [SubmissionName] { try reader.openSubmissions(of: product) }
    func lastRecordedAt() throws -> Instant? { try reader.lastRecordedAt() }
    func head() throws -> TreeHead { tampering.head(try reader.head()) }
    func heads() throws -> [TreeHead] { try reader.heads().map(tampering.head) }
    func dependencies(limit: Int) throws -> [Dependency] { try reader.dependencies(limit: limit) }
    func answer(to key: IdempotencyKey) throws -> KeptAnswer? { try reader.answer(to: key) }

    func leafCount() throws -> Int { try reader.leafCount() }
    func scanHeads(of sizes: ClosedRange<Int>, _ show: (TreeHead) throws -> Void) throws {
        try reader.scanHeads(of: sizes) { try show(tampering.head($0)) }
    }
    func head(of size: Int) throws -> TreeHead? { try reader.head(of: size).map(tampering.head) }
    func keptSubmissions(_ name: SubmissionName) throws -> [Submission] {
        try reader.keptSubmissions(name).map(tampering.kept)
    }

    func submissionSpan(after name: SubmissionName?, limit: Int) throws -> SubmissionSpan? {
        try reader.submissionSpan(after: name, limit: limit)
    }

    func scanLeaves(at positions: Range<Int>, _ show: (LeafRow) throws -> Void) throws {
        try reader.scanLeaves(at: positions) { try tampered($0, show) }
    }

    func scanLeaves(of span: SubmissionSpan, _ show: (LeafRow) throws -> Void) throws {
        try reader.scanLeaves(of: span) { try tampered($0, show) }
    }

    /// Shows the row as the tampering leaves it, if it leaves it at all.
    private func tampered(_ row: LeafRow, _ show: (LeafRow) throws -> Void) throws {
        let stored = StoredLeaf(
            position: row.position,
            submission: row.submissionName,
            number: row.number,
            bytes: Array(row.bytes),
            hash: row.hash
        )
        guard let leaf = tampering.leaf(stored) else { return }
        try Array(leaf.submission.rawValue.utf8).withUnsafeBytes { name in
            try leaf.bytes.withUnsafeBytes { bytes in
                try show(
                    LeafRow(
                        position: leaf.position,
                        submission: name,
                        number: leaf.number,
                        bytes: bytes,
                        hash: leaf.hash,
                        recordedAt: row.recordedAt
                    )
                )
            }
        }
    }

    func history(of name: SubmissionName, through instant: Instant?) throws -> [StoredEvent] {
        try reader.history(of: name, through: instant)
    }

    func submissions(after name: SubmissionName?, limit: Int) throws -> [SubmissionName] {
        try reader.submissions(after: name, limit: limit)
    }

    func leaves(of name: SubmissionName, _ kind: LeafKind, limit: Int) throws -> [StoredLeaf] {
        try reader.leaves(of: name, kind, limit: limit).compactMap(tampering.leaf)
    }

    func treeHashes(level: Int, _ places: Range<Int>) throws -> [Digest] {
        try reader.treeHashes(level: level, places)
    }

    func event(_ number: Int, of name: SubmissionName) throws -> EventRecord? { try reader.event(number, of: name) }

    func approvals(of product: ProductID, except own: SubmissionName?) throws -> [Approval] {
        try reader.approvals(of: product, except: own)
    }

    func submissions(of product: ProductID, after name: SubmissionName?, limit: Int) throws -> [SubmissionName] {
        try reader.submissions(of: product, after: name, limit: limit)
    }

    func products(after product: ProductID?, limit: Int) throws -> [ProductID] {
        try reader.products(after: product, limit: limit)
    }

    func caseRows(_ filter: CaseFilter, after position: CasePosition?, limit: Int) throws -> [CaseRow] {
        try reader.caseRows(filter, after: position, limit: limit)
    }

    func turnRows(of capacity: Actor.Capacity, after position: CasePosition?, limit: Int) throws -> [CaseRow] {
        try reader.turnRows(of: capacity, after: position, limit: limit)
    }

    func flaggedRows(of capacity: Actor.Capacity, after position: CasePosition?, limit: Int) throws -> [CaseRow] {
        try reader.flaggedRows(of: capacity, after: position, limit: limit)
    }

    func owingRows(through date: CivilDate, after position: CasePosition?, limit: Int) throws -> [CaseRow] {
        try reader.owingRows(through: date, after: position, limit: limit)
    }

    func overdueRows(before date: CivilDate, after position: CasePosition?, limit: Int) throws -> [CaseRow] {
        try reader.overdueRows(before: date, after: position, limit: limit)
    }

    func lookingOutside(after name: SubmissionName?, limit: Int) throws -> [SubmissionName] {
        try reader.lookingOutside(after: name, limit: limit)
    }

    func dependents(on approval: Approval.ID, after dependent: Approval.ID?, limit: Int) throws -> [Approval.ID] {
        try reader.dependents(on: approval, after: dependent, limit: limit)
    }
}

extension StoredLeaf {
    func with(bytes: [UInt8]? = nil, hash: Digest? = nil, number: Int? = nil) -> StoredLeaf {
        StoredLeaf(
            position: position,
            submission: submission,
            number: number ?? self.number,
            bytes: bytes ?? self.bytes,
            hash: hash ?? self.hash
        )
    }
}
