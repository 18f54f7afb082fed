import Definitions
import Engine
import Foundation
import Regulation
import Scenarios
import Submissions
import TestSupport
import Testing
import Views

@testable import CommandLineTool

@Suite("Whoever reads only Japanese")
struct TranslationTests {
    private let phrases = Phrases.read(.ja, configuration: Repository.configuration)

    @Test("finds every command and option explained, and no English sentence in it")
    func help() throws {
        for path in try CommandOutline.program().paths() {
            guard let command = path.last else { continue }
            let name = path.map(\.commandName).joined(separator: " ")
            var texts = [command.abstract ?? ""] + (command.arguments ?? []).map { $0.abstract ?? "" }
            for line in HelpPage.lines(of: command.discussion ?? "") {
                if let (_, remark) = HelpPage.remark(in: line) {
                    texts.append(remark)
                } else if !line.hasPrefix("  ") {
                    texts.append(line)
                }
            }
            for text in texts where !text.isEmpty {
                guard let japanese = phrases[text] else {
                    Issue.record("\(name): no Japanese for “\(text)”: add it to Config/phrases/ja/help.yaml")
                    continue
                }
                #expect(EnglishText.hasJapanese(japanese), "\(name): “\(japanese)” is no Japanese")
                #expect(EnglishText.sentences(in: japanese) == [], "\(name): “\(japanese)”")
            }
        }
    }

