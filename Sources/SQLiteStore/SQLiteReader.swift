import Engine
import GRDB
import Regulation
import Submissions
import TransparencyLog

/// One consistent state of the workspace, read beside the writer.
struct SQLiteReader: DatabaseReading {
    let db: Database
    let settled: WorkspaceSettings
    let folds: SharedFolds

    func submission(_ name: SubmissionName) throws -> Submission? {
        guard let version = try LogRows.version(of: name, in: db) else { return nil }
        let kept = folds[name]
        if let kept, kept.version == version { return kept }
        // A fold that saw more events than this snapshot holds is of no use here.
        let usable = kept.flatMap { $0.version < version ? $0 : nil }
        let folded = try Snapshots.fold(name, onto: usable, in: db)
        if let folded { folds.keep(folded) }
        return folded
    }

    func keptSubmissions(_ name: SubmissionName) throws -> [Submission] {
        [folds[name], try Snapshots.load(name, in: db)].compactMap(\.self)
    }

    func lastRecordedAt() throws -> Instant? {
        try LogRows.lastRecordedAt(db)
    }

    func head() throws -> TreeHead {
        try LogRows.lastHead(in: db) ?? MerkleFrontier().head
    }
}
