import Submissions
import TransparencyLog

/// The leaves themselves hold everything, and are read by those alone who may see everything.
extension SeenReader {
    func leafCount() throws -> Int { try whole.leafCount() }

    func leaves(from position: Int, limit: Int) throws -> [StoredLeaf] { throw NotShown() }

    func leaves(of name: SubmissionName, _ kind: LeafKind, limit: Int) throws -> [StoredLeaf] { throw NotShown() }

    func scanLeaves(at positions: Range<Int>, _ show: (LeafRow) throws -> Void) throws { throw NotShown() }

    func scanLeaves(of span: SubmissionSpan, _ show: (LeafRow) throws -> Void) throws { throw NotShown() }

    func submissionSpan(after name: SubmissionName?, limit: Int) throws -> SubmissionSpan? { throw NotShown() }

    func treeHashes(level: Int, _ places: Range<Int>) throws -> [Digest] { throw NotShown() }

    func heads() throws -> [TreeHead] { throw NotShown() }

    func head(of size: Int) throws -> TreeHead? { throw NotShown() }

    func scanHeads(of sizes: ClosedRange<Int>, _ show: (TreeHead) throws -> Void) throws { throw NotShown() }

    func keptSubmissions(_ name: SubmissionName) throws -> [Submission] { throw NotShown() }
}
