import CommandLineTool
import Engine
import Foundation
import Regulation
import Scenarios
import Submissions
import TestSupport
import Testing
import Views

@Suite("Calendars that change, and what was known of them", .timeLimit(.minutes(30)))
struct EditedCalendarTests {
    /// The demo as it stood on that day, with a configuration of its own.
    private func demo(until date: String) async throws -> (workspace: Workspace, configuration: String) {
        let configuration = try Scratch.copy(of: Repository.configuration)
        let played = try await TestWorkspace.demo(until: CivilDate(date))
        try await played.workspace.close()
        return (
            try Workspace.open(folder: played.folder, configuration: configuration),
            configuration
        )
    }

    private func add(_ line: String, to calendar: String) throws {
        let known = #"  "2025-05-03": { name: "Polling Day", knownFrom: "2025-04-15" }"#
        let text = try String(contentsOfFile: calendar, encoding: .utf8)
        #expect(text.contains(known))
        try text.replacing(known, with: "\(known)\n\(line)").write(toFile: calendar, atomically: true, encoding: .utf8)
    }

    @Test("every view as of an instant counts with the days off that were known then")
    func asOf() async throws {
        let (workspace, configuration) = try await demo(until: "2026-06-20")
        try add(
            #"  "2026-07-01": { name: "Polling Day", knownFrom: "2026-06-10" }"#,
            to: configuration + "/calendars/SG.yaml"
        )
        let tasuki = workspace.tasuki
        var dues: [DateBounds] = []
        for day in ["2026-06-05", "2026-06-15"] {
            let instant = try #require(Instant("\(day)T03:00:00Z"))
            let status = try await tasuki.status(of: "colon-cade", asOf: instant)
            let row = try #require(status.rows.first { $0.name == "SG" })
            let timeline = try await tasuki.timeline(of: "colon-cade", asOf: instant)
            #expect(timeline.lanes.map(\.row).first { $0.name == "SG" } == row)
            let portfolio = try await tasuki.portfolio(of: "kazami-colon-cade", asOf: instant, reading: { _ in nil })
            let courses = portfolio.flatMap(\.countries).flatMap(\.courses)
            #expect(courses.first { $0.row.fullName == row.fullName }?.row == row, "\(day)")
            let items = try await tasuki.due(within: 400, of: "colon-cade", asOf: instant).items
            let due = try #require(row.due)
            #expect(items.contains { $0.name == "SG" && $0.kind == .target && $0.date == due }, "\(day)")
            dues.append(due)
        }
        #expect(dues[1].latest > dues[0].latest, "a day off that was announced on 10 June")
        try await workspace.close()
    }

    @Test(
        "an edited calendar reaches rows and armed deadlines before the next command, and an event tells of what moved"
    )
    func edited() async throws {
        let (workspace, configuration) = try await demo(until: "2026-06-20")
        try await workspace.bringUpToDate()
        #expect(try await workspace.projectionDefects().isEmpty)
        let before = try await workspace.tasuki.cases().rows
        try add(
            #"  "2026-07-01": { name: "Another day", confidence: confirmed }"#,
            to: configuration + "/calendars/SG.yaml"
        )
        let again = try Workspace.open(folder: workspace.folder, configuration: configuration)
        #expect(try await !again.projectionDefects().isEmpty, "rows are of the old calendar")
        try await again.bringUpToDate()
        #expect(try await again.projectionDefects().isEmpty)
        let after = try await again.tasuki.cases().rows
        let (old, new) = (before.first { $0.name == "SG" }?.outlook.due, after.first { $0.name == "SG" }?.outlook.due)
        #expect(try #require(old) < #require(new))
        let version = try await again.tasuki.status(of: "colon-cade").version
        try await again.bringUpToDate()
        #expect(try await again.tasuki.status(of: "colon-cade").version == version, "once")
        try await again.close()
        try await workspace.close()
    }
}
