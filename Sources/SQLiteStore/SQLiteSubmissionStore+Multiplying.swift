import Engine
import Foundation
import GRDB
public import Regulation
public import Submissions
import TransparencyLog

extension SQLiteSubmissionStore {
    /// Writes submissions of a simulated workspace again under new numbers: how large workspaces are made to measure with.
    ///
    /// A name ends in seven digits, which also end the ids of its product, applicant and people; the copy has other digits
    /// in their places, and is otherwise the same to the byte but for the instant at which it was recorded. Its texts
    /// are those of its pattern.
    /// - Parameters:
    ///   - patterns: The submissions to copy, in turn.
    ///   - numbers: The numbers of the copies.
    ///   - progress: Called after each transaction with the copies made.
    /// - Throws: ``StoreError/refused(reason:)`` where the workspace runs on the wall clock: its log is evidence.
    public func multiply(
        _ patterns: [SubmissionName],
        into numbers: Range<Int>,
        progress: (@Sendable (Int) -> Void)? = nil
    ) async throws {
        guard case .simulated = settled.clock, !patterns.isEmpty else {
            throw StoreError.refused(reason: "only submissions of a simulated workspace are copied")
        }
        let read = try await inspecting { db in try patterns.map { try SubmissionPattern($0, in: db) } }
        for start in stride(from: numbers.lowerBound, to: numbers.upperBound, by: Self.copiesAtOnce) {
            let end = min(start + Self.copiesAtOnce, numbers.upperBound)
            try await commits.submit { transaction in
                let instant = try transaction.now()
                for number in start..<end {
                    try transaction.copy(read[number % read.count], number, at: instant)
                }
            }
            progress?(end - numbers.lowerBound)
        }
    }

    private static let copiesAtOnce = 250
}

/// A submission as it is written again, with the places of its number in every text.
struct SubmissionPattern: Sendable {
    struct Leaf: Sendable {
        let number: Int?
        let type: String
        let bytes: [UInt8]
        let digits: [Int]
        let recordedAt: Int
    }

    struct Table: Sendable {
        let sql: String
        let rows: [[DatabaseValue]]
    }

    static let width = 7

    let name: String
    let leaves: [Leaf]
    let tables: [Table]

    var digits: String { String(name.suffix(Self.width)) }

    init(_ submission: SubmissionName, in db: Database) throws {
        name = submission.rawValue
        let digits = Array(submission.rawValue.utf8.suffix(Self.width))
        guard digits.count == Self.width, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw StoreError.refused(reason: "\(name) does not end in a number of \(Self.width) digits")
        }
        leaves = try Row.fetchAll(
            db,
            sql: "SELECT number, type, bytes FROM leaf WHERE submission = ? ORDER BY position",
            arguments: [submission.rawValue]
        ).map { row in
            let bytes = [UInt8](try row.decode(Data.self, atIndex: 2))
            return Leaf(
                number: try row.decode(Int?.self, atIndex: 0),
                type: try row.decode(String.self, atIndex: 1),
                bytes: bytes,
                digits: Self.places(of: digits, in: bytes),
                recordedAt: try Self.placeOfInstant(in: bytes)
            )
        }
        tables = try [
            ("submissionRow", "name"), ("caseRow", "submission"), ("approvalRow", "submission"),
            ("relianceRow", "submission"),
        ]
        .map { table, key in
            let found = try Row.fetchAll(
                db,
                sql: "SELECT * FROM \(table) WHERE \(key) = ?",
                arguments: [submission.rawValue]
            )
            let marks = found.first.map { $0.map { _ in "?" }.joined(separator: ", ") } ?? ""
            return Table(
                sql: "INSERT INTO \(table) VALUES (\(marks))",
                rows: found.map { Array($0.databaseValues) }
            )
        }
    }

    /// Where the digits stand after the letter or hyphen that a name or an id ends with; never inside a digest.
    private static func places(of digits: [UInt8], in bytes: [UInt8]) -> [Int] {
        guard bytes.count > digits.count else { return [] }
        return (1...(bytes.count - digits.count)).filter { place in
            guard bytes[place] == digits[0], bytes[place..<(place + digits.count)].elementsEqual(digits) else {
                return false
            }
            let before = bytes[place - 1]
            return before == UInt8(ascii: "-") || before == UInt8(ascii: "g")
        }
    }

    private static func placeOfInstant(in bytes: [UInt8]) throws -> Int {
        let key = Array(#""recordedAt":""#.utf8)
        guard let found = Data(bytes).range(of: Data(key)) else {
            throw StoreError.damaged(reason: "a leaf without the instant of its recording")
        }
        return found.upperBound
    }
}

extension SQLiteTransaction {
    func now() throws -> Instant {
        guard case .simulated(let now) = try settings().clock else { throw StoreError.refused(reason: "a wall clock") }
        return max(now, stagedEdge.lastRecordedAt ?? now)
    }

    func copy(_ pattern: SubmissionPattern, _ number: Int, at instant: Instant) throws {
        let plain = String(number)
        let digits = String(repeating: "0", count: max(0, SubmissionPattern.width - plain.count)) + plain
        let name = SubmissionName(pattern.name.dropLast(SubmissionPattern.width) + digits)
        let recorded = Array(instant.description.utf8)
        try writing {
            for leaf in pattern.leaves {
                var bytes = leaf.bytes
                for place in leaf.digits {
                    bytes.replaceSubrange(place..<(place + SubmissionPattern.width), with: digits.utf8)
                }
                bytes.replaceSubrange(leaf.recordedAt..<(leaf.recordedAt + recorded.count), with: recorded)
                let hash = MerkleHash.leaf(bytes)
                try insert(bytes, hash: hash, type: leaf.type, number: leaf.number, of: name, at: instant)
            }
            for table in pattern.tables {
                for row in table.rows {
                    let values = row.map { value -> DatabaseValue in
                        guard case .string(let text) = value.storage else { return value }
                        return text.replacingOccurrences(of: pattern.digits, with: digits).databaseValue
                    }
                    try db.cachedStatement(sql: table.sql).execute(arguments: StatementArguments(values))
                }
            }
        }
    }
}
