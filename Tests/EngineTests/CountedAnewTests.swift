import CanonicalJSON
import CommandLineTool
import Engine
import Foundation
import Regulation
import Scenarios
import Statecharts
import Submissions
import TestSupport
import Testing
import Views

@Suite("Deadlines after a calendar was edited", .timeLimit(.minutes(30)))
struct CountedAnewTests {
    private static let lead = Actor(person: "lead", capacity: .applicant)
    private static let officer = Actor(person: "officer-1", capacity: .role("officer", at: "TFDA"))

    @Test("a deadline that ends on a new day off is counted anew, once, and an event tells so")
    func moved() async throws {
        let configuration = try Scratch.copy(of: Repository.configuration)
        let made = try await TestWorkspace.make(configuration: configuration)
        try await ask(made)
        try await made.workspace.bringUpToDate()
        let before = try #require(try await deadline(made.workspace))
        let counted = try #require(before.counted)
        #expect(counted.from == PartialDate("2026-04-01"))

        let calendar = configuration + "/calendars/TW.yaml"
        let text = try String(contentsOfFile: calendar, encoding: .utf8)
        let day = #"  "\#(before.due)": { name: "Another day" }"#
        try (text + (text.hasSuffix("\n") ? "" : "\n") + day + "\n")
            .write(toFile: calendar, atomically: true, encoding: .utf8)
        try await made.workspace.close()

        let workspace = try Workspace.open(folder: made.folder, configuration: configuration)
        try await workspace.bringUpToDate()
        let after = try #require(try await deadline(workspace))
        #expect(after.due > before.due && after.counted == counted)
        let last = try #require(try await workspace.tasuki.history(of: "taiwan").last)
        #expect(last.record.event.changes == [.deadlineArmed("asking", after)])
        let version = last.record.number
        try await workspace.bringUpToDate()
        #expect(try await workspace.tasuki.history(of: "taiwan").last?.record.number == version)
        #expect(try await workspace.tasuki.divergences(of: "taiwan").isEmpty)
        try await workspace.close()
    }

    private func deadline(_ workspace: Workspace) async throws -> ArmedDeadline? {
        try await workspace.tasuki.submission("taiwan").submission["TW"]?.deadlines["asking"]
    }

    private func ask(_ workspace: TestWorkspace) async throws {
        let opened = SubmissionOpened(
            name: "taiwan",
            product: "p",
            productVersion: "1",
            claims: ["C1"],
            applicant: "company",
            holders: ["TW"],
            targets: [.init(jurisdiction: "TW", route: "national", participation: nil)],
            adopted: [],
            manifest: "m"
        )
        _ = try await workspace.tasuki.open(opened, by: Self.lead)
        let entries = try await CommandTests.entries(for: "TW", workspace)
        _ = try await workspace.tasuki.file("taiwan", revision: "r", entries: entries, by: Self.lead)
        for (action, fields) in [("accept", [:]), ("ask", ["questions": [["text": "Why?"]]])]
            as [(ActionName, [String: JSONValue])]
        {
            _ = try await workspace.tasuki.act(
                ActionRequest(submission: "taiwan", name: "TW", action: action, actor: Self.officer, fields: fields)
            )
        }
    }
}
