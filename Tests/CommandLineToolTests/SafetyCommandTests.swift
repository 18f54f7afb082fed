import CanonicalJSON
import Foundation
import TestSupport
import Testing
import Turns

@Suite("Safety events in the terminal", .takesTurns, .timeLimit(.minutes(30)))
struct SafetyCommandTests {
    private static let record = [
        "safety", "record", "kazami-colon-cade", "--kind", "serious", "--aware-on", "2028-12-10", "--occurred-in", "JP",
        "--summary", "A lesion was missed.",
    ]

    @Test("one command starts every market's report, which ‘due’ and ‘today’ tell until it is made or not needed")
    func life() async throws {
        let program = try await DemoStory.copy()
        let before = try await program.run("due --within 1y --format csv").output
        let rehearsed = try await program.run(Self.record + ["--dry-run"])
        #expect(rehearsed.code == 0 && rehearsed.output.contains("Nothing was recorded."), "\(rehearsed.errors)")
        #expect(try await program.run("due --within 1y --format csv").output == before)
        #expect(try await program.run("safety list").output == "No safety event is recorded.\n")

        let recorded = try await program.run(Self.record + ["--key", "k-1"])
        #expect(recorded.code == 0, "\(recorded.errors)")
        #expect(recorded.output.contains("Recorded as colon-cade/safety-notice."))
        #expect(
            try await program.run(Self.record + ["--key", "k-1"]).output == recorded.output,
            "the same key once more"
        )
        let due = try await program.run("due --within 1y --format csv").output
        for line in ["2028-12-25,deadline", "2028-12-20,deadline"] { #expect(due.contains(line)) }
        #expect(due.contains(",deadline,Deadline of “First report” · serious,colon-cade,colon-cade/TH-safety-report"))
        let today = try await program.run("today").output
        #expect(today.contains("tasuki act colon-cade/SG-safety-report report --document …"), "\(today)")

        let letter = Scratch.path("report.md")
        try Data("report".utf8).write(to: URL(fileURLWithPath: letter))
        let reported = try await program.run(["act", "colon-cade/SG-safety-report", "report", "--document", letter])
        #expect(reported.code == 0, "\(reported.errors)")
        let waived = try await program.run([
            "act", "colon-cade/TH-safety-report", "waiveReport", "--set", "reason=Not sold there yet.",
        ])
        #expect(waived.code == 0, "\(waived.errors)")
        let standing = try await self.standing(program)
        #expect(standing["SG"] == "reported" && standing["TH"] == "not-owed" && standing["JP"] == "due", "\(standing)")
        let rest = try await program.run("due --within 1y --format csv").output
        #expect(!rest.contains("SG-safety-report") && !rest.contains("TH-safety-report"))
    }

    @Test("a report that was late says so, and in time is in time; a rule for other places is named with its source")
    func late() async throws {
        let program = try await DemoStory.copy()
        #expect(try await program.run(Self.record).code == 0)
        let list = try await program.run("safety list").output
        #expect(list.contains("Event outside Thailand"), "\(list)")
        let letter = Scratch.path("late.md")
        try Data("report".utf8).write(to: URL(fileURLWithPath: letter))
        #expect(try await program.run("clock advance 2028-12-22").code == 0)
        for country in ["SG", "JP"] {
            let act = ["act", "colon-cade/\(country)-safety-report", "report", "--document", letter]
            #expect(try await program.run(act).code == 0)
        }
        let status = try await program.run("status colon-cade").output
        #expect(status.contains("SG-safety-report: reported 2028-12-22, due by 2028-12-20"), "\(status)")
        #expect(status.contains("late") && !status.contains("JP-safety-report: reported"))
        let json = try JSONValue(parsing: Array(try await program.run("status colon-cade --format json").output.utf8))
        let rows = (json.arrayValue ?? []).compactMap(\.objectValue)
        func verdict(_ name: String) -> String? {
            rows.first { $0["case"]?.stringValue == "colon-cade/\(name)" }?["report"]?.objectValue?["verdict"]?
                .stringValue
        }
        #expect(verdict("SG-safety-report") == "missed" && verdict("JP-safety-report") == "met")
        #expect(verdict("TH-safety-report") == nil)
        #expect(try await program.run("status colon-cade --format csv").output.contains(",2028-12-20,2028-12-22"))
        let told = try await program.run("safety list --lang ja").output
        #expect(told.contains("2028-12-22報告、期限2028-12-20"), "\(told)")
    }

    @Test("what was mistyped is put right, and every day follows; history tells both")
    func corrected() async throws {
        let program = try await DemoStory.copy()
        let recorded = try await program.run(Self.record + ["--format", "json"])
        #expect(recorded.code == 0, "\(recorded.errors)")
        let csv = try await program.run("history colon-cade/safety-notice --format csv").output
        let row = try #require(csv.split(whereSeparator: \.isNewline).first { $0.contains("Record the safety event") })
        let number = try #require(row.firstMatch(of: /^colon-cade#(\d+)/)).output.1
        let outcome = try await program.run([
            "correct", "colon-cade#\(number)", "--set", "kind=public-health-threat", "--reason",
            "graver than first told",
        ])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(try await program.run("due --within 1y --format csv").output.contains("2028-12-12,deadline"))
        #expect(try await program.run("audit verify").code == 0)
        let history = try await program.run("history colon-cade/safety-notice --lang ja --format csv").output
        #expect(history.contains("重篤 → 公衆衛生に対する重大な脅威"), "\(history)")
    }

    @Test("what cannot be is refused in words")
    func refused() async throws {
        let program = try await DemoStory.kept()
        for (line, code, words) in [
            ("safety record kazami-colon-cade --kind deadly --aware-on 2028-12-10", 64, "death"),
            ("safety record kazami-colon-cade --kind death --aware-on 2028-13-10", 64, "--aware-on"),
            ("safety record kazami-colon-cade --kind death --aware-on 2028-12-16", 65, "2028-12-16"),
            (
                "safety record kazami-colon-cade --kind death --aware-on 2028-12-10 --occurred-in Japan", 64,
                "ISO 3166-1"
            ),
            ("safety record nothing --kind death --aware-on 2028-12-10", 66, "kazami-colon-cade"),
            ("safety list nothing", 66, "kazami-colon-cade"),
        ] as [(String, Int32, String)] {
            let outcome = try await program.run(line)
            #expect(
                outcome.code == code && outcome.errors.contains(words),
                "\(line): \(outcome.code) \(outcome.errors)"
            )
        }
    }

    private func standing(_ program: Program) async throws -> [String: String] {
        let output = try await program.run("safety list kazami-colon-cade --format json").output
        let events = try JSONValue(parsing: Array(output.utf8)).objectValue?["events"]?.arrayValue ?? []
        let markets = events.first?.objectValue?["markets"]?.arrayValue?.compactMap(\.objectValue) ?? []
        return Dictionary(
            markets.compactMap { market in
                market["jurisdiction"]?.stringValue.flatMap { code in market["standing"]?.stringValue.map { (code, $0) }
                }
            }
        ) { first, _ in first }
    }
}
