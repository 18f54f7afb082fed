import Foundation
import TestSupport
import Testing
import Turns

@Suite("When processes are killed", .takesTurns, .timeLimit(.minutes(30)))
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
        // Each of them works until it was killed so often, however long that takes.
        #expect(record.kills == 4 * Terminal.kills.count + ServerClient.kills.count)
        #expect(record.acknowledged.count > record.kills, "too little was written to show anything")
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
        #expect(try await Program(workspace: Scratch.path("whole-demo")).run(Self.demo).code == 0)
        let usual = ContinuousClock.now - began
        for share in [0.3, 0.5, 0.7, 0.9] {
            let program = try await killedDemo(KillMoment(at: share, of: usual))
            // There is no workspace yet, or the story was over already.
            let status = try await program.run("status")
            #expect(status.code == 66 || status.output == whole.output, "\(status.output)\(status.errors)")
            #expect(try await program.run(Self.demo).code == 0)
            #expect(try await program.run("status").output == whole.output)
            #expect(try await program.run("audit verify").code == 0)
        }
    }

    private static let demo = ["demo", "--until", "2026-06-01"]

    /// Where a demo was killed before it had come to its end.
    private func killedDemo(_ moment: KillMoment) async throws -> Program {
        var moment = moment
        while true {
            let program = Program(workspace: Scratch.path("killed-demo"))
            let outcome = try await program.start(Self.demo, killedAfter: moment.delay).outcome()
            if outcome.wasKilled { return program }
            try #require(outcome.code == 0, "\(outcome.errors)")
            moment.comeSooner()
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
