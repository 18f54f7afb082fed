import Foundation
import GRDB
import Regulation
package import Submissions
import TransparencyLog

/// Submissions of a simulated workspace, written again under new numbers: how large workspaces are made to measure with.
///
/// No store offers this. The copies go into the tables of the database by SQL of their own, with the tree that the store
/// would have kept over them; the next opening brings the file of heads up to date.
///
/// A name ends in seven digits, which also end the ids of its product, applicant and people; the copy has other digits
/// in their places, and is otherwise the same to the byte but for the instant at which it was recorded. Its texts
/// are those of its pattern.
package struct Copies: Sendable {
    private let database: DatabaseQueue

    private static let copiesAtOnce = 250

    /// - Parameter folder: The workspace.
    /// - Throws: ``CopyingFault/isEvidence`` where it runs on the wall clock; what SQLite throws.
    package init(in folder: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        database = try DatabaseQueue(path: folder + "/tasuki.sqlite", configuration: configuration)
        _ = try database.read { try LogEdge(in: $0) }
    }

    /// - Parameters:
    ///   - patterns: The submissions to copy, in turn.
    ///   - numbers: The numbers of the copies.
    ///   - progress: Called after each transaction with the copies made.
    /// - Throws: ``CopyingFault``; what SQLite throws.
    package func write(
        of patterns: [SubmissionName],
        into numbers: Range<Int>,
        progress: ((Int) -> Void)? = nil
    ) throws {
        let read = try database.read { db in try patterns.map { try SubmissionPattern($0, in: db) } }
        for start in stride(from: numbers.lowerBound, to: numbers.upperBound, by: Self.copiesAtOnce) {
            let end = min(start + Self.copiesAtOnce, numbers.upperBound)
            try database.write { db in
                var edge = try LogEdge(in: db)
                for number in start..<end { try edge.append(read[number % read.count], as: number, in: db) }
                try edge.store(in: db)
            }
            progress?(end - numbers.lowerBound)
        }
    }
}

/// Why submissions are not copied.
package enum CopyingFault: Error, Hashable, Sendable {
    /// The workspace runs on the wall clock, so its log is evidence.
    case isEvidence
    /// The name does not end in seven digits.
    case notNumbered(SubmissionName)
    case damaged(reason: String)
}
