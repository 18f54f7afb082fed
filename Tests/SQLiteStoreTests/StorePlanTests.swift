import Engine
import GRDB
import Regulation
import Statecharts
import Submissions
import Testing

@testable import SQLiteStore

@Suite("Every list follows an index")
struct StorePlanTests {
    private static let position = CasePosition(date: CivilDate(dayNumber: 20_000), submission: "a", name: "SG")
    private static let date = CivilDate(dayNumber: 20_100)

    /// Each list of cases with every filter that it knows.
    private static var selections: [CaseSelection] {
        var filters: [CaseFilter] = []
        for jurisdiction in [nil, "SG"] as [JurisdictionCode?] {
            for state in [nil, "reading"] as [StateID?] {
                for turn in [nil, .applicant] as [CaseTurn?] {
                    for through in [nil, date] as [CivilDate?] {
                        filters.append(
                            CaseFilter(
                                jurisdiction: jurisdiction,
                                state: state,
                                turn: turn,
                                dueThrough: through
                            )
                        )
                    }
                }
            }
        }
        return filters.map(CaseSelection.matching) + [
            .turn(of: .applicant), .turn(of: .role("officer", at: "HSA")), .flagged(for: .role("officer", at: "HSA")),
            .owing(through: date), .overdue(before: date),
        ]
    }

    /// A page of each list, at its beginning and in its midst, merged from one place of its index and from several.
    private static var lists: [CaseList] {
        selections.flatMap { selection in
            let place = selection.index.columns.map { _ in "" }
            return [1, 3].flatMap { count in
                [nil, position].map { position in
                    CaseList(
                        selection.index,
                        Array(repeating: place, count: count),
                        through: selection.through,
                        after: position,
                        limit: 50
                    )
                }
            }
        }
    }

    private func plan(_ sql: String, in store: SQLiteSubmissionStore) async throws -> [String] {
        try await store.inspecting { db in
            let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
            // A plan does not look at the arguments.
            statement.setUncheckedArguments([])
            return try Row.fetchAll(statement).map { $0["detail"] }
        }
    }

    private func check(_ sql: String, in store: SQLiteSubmissionStore) async throws {
        let plan = try await plan(sql, in: store)
        #expect(!plan.isEmpty)
        for line in plan {
            #expect(!line.contains("TEMP B-TREE"), "\(sql)\n\(plan)")
            // An ordered walk along an index from its beginning on is called a scan too; it ends with the page.
            #expect(!line.hasPrefix("SCAN") || line.contains("INDEX caseRowBy"), "\(sql)\n\(plan)")
        }
    }

    @Test("no page of cases reads a table from its beginning or sorts what it read")
    func cases() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
        #expect(Self.lists.count == 84)
        for list in Self.lists { try await check(list.sql, in: store) }
        // Every argument is a bound of the index, so no row is read that the page does not show; that a date is there
        // counts as a bound too.
        for list in Self.lists {
            let bounds = try await plan(list.sql, in: store).joined().count { $0 == "?" }
            #expect(bounds + 1 >= list.sql.count { $0 == "?" }, "\(list.sql)")
        }
    }

    @Test("the places that a list is merged from are found by seeking from one to the next")
    func places() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
        for index in Self.selections.map(\.index) where !index.columns.isEmpty {
            let plan = try await plan(index.next, in: store)
            #expect(plan.count == 1 && plan.allSatisfy { $0.hasPrefix("SEARCH caseRow") }, "\(plan)")
        }
    }

    @Test("no list of names, approvals, events or leaves does either")
    func names() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
        let log = [LogRows.Query.events, LogRows.Query.leaves, LogRows.Query.eventLeaves, LogRows.Query.refusalLeaves]
        for sql in ProjectionRows.Query.all + log { try await check(sql, in: store) }
    }

    @Test("a list that lacks its index is found by this test")
    func control() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
        let plan = try await plan("SELECT name FROM caseRow WHERE route = ? ORDER BY version LIMIT 5", in: store)
        #expect(plan.contains { $0.hasPrefix("SCAN") } && plan.contains { $0.contains("TEMP B-TREE") })
    }
}
