import Foundation
import TestSupport
import Testing
import Turns

@Suite("audit verify", .takesTurns, .timeLimit(.minutes(30)))
struct VerificationTests {
    @Test("finds nothing in a log that nobody touched")
    func sound() async throws {
        let outcome = try await DemoStory.kept().run("audit verify")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("Nothing was changed"))
    }

    @Test("names the event of which one bit was changed, wherever it lies")
    func oneBit() async throws {
        let count = try await events()
        for (number, part) in [(1, 0.0), (17, 0.3), (count / 2, 0.5), (count, 1.0)] {
            let program = try await DemoStory.copy()
            try await PythonScript.editing(
                program.workspace,
                """
                number, part = int(sys.argv[1]), float(sys.argv[2])
                (text,) = db.execute("SELECT bytes FROM leaf WHERE number = ?", (number,)).fetchone()
                text = bytearray(text)
                text[int(part * (len(text) - 1))] ^= 1
                db.execute("UPDATE leaf SET bytes = ? WHERE number = ?", (bytes(text), number))
                """,
                ["\(number)", "\(part)"]
            )
            try await expectFinding("colon-cade#\(number) (", program)
        }
    }

    @Test("names an event that was rewritten together with its own hash")
    func rewritten() async throws {
        let program = try await DemoStory.copy()
        try await PythonScript.editing(
            program.workspace,
            """
            import hashlib
            (text,) = db.execute("SELECT bytes FROM leaf WHERE number = 67").fetchone()
            assert b"DE0012345" in text
            text = text.replace(b"DE0012345", b"DE0012346")
            hash = hashlib.sha256(b"\\0" + text).digest()
            db.execute("UPDATE leaf SET bytes = ?, hash = ? WHERE number = 67", (text, hash))
            """
        )
        try await expectFinding("colon-cade#67 (", program)
    }

    @Test("notices that the last event is gone, though the database alone agrees with itself")
    func lastEvent() async throws {
        let count = try await events()
        let program = try await DemoStory.copy()
        // The last event follows from the one before, which goes with it: alone it would be recorded again.
        // Heads and leaves both go: only the heads file still knows.
        try await PythonScript.editing(
            program.workspace,
            """
            (position,) = db.execute("SELECT max(position) FROM leaf").fetchone()
            db.execute("DELETE FROM leaf WHERE position >= ?", (position - 1,))
            db.execute("DELETE FROM head WHERE size > ?", (position - 1,))
            """
        )
        try await expectFinding("the heads file", program)
        // The event before is the last one now, and still the same.
        let history = try await program.run("history colon-cade --format json")
        #expect(!history.output.contains("\"number\": \(count),"))
    }

    @Test("finds that a text beside the log is not the one that was recorded")
    func texts() async throws {
        let program = try await DemoStory.copy()
        try await PythonScript.editing(
            program.workspace,
            "db.execute(\"UPDATE committedText SET text = 'Approved.' WHERE text LIKE 'Provide the penetration%'\")"
        )
        try await expectFinding("colon-cade#22 (", program)
    }

    @Test("accepts an exported package, anywhere, and names the file of which one byte was changed")
    func package() async throws {
        let program = try await DemoStory.kept()
        let bag = Scratch.path("bag")
        let export = try await program.run(["audit", "export", "colon-cade", "--out", bag])
        #expect(export.code == 0, "\(export.errors)")
        let head = try #require(export.output.firstMatch(of: /Tree head: (\d+ [0-9a-f]{64})/)).output.1
        let elsewhere = Program(workspace: Scratch.path("none"))
        let sound = try await elsewhere.run(["audit", "verify", bag, "--head", String(head)])
        #expect(sound.code == 0, "\(sound.output)\(sound.errors)")
        for file in ["data/log/events.jsonl", "data/status.csv", "bag-info.txt"] {
            let damaged = try Scratch.copy(of: bag)
            try flipByte(of: "\(damaged)/\(file)")
            let outcome = try await elsewhere.run(["audit", "verify", damaged])
            #expect(outcome.code == 1, "\(file)")
            #expect(outcome.output.contains(file), "\(outcome.output)")
        }
        let otherHead = try await elsewhere.run([
            "audit", "verify", bag, "--head", head.prefix { $0 != " " } + " " + String(repeating: "0", count: 64),
        ])
        #expect(otherHead.code == 1)
    }

    private func expectFinding(
        _ words: String,
        _ program: Program,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let outcome = try await program.run("audit verify")
        #expect(outcome.code == 1, "\(outcome.output)\(outcome.errors)", sourceLocation: sourceLocation)
        #expect(outcome.output.contains(words), "\(outcome.output)", sourceLocation: sourceLocation)
    }

    /// How many events the demo has.
    private func events() async throws -> Int {
        let history = try await DemoStory.kept().run("history colon-cade --format json")
        return history.output.matches(of: /\n    "number": \d+/).count
    }

    private func flipByte(of path: String) throws {
        var data = try Data(contentsOf: URL(fileURLWithPath: path))
        data[data.count / 2] ^= 1
        try data.write(to: URL(fileURLWithPath: path))
    }
}
