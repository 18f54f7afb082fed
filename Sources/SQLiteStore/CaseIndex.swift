import GRDB

/// An index of the rows of cases: some columns, then a date, the submission and the case.
///
/// Cases with the same values of those columns stand in the order of a list; where a list leaves a column open, it is
/// merged from the places that occur.
struct CaseIndex: Sendable {
    let name: String
    let columns: [String]
    /// The column of the date by which its lists are ordered.
    let date: String
    /// The condition of the index as its definition says it, without which SQLite does not use it.
    let condition: String

    static let due = CaseIndex(name: "caseRowByDue", columns: [], date: "due", condition: "isReplaced = 0")
    static let jurisdiction = CaseIndex(
        name: "caseRowByJurisdiction",
        columns: ["jurisdiction"],
        date: "due",
        condition: "isReplaced = 0"
    )
    static let place = CaseIndex(
        name: "caseRowByPlace",
        columns: ["jurisdiction", "state", "turn"],
        date: "due",
        condition: "isReplaced = 0"
    )
    static let turn = CaseIndex(
        name: "caseRowByTurn",
        columns: ["turn", "movers"],
        date: "due",
        condition: "isReplaced = 0"
    )
    static let flag = CaseIndex(
        name: "caseRowByFlag",
        columns: ["flagged", "movers"],
        date: "due",
        condition: "flagged IS NOT NULL AND isReplaced = 0"
    )
    static let applicantDue = CaseIndex(
        name: "caseRowByApplicantDue",
        columns: ["movers"],
        date: "applicantDue",
        condition: "applicantDue IS NOT NULL"
    )
    static let deadline = CaseIndex(
        name: "caseRowByDeadline",
        columns: [],
        date: "deadline",
        condition: "deadline IS NOT NULL"
    )
}

extension CaseIndex {
    /// The statement that steps from one place to the next.
    var next: String {
        let list = columns.joined(separator: ", ")
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        return """
            SELECT \(list) FROM caseRow INDEXED BY \(name) WHERE \(condition) AND (\(list)) >= (\(marks)) \
            ORDER BY \(list) LIMIT 1
            """
    }

    /// The values of the columns that occur in the index, in order; of `wanted`, `nil` stands for any value.
    ///
    /// Each is found by seeking, so it costs what there are of values, whatever the number of cases.
    func places(_ wanted: [String?], in db: Database) throws -> [[String]] {
        guard wanted.contains(nil) else { return [wanted.compactMap(\.self)] }
        var found: [[String]] = []
        var key = wanted.map { $0 ?? "" }
        while let place = try place(from: key, in: db) {
            let difference = wanted.indices.first { index in wanted[index].map { $0 != place[index] } ?? false }
            if let index = difference, let value = wanted[index], place[index].precedes(value) {
                key = place[..<index] + wanted[index...].map { $0 ?? "" }
                continue
            }
            if difference == nil { found.append(place) }
            // The last open column before the difference takes its next value.
            guard let open = wanted[..<(difference ?? wanted.count)].lastIndex(of: nil) else { break }
            key = place[..<open] + [place[open].successor] + wanted[(open + 1)...].map { $0 ?? "" }
        }
        return found
    }

    private func place(from key: [String], in db: Database) throws -> [String]? {
        let row = try Row.fetchOne(db.cachedStatement(sql: next), arguments: StatementArguments(key))
        return try row.map { row in try columns.indices.map { try row.decode(String.self, atIndex: $0) } }
    }
}

extension String {
    /// As SQLite compares, byte by byte.
    fileprivate func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }

    /// Follows this text and precedes every name that follows it; a zero byte would end the text for SQLite.
    fileprivate var successor: String { self + "\u{1}" }
}
