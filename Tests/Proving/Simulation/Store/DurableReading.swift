import Engine
import Regulation
import Submissions
import TransparencyLog

/// What the reader of a snapshot and the writer's transaction answer alike.
protocol DurableReading: StoreReader {
    var state: DurableState { get }
}

extension DurableReading {
    func settings() throws -> WorkspaceSettings { state.settings }

    func history(of name: SubmissionName, through instant: Instant?) throws -> [StoredEvent] {
        state.events(of: name).filter { event in instant.map { event.record.recordedAt <= $0 } ?? true }
    }

    func submissions(after name: SubmissionName?, limit: Int) throws -> [SubmissionName] {
        let names = state.rows.keys.filter { candidate in name.map { $0 < candidate } ?? true }
        return Array(names.sorted().prefix(max(0, limit)))
    }

    func approval(_ id: Approval.ID) throws -> Approval? {
        state.rows.values.lazy.flatMap(\.approvals).first { $0.id == id }
    }

    func texts(_ commitments: [TextCommitment]) throws -> [TextCommitment: CommittedText] {
        commitments.reduce(into: [:]) { found, commitment in found[commitment] = state.texts[commitment] }
    }

    func pinned(_ pin: Pin) throws -> String? { state.pinned[pin] }

    func leaves(from position: Int, limit: Int) throws -> [StoredLeaf] {
        Array(state.leaves.dropFirst(max(0, position)).prefix(max(0, limit)))
    }

    func heads() throws -> [TreeHead] { state.heads }

    func dependencies(limit: Int) throws -> [Dependency] {
        Array(state.queue.lazy.filter { !$0.isDone }.map(\.dependency).prefix(max(0, limit)))
    }

    func answer(to key: IdempotencyKey) throws -> KeptAnswer? { state.answers[key] }
}

/// One consistent state of the workspace, read beside the writer.
final class SimulatedReader: DurableReading {
    let state: DurableState
    private(set) var folds: FoldCache

    init(_ state: DurableState, folds: FoldCache) {
        self.state = state
        self.folds = folds
    }

    func submission(_ name: SubmissionName) throws -> Submission? {
        guard let version = state.positions[name]?.count else { return nil }
        let kept = folds[name]
        if let kept, kept.version == version { return kept }
        let usable = kept.flatMap { $0.version < version ? $0 : nil }
        let folded = state.fold(name, onto: usable)
        if let folded, (kept?.version ?? 0) < folded.version { folds.keep(folded) }
        return folded
    }

    func keptSubmissions(_ name: SubmissionName) throws -> [Submission] { [folds[name]].compactMap(\.self) }

    func lastRecordedAt() throws -> Instant? { state.lastRecordedAt }

    func head() throws -> TreeHead { state.heads.last ?? MerkleFrontier().head }
}
