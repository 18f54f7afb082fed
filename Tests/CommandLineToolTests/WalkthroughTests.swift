import Testing
import Turns

@Suite("Pages that are followed command by command", .takesTurns, .timeLimit(.minutes(30)))
struct WalkthroughTests {
    @Test("the tour of Config/README.md does what it says, step by step")
    func tour() async throws {
        let tour = try Walkthrough(of: "Config/README.md")
        for number in 1...5 {
            let shown = tour.steps.filter { step in
                guard step.section.hasPrefix("\(number). ") else { return false }
                if case .run(_, shows: .some) = step.action { return true }
                return false
            }
            #expect(!shown.isEmpty, "part \(number) of the tour shows nothing")
        }
        var session = try ShellSession()
        let differences = try await tour.follow(in: &session)
        #expect(differences.isEmpty, "Config/README.md:\(differences.joined(separator: "\n"))")
    }

    @Test("README.md shows what the program prints, beside a server of the demo")
    func readme() async throws { try await follow("README.md") }

    @Test("README.ja.md shows what the program prints in Japanese, beside a server of the demo")
    func japaneseReadme() async throws { try await follow("README.ja.md") }

    @Test("README.ja.md has the commands of README.md, and no others but those that choose the language")
    func bothReadmes() throws {
        func commands(_ page: String) throws -> [String] {
            try Walkthrough(of: page).steps.flatMap { step -> [String] in
                guard case .run(let lines, _) = step.action else { return [] }
                return lines.map { $0.replacing(#/ +#.*/#, with: "").replacing("?lang=ja", with: "") }
            }
            .filter { $0 != "export TASUKI_LANG=ja" }
        }
        #expect(try commands("README.ja.md") == commands("README.md"))
    }

    private func follow(_ page: String) async throws {
        var session = try ShellSession(demo: try await DemoStory.kept())
        let server = try Program(workspace: "\(session.clone)/tasuki-data")
            .start(["serve", "--port", "0"], killedAfter: Program.limit)
        defer { server.kill() }
        let announced = try await server.announcement(/Serving http:\/\/(127\.0\.0\.1:\d+)/)
        let address = String(try #require(announced, "the server did not say where it listens").1)
        let differences = try await Walkthrough(of: page, server: address).follow(in: &session)
        #expect(differences.isEmpty, "\(page):\(differences.joined(separator: "\n"))")
    }

    @Test("a word that is shown and not printed, or printed and not shown, is found with its line")
    func words() async throws {
        for (shown, difference) in [
            ("one two\nthree", nil), ("…", nil), ("one …\nthree", nil), ("…\nthree", nil), ("one two\n…", nil),
            ("one\nthree", "6: shown is ‘one’"), ("one two\nfour", "7: shown is ‘four’"),
            ("one two", "7: more is printed than shown"), ("one two\nthree\nfour", "8: shown is ‘four’"),
            ("…\ntwo", "7: shown is ‘two’"), ("one…three", "6: shown is ‘one…three’"),
        ] {
            var session = try ShellSession()
            let page = try Walkthrough(page: "```sh\necho one two; echo three\n```\n\n```text\n\(shown)\n```\n")
            let found = try await page.follow(in: &session)
            #expect(found == (difference.map { ["\($0), printed is:\none two\nthree\n"] } ?? []), "\(shown)")
        }
    }

    @Test("a command that fails ends the walk, whichever of its block it is")
    func failure() async throws {
        for commands in ["false", "false; true", "false\ntrue", "false | cat", "echo $nobody"] {
            var session = try ShellSession()
            let page = try Walkthrough(page: "```sh\n\(commands)\n```\n")
            await #expect(throws: WalkthroughFault.self) { _ = try await page.follow(in: &session) }
        }
    }

    @Test("variables and folder outlive a block, and files are those of the folder")
    func session() async throws {
        let page = """
            ```sh
            made="$(mktemp -d)"
            cd "$made"
            ```
            ```yaml
            # new.yaml
            key: old
            ```
            ```diff
            @@ new.yaml @@
            -key: old
            +key: new
            ```
            ```sh
            cat "$made/new.yaml"
            ```
            ```text
            # new.yaml
            key: new
            ```
            """
        var session = try ShellSession()
        #expect(try await Walkthrough(page: page).follow(in: &session) == [])
        await #expect(throws: WalkthroughFault.exists(line: 1, path: "new.yaml")) {
            _ = try await Walkthrough(page: "```yaml\n# new.yaml\n```").follow(in: &session)
        }
    }

    @Test("a block that is not understood is refused, and never passed over")
    func blocks() {
        for (page, fault) in [
            ("```bash\ntrue\n```", .unread(line: 1, "```bash")),
            ("\n```\ntrue\n```", .unread(line: 2, "```")),
            ("```sh\ntrue\n", .unread(line: 1, "```sh without an end")),
            ("- a list\n  ```sh\n  true\n  ```", .unread(line: 2, "  ```sh")),
            ("~~~\ntrue\n~~~", .unread(line: 1, "~~~")),
            ("    true", .unread(line: 1, "    true")),
            ("```text\ntrue\n```", .nothingRun(line: 1)),
            ("```sh\ntrue\n```\n```text\n```\n```text\n```", .nothingRun(line: 6)),
            ("```yaml\nkey: value\n```", .malformed(line: 1)),
            ("```diff\n-key: value\n```", .malformed(line: 1)),
            ("```diff\n@@ file.yaml @@\n key: value\n```", .malformed(line: 1)),
            ("```diff\n@@ file.yaml @@\n+key: value\n```", .malformed(line: 1)),
        ] as [(String, WalkthroughFault)] {
            #expect(throws: fault) { try Walkthrough(page: page) }
        }
    }

    @Test("an edit finds its lines once, and below what it passes over")
    func edits() throws {
        func applied(_ edit: String, to file: String) throws -> String {
            try FileEdit(
                MarkdownBlock(
                    language: "diff",
                    lines: ["@@ f @@"] + edit.split(separator: "\n").map(String.init),
                    line: 1,
                    section: ""
                )
            )
            .applied(to: file)
        }
        #expect(try applied("-b\n+c", to: "a\nb\n") == "a\nc\n")
        #expect(try applied(" a\n+c", to: "a\nb\n") == "a\nc\nb\n")
        #expect(try applied(" d\n…\n-b\n+c", to: "b\nd\ne\nb\nb\n") == "b\nd\ne\nc\nb\n")
        for (edit, file, times) in [("-x\n+c", "a\nb\n", 0), ("-b\n+c", "b\nb\n", 2), ("-a\n-c\n", "a\nb\nc\n", 0)] {
            #expect(throws: WalkthroughFault.self, "\(times)") { try applied(edit, to: file) }
        }
        #expect(throws: WalkthroughFault.notFound(line: 1, path: "f", "b", times: 0)) {
            try applied(" d\n…\n-b\n+c", to: "b\nd\n")
        }
    }
}
