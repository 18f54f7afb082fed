import Foundation
import Scenarios
import TestSupport
import Testing
import Turns

@testable import CommandLineTool

@Suite("The language of what people read", .takesTurns, .timeLimit(.minutes(30)))
struct LanguageTests {
    @Test("is what --lang names, else TASUKI_LANG, else the first of LC_ALL, LC_MESSAGES and LANG that is set")
    func order() {
        for (arguments, environment, language) in [
            (["status"], [:], .en),
            (["status"], ["LANG": "ja_JP.UTF-8"], .ja),
            (["status"], ["LANG": "JA"], .ja),
            (["status"], ["LC_MESSAGES": "ja_JP", "LANG": "de_DE"], .ja),
            (["status"], ["LC_ALL": "C", "LC_MESSAGES": "ja_JP", "LANG": "ja_JP.UTF-8"], .en),
            (["status"], ["LC_ALL": "", "LANG": "ja_JP.UTF-8"], .ja),
            (["status"], ["LANG": "jam_JM.UTF-8"], .en),
            (["status"], ["TASUKI_LANG": "ja", "LC_ALL": "en_US.UTF-8"], .ja),
            (["status"], ["TASUKI_LANG": "en", "LC_ALL": "ja_JP.UTF-8"], .en),
            (["status"], ["TASUKI_LANG": "fr", "LANG": "ja_JP.UTF-8"], .en),
            (["status", "--lang", "en"], ["TASUKI_LANG": "ja"], .en),
            (["status", "--lang=ja"], [:], .ja),
            (["act", "--", "--lang", "ja"], [:], .en),
        ] as [([String], [String: String], Language)] {
            #expect(Language.chosen(by: arguments, environment) == language, "\(arguments) \(environment)")
        }
    }

    @Test("of a command, of its help and of what is wrong with it is the environment's where no option names another")
    func environment() async throws {
        var program = try await DemoStory.kept(until: "2026-06-01")
        let english = try await program.run("status")
        program.environment = ["LANG": "ja_JP.UTF-8"]
        #expect(try await program.run("status").output == program.run("status --lang ja").output)
        #expect(try await program.run("status --lang en").output == english.output)
        #expect(try await program.run("status --help").output.hasPrefix("概要："))
        #expect(try await program.run("status --help --lang en").output.hasPrefix("OVERVIEW: "))
        program.environment = ["LANG": "ja_JP.UTF-8", "LC_ALL": "C.UTF-8"]
        #expect(try await program.run("status").output == english.output)
    }

    @Test("is that of every usage error, which ends with the same code in both")
    func usage() async throws {
        let program = try await DemoStory.kept(until: "2026-06-01")
        for (line, words) in [
            ("status --al", "「--al」というオプションはありません。「--all」のことではありませんか。"),
            ("frob", "余分な引数です：「frob」"), ("status x y z", "余分な引数が2個あります：「y」「z」"),
            ("act colon-cade/SG", "必要な引数がありません：「<action>」"), ("due --within", "「--within <within>」の値がありません"),
            ("status --format xml", "「--format <format>」に「xml」は指定できません。「table」「json」「csv」のいずれか"),
            ("act a b", "「<name>」に「a」は指定できません"), ("status --all=3", "オプション「--all」は値を取りませんが"),
            ("status --limit 0", "--limit には1から1000までを指定します"),
            ("status --all --all", "--allが複数回指定されています"),
            ("status --csv-bom", "--csv-bom は --format csv とともに指定します"),
            ("work --as nobody", "officer@HSAのようなROLE@BODY"), ("status nothing", "申請「nothing」はありません"),
        ] {
            let arguments = line.split(separator: " ").map(String.init)
            let english = try await program.run(arguments)
            var japanese = program
            japanese.environment = ["TASUKI_LANG": "ja"]
            let outcome = try await japanese.run(arguments)
            #expect(outcome.errors.contains(words), "\(line): \(outcome.errors)")
            #expect(outcome.code == english.code && outcome.code != 0 && outcome.output == "", "\(line)")
            #expect(EnglishText.sentences(in: outcome.errors).isEmpty, "\(line): \(outcome.errors)")
        }
    }

    @Test("help in Japanese has every command and option of the English one, within the terminal's width")
    func help() async throws {
        let program = Program()
        for path in try CommandOutline.program().paths() {
            let line = path.dropFirst().map(\.commandName)
            let english = try await program.run(line + ["--help"])
            let japanese = try await program.run(line + ["--help", "--lang", "ja"])
            #expect(japanese.code == 0 && japanese.errors == "", "\(line)")
            let labels = english.output.matches(of: /\n {2}(-\S*|<\S+>|[a-z][-a-z]*)[ \n]/).map { String($0.1) }
            for label in labels where !["-h,", "tasuki"].contains(label) {
                #expect(japanese.output.contains("\n  \(label)"), "\(line): \(label)")
            }
            let wide = japanese.output.split(separator: "\n").filter {
                TextWidth.columns(of: String($0)) > 80 && !$0.hasPrefix("  tasuki ")
            }
            #expect(wide.isEmpty, "\(line): \(wide)")
        }
        try GoldenFile(name: "help-ja.txt").expect(try await program.run("--help --lang ja").output)
        try GoldenFile(name: "help-act-ja.txt").expect(try await program.run("help act --lang ja").output)
    }

    @Test("a spreadsheet that needs a mark to know UTF-8 gets it, and nothing else does")
    func mark() async throws {
        let program = try await DemoStory.kept(until: "2026-06-01")
        let plain = try await program.run("status --format csv --lang ja")
        let marked = try await program.run("status --format csv --csv-bom --lang ja")
        #expect(marked.code == 0 && marked.output == "\u{FEFF}" + plain.output)
        for format in ["table", "json"] {
            #expect(try await program.run("status --format \(format) --csv-bom").code == 64)
        }
    }
}

extension CommandOutline {
    /// Every command with those above it, the program alone first.
    func paths() -> [[CommandOutline]] {
        [[self]] + displayed.flatMap { $0.paths().map { [self] + $0 } }
    }
}
