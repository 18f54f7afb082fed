import Engine
import GRDB
import Regulation
import Statecharts
import Submissions

/// One page of a list of cases, merged from places of one index.
struct CaseList {
    let sql: String
    let arguments: StatementArguments

    private static let columns = """
        submission, name, product, jurisdiction, route, isTrack, version, procedure, state, turn, due, deadline, \
        applicantDue, flagged, looksOutside, isOver, isReplaced, movers, \
        isDueUnconfirmed, dueEarliest, isFirstDayUnknown
        """

    /// The date of a row that has none: after every other.
    static let noDate = 9_999_999

    /// The index is named, so that a plan never depends on statistics that nobody gathered.
    ///
    /// - Parameters:
    ///   - index: Gives the order, within each place and so over all of them.
    ///   - places: Values of the columns of the index, at least one.
    ///   - date: The last day of the list.
    ///   - position: The case after which the page begins.
    ///   - limit: How many cases it has at most.
    init(
        _ index: CaseIndex,
        _ places: some Collection<[String]>,
        through date: CivilDate? = nil,
        after position: CasePosition?,
        limit: Int
    ) {
        var conditions = [index.condition] + index.columns.map { "\($0) = ?" }
        var values: [any DatabaseValueConvertible] = []
        if let date {
            conditions.append("\(index.date) <= ?")
            values.append(date.dayNumber)
        }
        if let position {
            conditions.append("(\(index.date), submission, name) > (?, ?, ?)")
            values += [
                position.date?.dayNumber ?? Self.noDate, position.submission.rawValue, position.name.rawValue,
            ]
        }
        let place = """
            SELECT \(Self.columns) FROM caseRow INDEXED BY \(index.name) \
            WHERE \(conditions.joined(separator: " AND "))
            """
        sql = """
            \(places.map { _ in place }.joined(separator: " UNION ALL ")) \
            ORDER BY \(index.date), submission, name LIMIT ?
            """
        arguments = StatementArguments(places.flatMap { $0 + values } + [max(0, limit)])
    }

    /// A line for each body; `nil` for none, so that the index of the list stays small.
    static func text(of bodies: [BodyID]) -> String? {
        bodies.isEmpty ? nil : bodies.map(\.rawValue).joined(separator: "\n")
    }

    static func bodies(_ text: String?) -> [BodyID] {
        (text ?? "").split(separator: "\n").map { BodyID(String($0)) }
    }

    static func cases(of submission: SubmissionName, in db: Database) throws -> [CaseRow] {
        let sql = "SELECT \(columns) FROM caseRow WHERE submission = ? ORDER BY name"
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [submission.rawValue]).map(CaseRow.init)
    }

    func rows(in db: Database) throws -> [CaseRow] {
        // A row of the cursor is decoded where it stands, without a copy of its twenty values.
        try Array(Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments).map(CaseRow.init))
    }
}

extension CaseRow {
    /// - Precondition: the row has the columns of a ``CaseList``.
    fileprivate init(_ row: Row) throws {
        let state = try row.decode(String.self, atIndex: 8)
        let due = try row.decode(Int.self, atIndex: 10)
        self.init(
            submission: SubmissionName(try row.decode(String.self, atIndex: 0)),
            product: ProductID(try row.decode(String.self, atIndex: 2)),
            name: CaseName(try row.decode(String.self, atIndex: 1)),
            jurisdiction: JurisdictionCode(try row.decode(String.self, atIndex: 3)),
            route: RouteName(try row.decode(String.self, atIndex: 4)),
            isTrack: try row.decode(atIndex: 5),
            version: try row.decode(atIndex: 6),
            deadline: (try row.decode(Int?.self, atIndex: 11)).map(CivilDate.init(dayNumber:)),
            isOver: try row.decode(atIndex: 15),
            isReplaced: try row.decode(atIndex: 16),
            outlook: Outlook(
                procedure: ProcedureID(try row.decode(String.self, atIndex: 7)),
                state: state.isEmpty ? nil : StateID(rawValue: state),
                turn: CaseTurn(try row.decode(String.self, atIndex: 9)),
                movers: CaseMovers(text: try row.decode(String.self, atIndex: 17)),
                due: due == CaseList.noDate ? nil : CivilDate(dayNumber: due),
                applicantDue: (try row.decode(Int?.self, atIndex: 12)).map(CivilDate.init(dayNumber:)),
                dueEarliest: (try row.decode(Int?.self, atIndex: 19)).map(CivilDate.init(dayNumber:)),
                isDueUnconfirmed: try row.decode(atIndex: 18),
                isFirstDayUnknown: try row.decode(atIndex: 20),
                looksOutside: try row.decode(atIndex: 14),
                flagged: CaseList.bodies(try row.decode(String?.self, atIndex: 13))
            )
        )
    }
}
