import Engine
import Regulation
import Simulation
import Submissions
import TestSupport
import Testing
import Views

@Suite("A duty ends by being done, never by passing", .timeLimit(.minutes(30)))
struct DutyTests {
    private static let stories = ["colon-cade", "sleep-therapy"]

    @Test("what is said of a story on one day is said on the next, unless an event came between", arguments: stories)
    func dayByDay(_ story: String) async throws {
        let workspace = try await TestWorkspace.story(story)
        let (tasuki, name) = (workspace.tasuki, SubmissionName(story))
        let recorded = try await tasuki.history(of: name).map(\.record.recordedAt)
        let (first, last) = (try #require(recorded.first), try #require(recorded.last))
        var before: Set<Told>?
        var (seen, kept, day) = (0, 0, first)
        while day < last {
            let status = try await tasuki.status(of: name, asOf: day, includingReplaced: true)
            let told = Set(status.duties.filter(\.isOwed).map(Told.init))
            let due = try await tasuki.due(within: Horizon("100y") ?? .quarter, of: name, asOf: day).items
            #expect(Set(due.filter(\.isOwed).map(Told.init)) == told, "\(day)")
            let rows = status.rows.flatMap(\.duties) + status.duties.filter { $0.name == nil }
            #expect(Set(rows.filter(\.isOwed).map(Told.init)) == told, "\(day)")
            for row in status.rows {
                let next = status.duties.filter { $0.name == row.name }.next
                #expect(row.due == next?.date && row.isOverdue == next?.isOverdue ?? false, "\(row.fullName), \(day)")
            }
            let events = recorded.count { $0 <= day }
            if let before, events == seen {
                // With a year that passes unpaid the fee of the next one is told.
                let came = told.subtracting(before).filter { !$0.isYearly }
                let isKept = came.isEmpty && before.isSubset(of: told)
                #expect(isKept, "\(day): a duty came or went, and nobody did anything")
                kept += told.count
            }
            (before, seen) = (told, events)
            // The days around an event one by one, and of quiet years a day of each fortnight.
            let next = recorded.first { $0 > day } ?? last
            day = max(day.adding(milliseconds: 86_400_000), min(next, day.adding(milliseconds: 14 * 86_400_000)))
        }
        #expect(kept > 100)
        try await workspace.remove()
    }

    @Test("every view of a story at its end names the same duties", arguments: stories)
    func views(_ story: String) async throws {
        let workspace = try await TestWorkspace.story(story)
        #expect(try await workspace.tasuki.disagreements(about: SubmissionName(story)) == [])
        #expect(try await workspace.tasuki.worklessDuties(of: [SubmissionName(story)]) == [])
        try await workspace.remove()
    }

    /// A duty and its day.
    private struct Told: Hashable {
        let identity: String
        let date: DateBounds?
        let isYearly: Bool

        init(_ duty: Duty) {
            identity = duty.identity
            date = duty.date
            isYearly = duty.kind == .retention && duty.isComputed
        }
    }
}
