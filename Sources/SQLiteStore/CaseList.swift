import Engine
import GRDB
import Regulation
import Statecharts
import Submissions

/// One list of cases: which index gives its order, and what else restricts it.
struct CaseList {
    let sql: String
    let arguments: StatementArguments

    private static let columns = """
        submission, name, product, jurisdiction, route, isTrack, version, procedure, state, holder, due, deadline, \
        obligation, flagged, looksOutside, isOver, isReplaced
        """

    /// The date of a row that has none: after every other.
    static let noDate = 9_999_999

    /// The index is named, so that a plan never depends on statistics that nobody gathered; `order` is the column of
    /// the date by which the list is ordered.
    private init(
        index: String,
        order: String,
        _ conditions: [(sql: String, values: [any DatabaseValueConvertible])],
        after position: CasePosition?,
        limit: Int
    ) {
        var conditions = conditions
        if let position {
            let date = position.date?.dayNumber ?? Self.noDate
            conditions.append(
                (
                    "(\(order), submission, name) > (?, ?, ?)",
                    [date, position.submission.rawValue, position.name.rawValue]
                )
            )
        }
        let restriction = conditions.isEmpty ? "" : " WHERE " + conditions.map(\.sql).joined(separator: " AND ")
        sql = """
            SELECT \(Self.columns) FROM caseRow INDEXED BY \(index)\(restriction) \
            ORDER BY \(order), submission, name LIMIT ?
            """
        arguments = StatementArguments(conditions.flatMap(\.values) + [max(0, limit)])
    }

    /// Cases that were not replaced, by what falls due.
    static func matching(_ filter: CaseFilter, after position: CasePosition?, limit: Int) -> CaseList {
        var conditions: [(sql: String, values: [any DatabaseValueConvertible])] = [("isReplaced = 0", [])]
        if let state = filter.state { conditions.append(("state = ?", [state.rawValue])) }
        if let holder = filter.holder { conditions.append(("holder = ?", [holder.description])) }
        if let code = filter.jurisdiction { conditions.append(("jurisdiction = ?", [code.rawValue])) }
        if let date = filter.dueThrough { conditions.append(("due <= ?", [date.dayNumber])) }
        // The first of these tells the most: states of one country, a state, a body's turn.
        let index =
            if filter.state != nil {
                filter.jurisdiction != nil ? "caseRowByPlace" : "caseRowByState"
            } else if filter.holder != nil {
                "caseRowByHolder"
            } else if filter.jurisdiction != nil {
                "caseRowByJurisdiction"
            } else {
                "caseRowByDue"
            }
        return CaseList(index: index, order: "due", conditions, after: position, limit: limit)
    }

    static func flagged(for body: BodyID, after position: CasePosition?, limit: Int) -> CaseList {
        CaseList(
            index: "caseRowByFlag",
            order: "due",
            [("flagged = ?", [body.rawValue]), ("isReplaced = 0", [])],
            after: position,
            limit: limit
        )
    }

    static func owing(through date: CivilDate, after position: CasePosition?, limit: Int) -> CaseList {
        CaseList(
            index: "caseRowByObligation",
            order: "obligation",
            [("obligation IS NOT NULL", []), ("obligation <= ?", [date.dayNumber])],
            after: position,
            limit: limit
        )
    }

    static func overdue(before date: CivilDate, after position: CasePosition?, limit: Int) -> CaseList {
        CaseList(
            index: "caseRowByDeadline",
            order: "deadline",
            [("deadline IS NOT NULL", []), ("deadline < ?", [date.dayNumber])],
            after: position,
            limit: limit
        )
    }

    static func cases(of submission: SubmissionName, in db: Database) throws -> [CaseRow] {
        let sql = "SELECT \(columns) FROM caseRow WHERE submission = ? ORDER BY name"
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [submission.rawValue]).map(CaseRow.init)
    }

    func rows(in db: Database) throws -> [CaseRow] {
        try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map(CaseRow.init)
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
            obligationDue: (try row.decode(Int?.self, atIndex: 12)).map(CivilDate.init(dayNumber:)),
            isOver: try row.decode(atIndex: 15),
            isReplaced: try row.decode(atIndex: 16),
            standing: Standing(
                procedure: ProcedureID(try row.decode(String.self, atIndex: 7)),
                state: state.isEmpty ? nil : StateID(rawValue: state),
                holder: CaseHolder(try row.decode(String.self, atIndex: 9)),
                due: due == CaseList.noDate ? nil : CivilDate(dayNumber: due),
                looksOutside: try row.decode(atIndex: 14),
                flagged: (try row.decode(String?.self, atIndex: 13)).map { BodyID($0) }
            )
        )
    }
}
