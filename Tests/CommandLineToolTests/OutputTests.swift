import Foundation
import TestSupport
import Testing
import Turns

@Suite("What the program prints", .takesTurns, .timeLimit(.minutes(30)))
struct OutputTests {
    /// The golden file, and the command whose output it holds.
    private static let commands: [(file: String, line: String)] = [
        ("help.txt", "--help"),
        ("help-act.txt", "act --help"),
        ("status.txt", "status"),
        ("status-as-of.txt", "status --as-of 2026-07-01"),
        ("status-all.txt", "status --all --as-of 2026-12-31"),
        ("status-ja.txt", "status --lang ja --as-of 2026-07-01"),
        ("status-ja-json.txt", "status --lang ja --format json"),
        ("status-csv.txt", "status --format csv"),
        ("history.txt", "history colon-cade/SG"),
        ("history-ja.txt", "history colon-cade/TW-2 --lang ja"),
        ("history-csv.txt", "history colon-cade/JP --format csv"),
        ("actions.txt", "actions colon-cade/SG"),
        ("actions-ja-json.txt", "actions colon-cade/MY --lang ja --format json"),
        ("work.txt", "work --as officer@MDA"),
        ("work-applicant.txt", "work --as applicant"),
        ("timeline.txt", "timeline colon-cade"),
        ("submission-list.txt", "submission list"),
        ("clock.txt", "clock show"),
        ("procedure-list.txt", "procedure list"),
        ("procedure-show.txt", "procedure show bundled-member"),
        ("procedure-show-ja.txt", "procedure show reliance --lang ja"),
        ("procedure-diagram.txt", "procedure diagram bundled-hub"),
        ("jurisdiction-list.txt", "jurisdiction list --lang ja"),
        ("jurisdiction-show.txt", "jurisdiction show SG"),
        ("jurisdiction-show-ja.txt", "jurisdiction show SG --lang ja"),
        ("jurisdiction-sources-ja.txt", "jurisdiction sources HK --unconfirmed --lang ja"),
        ("product-show-ja.txt", "product show kazami-colon-cade --lang ja"),
        ("lag-ja.txt", "lag kazami-colon-cade --lang ja"),
        ("claims-ja.txt", "claims kazami-colon-cade --lang ja"),
        ("due-ja.txt", "due --within 5y --lang ja"),
        ("today-ja.txt", "today --as-of 2026-08-10 --within 1y --lang ja"),
        ("jurisdiction-sources.txt", "jurisdiction sources HK --unconfirmed"),
        ("jurisdiction-count.txt", "jurisdiction sources --count"),
        ("jurisdiction-reliance.txt", "jurisdiction reliance --on 2026-12-01"),
        ("jurisdiction-reliance-ja.txt", "jurisdiction reliance GB MY TW US --on 2026-12-01 --lang ja"),
        ("routes.txt", "routes colon-cade"),
        ("routes-ja.txt", "routes colon-cade --lang ja --country PH --details"),
        ("today.txt", "today"),
        ("today-as-of.txt", "today --as-of 2026-08-10 --within 1y"),
        ("today-ja-json.txt", "today --as-of 2026-08-10 --within 1y --lang ja --format json"),
        ("letter-list.txt", "letter list colon-cade"),
        ("letter-show-ja.txt", "letter show colon-cade#18 --lang ja"),
        ("budget.txt", "budget colon-cade"),
        (
            "budget-ja.txt",
            "budget colon-cade --lang ja --currency JPY --rate TWD=4.9 --rate MYR=35.1 --rate-on 2028-12-15"
        ),
        ("budget-csv.txt", "budget --product kazami-colon-cade --format csv"),
        ("plan.txt", "plan colon-cade"),
        ("plan-ja.txt", "plan colon-cade --lang ja --from 2029-01-15"),
        ("plan-strategies.txt", "plan colon-cade --strategies --from 2029-01-15"),
        ("plan-savings.txt", "plan colon-cade --savings"),
        ("describe.txt", "product describe Config/samples/colon-cade --list --on 2026-12-01"),
        ("describe-ja.txt", "product describe Config/samples/sleep-therapy --list --on 2026-12-01 --lang ja"),
        ("due.txt", "due --within 5y"),
        ("due-ja-json.txt", "due --lang ja --format json --within 1y"),
        ("explain-dates.txt", "explain date colon-cade"),
        ("explain-date.txt", "explain date colon-cade/SG review --as-of 2026-09-15"),
        ("explain-date-ja.txt", "explain date colon-cade JP/stage1 --as-of 2026-09-15 --lang ja"),
        ("explain-none.txt", "explain date colon-cade/SG --as-of 2026-07-20"),
        ("product-list.txt", "product list"),
        ("lag.txt", "lag kazami-colon-cade"), ("lag-all.txt", "lag"),
        ("lag-csv.txt", "lag kazami-colon-cade --format csv"),
        ("claims.txt", "claims kazami-colon-cade"), ("claims-csv.txt", "claims kazami-colon-cade --format csv"),
        ("product-show.txt", "product show kazami-colon-cade"),
        ("track-list.txt", "track list JP"),
        (
            "safety-record.txt",
            "safety record kazami-colon-cade --kind serious --aware-on 2028-12-10 --occurred-in JP --dry-run"
        ),
        (
            "safety-record-ja.txt",
            "safety record kazami-colon-cade --kind death --aware-on 2028-12-10 --occurred-in JP --dry-run --lang ja"
        ),
        ("submission-show.txt", "submission show colon-cade"),
        ("dossier-where.txt", "dossier where colon-cade CH3.02"),
        ("dossier-headings.txt", "dossier headings --heading CH3.02"),
    ]

