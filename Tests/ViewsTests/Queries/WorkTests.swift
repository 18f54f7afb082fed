import Bench
import Regulation
import Statecharts
import Submissions
import TestSupport
import Testing

@testable import CommandLineTool
@testable import Engine
@testable import SQLiteStore
@testable import Views

@Suite("Work and lists are told by rows alone", .timeLimit(.minutes(30)))
struct WorkTests {
    private static let capacities: [Actor.Capacity] =
        [.applicant] + ["PMDA", "MHLW", "HSA", "MDA", "ThaiFDA", "TFDA", "MFDS"].map { .role("officer", at: $0) }

    /// Submissions that came to a halt at many places of their courses.
    private func generated() async throws -> TestWorkspace {
        let test = try await TestWorkspace.make()
        try await Generation(Workload(test.tasuki), count: 21, days: 150, seed: 5).run()
        try Copies(in: test.folder).write(of: (0..<21).map(Generation.name), into: 21..<84)
        return test
    }

    /// What there is to do, told by folding every submission.
    private func folded(_ tasuki: Tasuki, for capacity: Actor.Capacity) async throws -> [String: WorkItem] {
        try await tasuki.store.read { reader in
            let moment = try tasuki.now(reader)
            let horizon = Zone.utc.civilDate(at: moment).adding(days: 90)
            var found: [String: WorkItem] = [:]
            for name in try reader.submissions(after: nil, limit: 1_000) {
                let submission = try tasuki.loaded(name, in: reader)
                for subject in submission.cases where subject.replacedBy == nil {
                    let offered = try tasuki.actions(of: subject, in: submission, at: moment, reader)
                    let mine = offered.row.duties.filter { $0.isOwed && $0.isOf(capacity) }.through(horizon)
                    found["\(name)/\(subject.name)"] = WorkItem(
                        offered,
                        for: capacity,
                        with: try tasuki.inClear(mine, reader)
                    )
                }
            }
            return found
        }
    }

    private func paged(_ tasuki: Tasuki, for capacity: Actor.Capacity, by limit: Int) async throws -> [WorkItem] {
        var found: [WorkItem] = []
        var position: WorkPosition?
        repeat {
            let page = try await tasuki.work(for: capacity, after: position, limit: limit)
            #expect(page.items.count == limit || page.next == nil)
            found += page.items
            position = page.next
        } while position != nil
        return found
    }

    private func check(_ tasuki: Tasuki, _ comment: Comment) async throws {
        for capacity in Self.capacities + [.role("clerk", at: "HSA"), .role("officer", at: "nowhere")] {
            let expected = try await folded(tasuki, for: capacity)
            for limit in [1, 7, 1_000] {
                let found = try await paged(tasuki, for: capacity, by: limit)
                #expect(found.count == expected.count && Set(found) == Set(expected.values), "\(capacity), \(comment)")
            }
            // A row says there is work just where there is some, so no page folds a submission in vain.
            let turns = try await tasuki.store.read { try $0.turnRows(of: capacity, after: nil, limit: 10_000) }
            #expect(turns.allSatisfy { expected[$0.fullName] != nil })
            let moves = expected.values.filter { !$0.actions.isEmpty || !$0.blocked.isEmpty }
                .filter { $0.row.isMove(of: capacity) }
            #expect(Set(turns.map(\.fullName)) == Set(moves.map(\.row.fullName)), "\(capacity), \(comment)")
        }
    }

    @Test("the work of everybody is what folding every submission gives")
    func work() async throws {
        let test = try await generated()
        try await check(test.tasuki, "generated")
        try await test.remove()
    }

    @Test("so it is at each step of the story, with its flags and obligations")
    func story() async throws {
        for until in [(2026, 5, 1), (2026, 7, 24), (2026, 12, 1), (2027, 3, 1)] {
            let date = try #require(CivilDate(year: until.0, month: until.1, day: until.2))
            let test = try await TestWorkspace.demo(until: date)
            try await check(test.tasuki, "\(date)")
            try await test.remove()
        }
        let test = try await TestWorkspace.demo()
        try await check(test.tasuki, "the end")
        try await test.remove()
    }

    @Test("every combination of country, state and turn is what the list of all cases has of it, page by page")
    func combinations() async throws {
        let test = try await generated()
        let all = try await test.tasuki.cases(limit: 10_000).rows
        let states = Set(all.map(\.outlook.state))
        let codes: [JurisdictionCode?] = [nil, "SG", "JP", "XX"]
        for holder in [nil, .applicant, .nobody, .body("PMDA"), .body("HSA"), .body("nowhere")] as [CaseTurn?] {
            for code in codes {
                for state in states.union([nil, "nowhere"]) {
                    let filter = CaseFilter(jurisdiction: code, state: state, turn: holder)
                    let expected = all.filter { row in
                        (holder == nil || row.outlook.turn == holder) && (code == nil || row.jurisdiction == code)
                            && (state == nil || row.outlook.state == state)
                    }
                    let found = try await test.tasuki.cases(filter, limit: 10_000).rows
                    #expect(found == expected, "\(filter)")
                    guard expected.count > 4 else { continue }
                    let middle = expected[expected.count / 2].position(by: .due)
                    let rest = try await test.tasuki.cases(filter, after: middle, limit: 10_000).rows
                    #expect(rest == expected.suffix(expected.count - 1 - expected.count / 2), "\(filter)")
                }
            }
        }
        try await test.remove()
    }
}

extension StatusRow {
    fileprivate func isTurn(of capacity: Actor.Capacity) -> Bool {
        if case .role(_, let body) = capacity { turnBody == body } else { turn == .applicant }
    }
}
