import Foundation
import Testing

@Suite("When processes are killed", .timeLimit(.minutes(5)))
struct CrashTests {
    @Test("one server and four terminals, each killed in turn: what was acknowledged is there once, all else is not")
    func everybody() async throws {
        let program = try await DemoStory.copy(until: "2026-06-01")
        let record = Record()
        try await withThrowingTaskGroup { group in
            for (number, place) in [("SG", "HSA"), ("TH", "ThaiFDA"), ("TW", "TFDA"), ("SG", "HSA")].enumerated() {
                let terminal = Terminal(program: program, name: "t\(number)", of: place.0, body: place.1)
                group.addTask { try await terminal.work(record) }
            }
            let client = ServerClient(program: program, name: "web", of: "TH", body: "ThaiFDA")
            group.addTask { try await client.work(record) }
            try await group.waitForAll()
        }
        let found = try await questions(program)
        #expect(record.acknowledged.count >= 12, "too little was written to show anything")
        #expect(record.kills >= 5, "too little was killed to show anything")
        for text in record.acknowledged { #expect(found[text] == 1, "\(text) was acknowledged") }
        for text in record.refused { #expect(found[text] == nil, "\(text) was refused") }
        #expect(found.keys.filter { !record.acknowledged.contains($0) } == [])
        let audit = try await program.run("audit verify")
        #expect(audit.code == 0, "\(audit.output)\(audit.errors)")
    }

    @Test("a demo that is killed half-way leaves no half story: the next one tells it whole")
    func demo() async throws {
        let whole = try await DemoStory.kept(until: "2026-06-01").run("status")
        let began = ContinuousClock.now
        let program = Program(workspace: Scratch.path("killed-demo"))
        let line = ["demo", "--until", "2026-06-01"]
        #expect(try await program.run(line).code == 0)
        let usual = ContinuousClock.now - began
        for share in [0.3, 0.5, 0.7, 0.9] {
            let program = Program(workspace: Scratch.path("killed-demo"))
            let killed = try await program.start(line, killedAfter: usual * share).outcome()
            if killed.wasKilled {
                // There is no workspace yet, or the story was over already.
                let status = try await program.run("status")
                #expect(status.code == 66 || status.output == whole.output, "\(status.output)\(status.errors)")
            }
            #expect(try await program.run(line).code == 0)
            #expect(try await program.run("status").output == whole.output)
            #expect(try await program.run("audit verify").code == 0)
        }
    }

    /// Every question that a body proposed, by its text, with how often it is in the log.
    private func questions(_ program: Program) async throws -> [String: Int] {
        let history = try await program.run(["history", "colon-cade", "--format", "json"])
        try #require(history.code == 0, "\(history.errors)")
        let lines = try await PythonScript.run(
            """
            import json, sys
            for event in json.load(sys.stdin):
                if event["data"].get("cause", {}).get("action") == "propose":
                    for text in event["texts"].values(): print(text)
            """,
            input: history.output
        )
        return lines.split(separator: "\n").reduce(into: [:]) { $0[String($1), default: 0] += 1 }
    }
}