    @Test("meets no sentence of the program that is written in English alone")
    func literals() throws {
        let known = Set(try Self.phraseFiles().map { Self.shape($0) })
        var missing: [String] = []
        for file in try Self.sources() {
            for literal in SourceLiterals(try String(contentsOfFile: file.path, encoding: .utf8)).all
            where Self.isSentence(literal) && !Allowed.isAllowed(literal, in: file.name) {
                let lines = literal.text.split(separator: "\n").map(String.init).filter { Self.isSentence($0) }
                for line in lines where !known.contains(Self.shape(line)) && !Allowed.isNotation(line) {
                    missing.append("\(file.name):\(literal.line): “\(line)”")
                }
            }
        }
        #expect(
            missing.isEmpty,
            """
            English without Japanese. Put what a command prints into Config/labels/en.yaml and ja.yaml and print \
            labels.text(…); give what is thrown or explains an option its pair in Config/phrases/ja (messages.yaml, help.yaml), \
            with {0}, {1} for what is filled in; what nobody reads, and what is a notation, is told with its reason in \
            Tests/CommandLineToolTests/Translation/Allowed.swift:
            \(missing.joined(separator: "\n"))
            """
        )
    }

    @Test("meets no English sentence among the labels and phrases")
    func texts() throws {
        for (key, text) in try Self.labels("ja") where !Allowed.labels.contains(key) {
            #expect(EnglishText.sentences(in: text) == [], "Config/labels/ja.yaml: \(key): “\(text)”")
        }
        for file in ["help", "messages", "sources"] {
            let path = "\(Repository.configuration)/phrases/ja/\(file).yaml"
            for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
            where line.hasPrefix("    ja: ") {
                #expect(EnglishText.sentences(in: String(line.dropFirst(8))) == [], "\(file).yaml: \(line)")
            }
        }
    }

    @Test("meets no English in what commands print but names and quotations")
    func outputs() throws {
        let folder = "\(Repository.folder)/Tests/Golden"
        let quoted = try Self.quotations()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        where name.contains("-ja") && name.hasSuffix(".txt") && Allowed.goldens[name] == nil {
            let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
            for sentence in EnglishText.sentences(in: text) {
                let words = sentence.split(whereSeparator: { !$0.isLetter }).joined(separator: " ")
                let isName = quoted.contains(words) || Allowed.outputs[words] != nil
                #expect(isName, "Tests/Golden/\(name): “\(sentence)”")
            }
        }
    }

    @Test("reads in Japanese where each fact of the configuration comes from")
    func sources() throws {
        let configuration = ConfigFolder(path: Repository.configuration)
        let jurisdictions = try configuration.jurisdictions()
        var texts = Set(jurisdictions.flatMap(\.facts).map(\.source.text))
        for jurisdiction in jurisdictions {
            texts.formUnion(try configuration.calendarFacts(of: jurisdiction).map(\.source.text))
        }
        texts.formUnion(try configuration.procedures().flatMap(\.sources).map(\.text))
        for text in texts.sorted() where !EnglishText.sentences(in: text).isEmpty {
            let japanese = phrases.translated(text)
            #expect(
                EnglishText.hasJapanese(japanese) && EnglishText.sentences(in: japanese) == [],
                "no Japanese for the source “\(text)” (is “\(japanese)”): add it to Config/phrases/ja/sources.yaml"
            )
        }
    }

    @Test("reads 期限 of a deadline, 目標日 of a target, 承認 of an approval and 登録 of a registration, each alone")
    func terms() throws {
        let japanese = try Self.labels("ja")
        for (key, english) in try Self.labels("en") where Allowed.terms[key] == nil {
            let text = japanese[key] ?? ""
            let words = Set(english.lowercased().split(whereSeparator: { !$0.isLetter }).map(String.init))
            if !words.isDisjoint(with: ["deadline", "deadlines"]) {
                #expect(text.contains("期限"), "\(key): “\(english)” is “\(text)”")
            }
            if !words.isDisjoint(with: ["approval", "approvals", "approved", "approve"]),
                !words.contains(where: { $0.hasPrefix("regist") })
            {
                #expect(text.contains("承認") && !text.contains("登録"), "\(key): “\(english)” is “\(text)”")
            }
            if text.contains("目標") {
                #expect(!words.isDisjoint(with: ["target", "targets", "limit"]), "\(key): “\(english)” is “\(text)”")
            }
            if text.contains("登録") {
                #expect(
                    words.contains { ["regist", "open", "record", "add"].contains(where: $0.hasPrefix) },
                    "\(key): “\(english)” is “\(text)”"
                )
            }
        }
    }

    // MARK: - What is looked through

    private static func sources() throws -> [(name: String, path: String)] {
        let root = "\(Repository.folder)/Sources"
        let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return names.sorted().filter { $0.hasSuffix(".swift") }.map { ($0, "\(root)/\($0)") }
    }

    private static func isSentence(_ literal: SourceLiterals.Literal) -> Bool { isSentence(literal.text) }

    /// Two words, or a word beside what is filled in.
    private static func isSentence(_ text: String) -> Bool {
        let plain = text.replacing(/\{[0-9]\}/, with: "\u{FFFC}")
        guard plain.contains(" "), !plain.hasPrefix("  tasuki "), !plain.hasPrefix("    --") else { return false }
        let words = plain.matches(of: /[A-Za-z]+/).count
        return words > 1 || words == 1 && plain.contains("\u{FFFC}")
    }

    /// A sentence without the numbers of its slots; two side by side count as one.
    private static func shape(_ text: String) -> String {
        text.replacing(/(?:\{[0-9]\})+/, with: "{}")
    }

    private static func phraseFiles() throws -> [String] {
        try ["help", "messages"].flatMap { file in
            try String(contentsOfFile: "\(Repository.configuration)/phrases/ja/\(file).yaml", encoding: .utf8)
                .split(separator: "\n").filter { $0.hasPrefix("  - en: ") }
                .map { try JSONDecoder().decode(String.self, from: Data($0.dropFirst(8).utf8)) }
        }
    }

    private static func labels(_ language: String) throws -> [String: String] {
        try ConfigFolder(path: Repository.configuration).labels(language)
    }

    /// The words of everything that is quoted: sources of facts, samples and stories.
    private static func quotations() throws -> String {
        let files = FileManager.default
        var words = ""
        for folder in ["samples", "jurisdictions", "procedures", "dossier", "calendars"] {
            let root = "\(Repository.configuration)/\(folder)"
            for case let name as String in files.enumerator(atPath: root)?.allObjects ?? [] {
                guard name.hasSuffix(".yaml"),
                    let text = try? String(contentsOfFile: "\(root)/\(name)", encoding: .utf8)
                else { continue }
                words += text.split(whereSeparator: { !$0.isLetter }).joined(separator: " ") + "\n"
            }
        }
        return words
    }
}
