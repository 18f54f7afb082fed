import CanonicalJSON
import Foundation
import TestSupport
import Testing
import Turns

@Suite("A dossier as an office keeps it", .takesTurns, .timeLimit(.minutes(30)))
struct LivedInDossierTests {
    private func json(_ line: String...) async throws -> (code: Int32?, value: JSONValue) {
        let outcome = try await Program().run(line)
        return (outcome.code, try JSONValue(parsing: Array(outcome.output.utf8)))
    }

    private func strings(_ value: JSONValue?) -> [String] { value?.arrayValue?.compactMap(\.stringValue) ?? [] }

    @Test("forty files are told of one by one: what counts, what is passed over, what may not open, what lies wrong")
    func check() async throws {
        let dossier = try LivedInDossier(named: "lived-in")
        let (code, check) = try await json(
            "submission",
            "check",
            dossier.path,
            "--on",
            "2026-11-30",
            "--format",
            "json"
        )
        #expect(code == 1)
        #expect(check["complete"] == .bool(false))
        #expect(
            strings(check["passedOver"]) == [
                ".DS_Store", "CH1/CH1.01/~$バーレター.ja.docx", "CH1/__MACOSX", "CH4/desktop.ini", "CH5/CH5.02/Thumbs.db",
            ]
        )
        let findings = (check["findings"]?.arrayValue ?? []).map {
            "\($0["defect"]?.stringValue ?? "") \($0["path"]?.stringValue ?? "")"
        }
        #expect(
            findings == [
                "encrypted CH3/CH3.02/リスクマネジメント報告書.ja.pdf",
                "encrypted CH3/CH3.05/CH3.05.05/CH3.05.05.06/Traceability.en.xlsx",
                "truncated CH3/CH3.05/CH3.05.05/CH3.05.05.08/V&V report.en.pdf",
                "mistyped CH3/CH3.05/CH3.05.05/CH3.05.05.11/サイバーセキュリティ.ja.pdf",
            ]
        )
        #expect(
            (check["defects"]?.arrayValue ?? []).map { $0["code"]?.stringValue ?? "" }
                == ["dossier.symbolic-link", "dossier.empty-file", "dossier.leftover"]
        )
        #expect(strings(check["samples"]) == ["CH2/CH2.02/general-summary.md"])
        let waiting = (check["waiting"]?.arrayValue ?? []).map { "\($0["jurisdiction"]?.stringValue ?? "")" }
        #expect(waiting == ["EU", "MY", "VN"])
        // Every file is somewhere: a document, or told of as something else; a folder of macOS is told of once.
        let documents = check["documents"]?.arrayValue?.count ?? 0
        #expect(LivedInDossier.files.count + 1 == 40)
        #expect(documents + strings(check["passedOver"]).count + 2 == 40)
    }

    @Test("the screens of check and languages are what a person has read over and approved")
    func golden() async throws {
        let dossier = try LivedInDossier(named: "lived-in")
        let lines = [
            ("lived-in-check.txt", ["submission", "check"], Int32(1)),
            ("lived-in-check-ja.txt", ["submission", "check", "--lang", "ja"], 1),
            ("lived-in-missing.txt", ["submission", "check", "--missing", "--places", "--country", "SG"], 1),
            ("lived-in-languages.txt", ["languages", "--all"], 0),
            ("lived-in-languages-ja.txt", ["languages", "--lang", "ja"], 0),
            ("lived-in-languages.csv", ["languages", "--format", "csv"], 0),
        ]
        for (file, arguments, code) in lines {
            let outcome = try await Program().run(arguments + [dossier.path, "--on", "2026-11-30"])
            #expect(outcome.code == code, "\(arguments): \(outcome.errors)")
            try GoldenFile(name: file).expect(outcome.output)
            guard !file.hasSuffix(".csv") else { continue }
            for line in outcome.output.split(separator: "\n") where !line.contains("ศ") && !line.contains("ฉ") {
                #expect(
                    line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) } <= 80 || line.count <= 80,
                    "\(line)"
                )
            }
        }
    }

    @Test("filing refuses the very headings that the check names, files no litter, and nothing for a later wave")
    func filing() async throws {
        let dossier = try LivedInDossier(named: "lived-in")
        let program = Program(workspace: Scratch.path("lived-in-workspace"))
        #expect(try await program.run("init").code == 0)
        var outcome = try await program.run(["submission", "new", dossier.path])
        #expect(outcome.code == 0, "\(outcome.errors)")
        outcome = try await program.run(["submission", "file", "hibiki", dossier.path])
        #expect(outcome.code == 65)
        for words in ["incidents.en.pdf", "standards.en.docx", ".bak"] { #expect(outcome.errors.contains(words)) }

        try dossier.putInOrder()
        let (_, check) = try await json("submission", "check", dossier.path, "--format", "json")
        var blocking: [String: [String]] = [:]
        for cell in check["cells"]?.arrayValue ?? [] where cell["blocks"] == .bool(true) {
            blocking[cell["jurisdiction"]?.stringValue ?? "", default: []].append(cell["heading"]?.stringValue ?? "")
        }
        outcome = try await program.run(["submission", "file", "hibiki", dossier.path])
        #expect(outcome.code == 65, "\(outcome.output)")
        #expect(blocking.count == 4, "\(blocking)")
        for (country, headings) in blocking {
            // What is missing and what is there in another language are told apart.
            let lines = outcome.errors.replacing(". ", with: ";").split(separator: ";").filter {
                $0.contains("\(country): ") || $0.contains("\(country) (")
            }
            for heading in headings {
                #expect(lines.contains { $0.contains(heading) }, "\(country) \(heading): \(outcome.errors)")
            }
        }
        // The Japanese report is what Singapore lacks in a language of its own.
        #expect(blocking["SG"]?.contains("CH4.02.01") == true)
        #expect(blocking["SG"]?.contains("CH3.02") == false)
    }
}
