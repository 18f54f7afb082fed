import CanonicalJSON
import Engine
import Regulation
import Submissions
import TransparencyLog

// The log as verification and evidence read it.
extension DurableReading {
    func event(_ number: Int, of name: SubmissionName) throws -> EventRecord? {
        state.events(of: name, after: number - 1).first.map(\.record)
    }

    func leaves(of name: SubmissionName, _ kind: LeafKind, limit: Int) throws -> [StoredLeaf] {
        let own = state.leaves.filter { $0.submission == name }
        let found =
            switch kind {
            case .events(after: let last): own.filter { $0.number.map { $0 > last } ?? false }
            case .refusals(after: let last): own.filter { $0.number == nil && $0.position > last }
            }
        return Array(found.prefix(max(0, limit)))
    }

    func treeHashes(level: Int, _ places: Range<Int>) throws -> [Digest] {
        let width = 1 << (8 * level)
        return places.map { place in
            MerkleTree.root(of: state.leaves[(place * width)..<((place + 1) * width)].map(\.hash))
        }
    }

    func leafCount() throws -> Int { state.leaves.count }

    func scanLeaves(at positions: Range<Int>, _ show: (LeafRow) throws -> Void) throws {
        for leaf in state.leaves where positions.contains(leaf.position) { try self.show(leaf, show) }
    }

    func scanLeaves(of span: SubmissionSpan, _ show: (LeafRow) throws -> Void) throws {
        let inSpan = state.leaves.filter { leaf in
            leaf.submission <= span.through && span.after.map { $0 < leaf.submission } ?? true
        }
        let sorted = inSpan.sorted { left, right in
            (left.submission, left.number ?? 0, left.position) < (right.submission, right.number ?? 0, right.position)
        }
        for leaf in sorted { try self.show(leaf, show) }
    }

    func submissionSpan(after name: SubmissionName?, limit: Int) throws -> SubmissionSpan? {
        let names = Set(state.leaves.map(\.submission)).sorted()
            .filter { candidate in name.map { $0 < candidate } ?? true }
        return names.prefix(limit).last.map { SubmissionSpan(after: name, through: $0) }
    }

    func scanHeads(of sizes: ClosedRange<Int>, _ show: (TreeHead) throws -> Void) throws {
        for head in state.heads where sizes.contains(head.size) { try show(head) }
    }

    func head(of size: Int) throws -> TreeHead? { state.heads.first { $0.size == size } }

    private func show(_ leaf: StoredLeaf, _ show: (LeafRow) throws -> Void) throws {
        let recordedAt = state.records[leaf.position]?.recordedAt ?? Self.instant(of: leaf)
        try Array(leaf.submission.rawValue.utf8).withUnsafeBytes { name in
            try leaf.bytes.withUnsafeBytes { bytes in
                try show(
                    LeafRow(
                        position: leaf.position,
                        submission: name,
                        number: leaf.number,
                        bytes: bytes,
                        hash: leaf.hash,
                        recordedAt: recordedAt
                    )
                )
            }
        }
    }

    /// A refusal says itself when it was recorded.
    private static func instant(of leaf: StoredLeaf) -> Instant {
        (try? JSONValue(parsing: leaf.bytes)["recordedAt"]?.stringValue).flatMap { Instant($0) }
            ?? Instant(millisecondsSinceEpoch: 0)
    }
}