    @Test("each command prints what a person has read over and approved")
    func golden() async throws {
        let program = try await DemoStory.kept()
        for (file, line) in Self.commands {
            let outcome = try await program.run(line)
            #expect(outcome.code == 0, "tasuki \(line): \(outcome.errors)")
            #expect(outcome.errors == "", "tasuki \(line)")
            try GoldenFile(name: file).expect(outcome.output)
        }
    }

    @Test("no table is wider than the terminal, also where characters take two columns")
    func width() async throws {
        let program = try await DemoStory.kept()
        var printed: [[String]] = []
        for columns in ["80", "60"] {
            var narrow = program
            narrow.environment = ["COLUMNS": columns]
            for language in ["en", "ja"] {
                for line in Self.tables {
                    let outcome = try await narrow.run("\(line) --lang \(language)")
                    #expect(outcome.code == 0, "\(line): \(outcome.errors)")
                    printed.append(["tasuki \(line) --lang \(language)", columns, outcome.output])
                }
            }
        }
        #expect(try await Self.wideLines(printed) == "")
    }

    private static let tables = [
        "status --as-of 2026-07-01", "status --all", "history colon-cade/JP", "actions colon-cade/JP",
        "work --as officer@MDA", "timeline colon-cade", "submission show colon-cade", "jurisdiction show JP",
        "jurisdiction show US", "jurisdiction reliance --on 2026-12-01",
        "routes colon-cade", "routes colon-cade --details --country SG", "due --within 5y",
        "plan colon-cade", "plan colon-cade --strategies", "plan colon-cade --savings",
        "product show kazami-colon-cade", "explain date colon-cade --all --as-of 2026-09-15",
        "explain date colon-cade",
        "track list JP", "jurisdiction sources HK", "today --within 5y", "today --as-of 2026-08-10", "letter list",
        "letter show colon-cade#18", "budget colon-cade",
        "safety record kazami-colon-cade --kind serious --aware-on 2028-12-10 --occurred-in JP --dry-run",
    ]

    /// Every line that is wider than its terminal, measured by the Unicode tables of another language's library.
    ///
    /// What was printed comes as commands, each with the columns of its terminal and its output.
    private static func wideLines(_ printed: [[String]]) async throws -> String {
        try await PythonScript.run(
            """
            import json, sys, unicodedata
            def width(c):
                return 0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
            for command, columns, text in json.load(sys.stdin):
                for line in text.split("\\n"):
                    # An address stays whole, so that it can be followed.
                    if line.strip().startswith("<http"): continue
                    if sum(map(width, line)) > int(columns): print(f"{command}, {columns} columns: {line}")
            """,
            input: String(decoding: try JSONEncoder().encode(printed), as: UTF8.self)
        )
    }

    @Test("the same story told twice prints the same")
    func determinism() async throws {
        let (first, second) = (try await DemoStory.kept(until: "2026-06-01"), Program(workspace: Scratch.path("again")))
        let demo = try await second.run("demo --until 2026-06-01")
        #expect(demo.code == 0, "\(demo.errors)")
        for line in ["status --format json", "history colon-cade --format csv", "timeline colon-cade"] {
            let (one, other) = (try await first.run(line), try await second.run(line))
            #expect(one.output == other.output, "tasuki \(line)")
        }
    }

    @Test("a demo that is there already is left as it is")
    func again() async throws {
        let program = try await DemoStory.copy(until: "2026-06-01")
        let before = try await program.run("history colon-cade --format json")
        let demo = try await program.run("demo")
        #expect(demo.code == 0)
        #expect(demo.output.contains("nothing was changed"))
        let after = try await program.run("history colon-cade --format json")
        #expect(after.output == before.output)
    }

    @Test("the demo goes into a new folder or an empty one, and never among other files")
    func places() async throws {
        let files = FileManager.default
        let empty = Program(workspace: Scratch.path("empty"))
        try files.createDirectory(atPath: empty.workspace, withIntermediateDirectories: true)
        let demo = try await empty.run("demo --until 2026-04-08")
        #expect(demo.code == 0, "\(demo.errors)")
        #expect(try await empty.run("audit verify").code == 0)
        let full = Program(workspace: Scratch.path("full"))
        try files.createDirectory(atPath: full.workspace, withIntermediateDirectories: true)
        try Data("kept".utf8).write(to: URL(fileURLWithPath: "\(full.workspace)/note.txt"))
        let refused = try await full.run("demo --until 2026-04-08")
        #expect(refused.code == 65)
        #expect(refused.errors.contains("holds other files"))
        #expect(try files.contentsOfDirectory(atPath: full.workspace) == ["note.txt"])
    }
}
