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

    /// Each list of cases with every filter that it knows, at its beginning and in its midst.
    private static var lists: [CaseList] {
        var filters: [CaseFilter] = []
        for jurisdiction in [nil, "SG"] as [JurisdictionCode?] {
            for state in [nil, "reading"] as [StateID?] {
                for holder in [nil, .applicant] as [CaseHolder?] {
                    for through in [nil, date] as [CivilDate?] {
                        filters.append(
                            CaseFilter(
                                jurisdiction: jurisdiction,
                                state: state,
                                holder: holder,
                                dueThrough: through
                            )
                        )
                    }
                }
            }
        }
        return ([nil, position] as [CasePosition?]).flatMap { position in
            filters.map { CaseList.matching($0, after: position, limit: 50) } + [
                .flagged(for: "HSA", after: position, limit: 50), .owing(through: date, after: position, limit: 50),
                .overdue(before: date, after: position, limit: 50),
            ]
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
        #expect(Self.lists.count == 38)
        for list in Self.lists { try await check(list.sql, in: store) }
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
