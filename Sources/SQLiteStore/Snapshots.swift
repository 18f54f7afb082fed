import Foundation
import GRDB
import Regulation
import Submissions
import TransparencyLog

/// Folded submissions kept beside the log, so that a long history is not folded from its beginning.
///
/// A snapshot is no evidence. It is used only while its form is today's, its own digest holds, and the leaf that it
/// names still stands in the log; otherwise the events alone are folded. Verification folds all events and compares.
enum Snapshots {
    /// The form of what is kept: raised with every change of what a fold holds or of how events are folded.
    static let form = 6
    /// Events from one snapshot of a submission to its next.
    static let interval = 64

    static func isDue(from before: Submission?, to after: Submission) -> Bool {
        (before?.version ?? 0) / interval < after.version / interval
    }

    static func store(_ submission: Submission, leaf: Digest, in db: Database) throws {
        let body = try encoded(submission)
        try db.run(
            """
            INSERT INTO snapshot (submission, number, form, leaf, body, digest) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (submission) DO UPDATE SET number = excluded.number, form = excluded.form,
                leaf = excluded.leaf, body = excluded.body, digest = excluded.digest
            """,
            [
                submission.name.rawValue, submission.version, form, Data(leaf.bytes), body,
                Data(Digest.sha256(of: body).bytes),
            ]
        )
    }

    /// The submission as all its events leave it, folded from `known`, its snapshot, or its first event on.
    static func fold(_ name: SubmissionName, onto known: Submission? = nil, in db: Database) throws -> Submission? {
        let start = try known ?? load(name, in: db)
        return try LogRows.fold(name, onto: start, in: db)
    }

    /// The snapshot, where it fits the log.
    static func load(_ name: SubmissionName, in db: Database) throws -> Submission? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT snapshot.body, snapshot.digest FROM snapshot
                JOIN leaf ON leaf.submission = snapshot.submission AND leaf.number = snapshot.number
                    AND leaf.hash = snapshot.leaf
                WHERE snapshot.submission = ? AND snapshot.form = ?
                """
        )
        guard let row = try Row.fetchOne(statement, arguments: [name.rawValue, form]) else { return nil }
        let body = try row.decode(Data.self, atIndex: 0)
        guard Digest(bytes: try row.decode(Data.self, atIndex: 1)) == Digest.sha256(of: body) else { return nil }
        return try? decoded(body)
    }

    static func encoded(_ submission: Submission) throws -> Data { try JSONEncoder().encode(submission) }

    static func decoded(_ body: Data) throws -> Submission { try JSONDecoder().decode(Submission.self, from: body) }
}
