import CommandLineTool
import Engine
import Regulation
import Submissions
import TestSupport
import Testing
import Views

@Suite("Lists over all submissions", .timeLimit(.minutes(30)))
struct ListTests {
    @Test("show every case that was not replaced, whatever the size of the page")
    func pages() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate(year: 2026, month: 8, day: 1))
        let tasuki = workspace.tasuki
        let all = try await tasuki.cases()
        let rows = try await tasuki.status(of: "colon-cade").rows
        #expect(Set(all.rows.map(\.fullName)) == Set(rows.map(\.fullName)) && all.next == nil)
        for limit in 1...3 {
            var found: [CaseRow] = []
            var position: CasePosition?
            repeat {
                let page = try await tasuki.cases(after: position, limit: limit)
                #expect(page.rows.count <= limit)
                found += page.rows
                // A place survives being written down.
                position = page.next.flatMap { CasePosition($0.description) }
            } while position != nil
            #expect(found == all.rows, "pages of \(limit)")
        }
        try await workspace.remove()
    }

    @Test("say of a case what its status says, at each step of the story")
    func agreement() async throws {
        for until in [(2026, 5, 1), (2026, 7, 24), (2026, 12, 1), (2027, 3, 1)] {
            let date = try #require(CivilDate(year: until.0, month: until.1, day: until.2))
            let workspace = try await TestWorkspace.demo(until: date)
            let listed = try await workspace.tasuki.cases().rows
            for row in try await workspace.tasuki.status(of: "colon-cade").rows {
                let own = try #require(listed.first { $0.name == row.name })
                #expect(own.outlook.state == row.states.first && own.version == row.version, "\(row.fullName)")
                #expect(own.outlook.due == row.due?.latest, "\(row.fullName) on \(date)")
                let turn = row.turnBody.map(\.rawValue) ?? (row.turn == .applicant ? "applicant" : "")
                #expect(own.outlook.turn.description == turn, "\(row.fullName) on \(date)")
            }
            #expect(try await workspace.workspace.projectionDefects().isEmpty)
            try await workspace.remove()
        }
    }

    @Test("are restricted by country, turn and date")
    func filters() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate(year: 2026, month: 7, day: 1))
        let all = try await workspace.tasuki.cases().rows
        for row in all {
            let turn = CaseFilter(turn: row.outlook.turn)
            let same = try await workspace.tasuki.cases(turn).rows
            #expect(same == all.filter { $0.outlook.turn == row.outlook.turn })
            let narrow = CaseFilter(
                jurisdiction: row.jurisdiction,
                state: row.outlook.state,
                dueThrough: row.outlook.due
            )
            let expected = all.filter { other in
                guard other.jurisdiction == row.jurisdiction, other.outlook.state == row.outlook.state else {
                    return false
                }
                guard let limit = row.outlook.due else { return true }
                return other.outlook.due.map { $0 <= limit } ?? false
            }
            #expect(try await workspace.tasuki.cases(narrow).rows == expected)
        }
        try await workspace.remove()
    }

    @Test("of work go through turns, flags and obligations, page by page, and name each case once")
    func work() async throws {
        let workspace = try await TestWorkspace.demo()
        let capacities: [Actor.Capacity] = [.applicant] + ["MDA", "HSA", "PMDA"].map { .role("officer", at: $0) }
        for capacity in capacities {
            let all = try await workspace.tasuki.work(for: capacity).items
            var found: [WorkItem] = []
            var position: WorkPosition?
            repeat {
                let page = try await workspace.tasuki.work(for: capacity, after: position, limit: 1)
                found += page.items
                position = page.next.flatMap { WorkPosition($0.description) }
            } while position != nil
            #expect(Set(found.map(\.row.fullName)).count == found.count)
            #expect(Set(found) == Set(all), "\(capacity)")
        }
        try await workspace.remove()
    }
}
