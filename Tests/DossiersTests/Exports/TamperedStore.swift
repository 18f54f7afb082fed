import Engine
import Regulation
import Submissions
import TransparencyLog

/// A store whose reader shows what somebody has changed beneath it; it takes no writes.
struct TamperedStore: SubmissionStore {
    /// What was done to the log.
    struct Tampering: Sendable {
        var leaf: @Sendable (StoredLeaf) -> StoredLeaf? = { $0 }
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

    func close() async throws {}
}

private struct TamperedReader: StoreReader {
    let reader: any StoreReader
    let tampering: TamperedStore.Tampering

    func leaves(from position: Int, limit: Int) throws -> [StoredLeaf] {
        try reader.leaves(from: position, limit: limit).compactMap(tampering.leaf)
    }

    func texts(_ commitments: [Submissions.TextCommitment]) throws -> [Submissions.TextCommitment: CommittedText] {
        try reader.texts(commitments).compactMapValues(tampering.text)
    }

    func pinned(_ pin: Pin) throws -> String? { try reader.pinned(pin).flatMap(tampering.pinned) }
    func settings() throws -> WorkspaceSettings { try reader.settings() }
    func submission(_ name: SubmissionName) throws -> Submission? { try reader.submission(name) }
    func approvals(of product: ProductID) throws -> [Approval] { try reader.approvals(of: product) }
    func approval(_ id: Approval.ID) throws -> Approval? { try reader.approval(id) }
    func caseRows(submission: SubmissionName?) throws -> [CaseRow] { try reader.caseRows(submission: submission) }
    func lastRecordedAt() throws -> Instant? { try reader.lastRecordedAt() }
    func head() throws -> TreeHead { try reader.head() }
    func heads() throws -> [TreeHead] { try reader.heads() }
    func dependencies(limit: Int) throws -> [Dependency] { try reader.dependencies(limit: limit) }
    func answer(to key: IdempotencyKey) throws -> KeptAnswer? { try reader.answer(to: key) }

    func history(of name: SubmissionName, through instant: Instant?) throws -> [StoredEvent] {
        try reader.history(of: name, through: instant)
    }

    func submissions(after name: SubmissionName?, limit: Int) throws -> [SubmissionName] {
        try reader.submissions(after: name, limit: limit)
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
