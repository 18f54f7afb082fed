import Foundation
import GRDB
import Regulation
import Submissions

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
            throw CopyingFault.notNumbered(submission)
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
            throw CopyingFault.damaged(reason: "a leaf without the instant of its recording")
        }
        return found.upperBound
    }
}
