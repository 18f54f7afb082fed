import Definitions
import Foundation
import Regulation
import Submissions
import Testing

@Suite("A manifest names only what there is, and takes numbers and names as they are written")
struct ManifestNameTests {
    private func sample(_ edits: [(String, String)]) throws -> String {
        var text = try shippedText("samples/sleep-therapy/submission.yaml")
        for (old, new) in edits {
            #expect(text.contains(old), "\(old)")
            text = text.replacing(old, with: new)
        }
        return text
    }

    private func defects(_ edits: (String, String)...) throws -> [String] {
        let text = try sample(edits)
        return DefinitionsTests.defects { () throws(Diagnostics) in
            try shipped.manifest(from: SourceFile(path: "m.yaml", text: text))
        }
    }

    private static let approvals = """
        approvals:
          - { jurisdiction: US, number: "K 26/001 号", grantedOn: "2025-02", validUntil: "2030-01-31", basis: full, claims: [C1], version: "1.0" }
        """

    @Test("as it stands it has no defect, with an approval too")
    func sound() throws {
        #expect(try defects() == [])
        let text = try sample([("holders:", Self.approvals + "\nholders:")])
        let manifest = try shipped.manifest(from: SourceFile(path: "m.yaml", text: text))
        #expect(manifest.approvals.map(\.number) == ["K 26/001 号"])
    }

    @Test("a country whose procedure stands alone takes part in no bundle, and one that knows bundles may")
    func standingAlone() throws {
        let target = "  TH: { route: reliance, claims: [C1] }"
        func defects(_ participation: String) throws -> [String] {
            let added = "\n  EU: { route: notified-body\(participation) }"
            return try self.defects((target, target + added), ("classes: {", "classes: { EU: IIa,"))
        }
        #expect(try defects("") == [] && defects(", participation: reliance") == [])
        for part in ["concurrent-action", "concurrent-review"] {
            let found = try defects(", participation: \(part)")
            #expect(
                found.count == 1 && found[0].contains("by ‘notified-body’ ‘EU’ takes part in no bundle"),
                "\(found)"
            )
        }
        let national = target.replacing("reliance,", with: "national, participation: concurrent-action,")
        #expect(try self.defects((target, national)) == [])
    }

    @Test("a misspelt route, country, class, trait, heading or reference is told at its place with what was meant")
    func names() throws {
        let lines = try sample([]).split(separator: "\n").map(String.init)
        let target = try #require(lines.first { $0.hasPrefix("  TH: { route") })
        let cases: [((String, String), String)] = [
            ((target, target.replacing("route: ", with: "route: x")), "‘TH’ has no route ‘x"),
            ((target, target.replacing("TH:", with: "TX:")), "the jurisdiction ‘TX’ is not configured"),
            (
                ("stand-alone-mobile-app: true", "stand-alone-mobil-app: true"),
                "no rule asks ‘stand-alone-mobil-app’, only predicate,"
            ),
            (("stand-alone-mobile-app: true", "stand-alone-mobile-app: maybe"), "is answered by true or false"),
            (("stand-alone-mobile-app: true", "stand-alone-mobile-app: { SG: true }"), "once and not by country"),
            (("predicate: { JP: none }", "predicate: { JP: equivalend }"), "did you mean ‘equivalent’?"),
            (("TH: \"2\"", "TH: Z"), "‘TH’ has no class ‘Z’, only"),
            (("holders:", "adopted: [CH9.99]\nholders:"), "has no heading ‘CH9.99’"),
            (("holders:\n", "holders:\n  SGP: { id: a, name: A }\n"), "‘SGP’ is no country code"),
            (("holders:\n", "holders:\n  UK: { id: a, name: A }\n"), "(ISO 3166-1); did you mean ‘GB’?"),
            (
                ("holders:", Self.approvals.replacing("US", with: "UK") + "\nholders:"),
                "‘UK’ is no country code such as US (ISO 3166-1); did you mean ‘GB’?"
            ),
            (
                ("holders:", Self.approvals.replacing("full,", with: "full, restsOn: [EU],") + "\nholders:"),
                "no approval of ‘EU’ is declared"
            ),
        ]
        for (edit, message) in cases {
            let found = try defects(edit)
            #expect(found.contains { $0.hasPrefix("m.yaml:") && $0.contains(message) }, "\(edit.1): \(found)")
        }
    }

    @Test("an approval ends after it began, and its dates and number can be read")
    func approvals() throws {
        let cases: [(String, String, String)] = [
            ("2030-01-31", "2025-01-31", "does not lie after ‘grantedOn’"),
            ("2030-01-31", "R12", "did you mean 2030 (reiwa 12)?"),
            ("\"2025-02\"", "\"114/2/3\"", "did you mean 2025-02-03 (minguo 114)?"),
            ("号", "\\u202e", "character 10 is U+202E"),
            ("K 26/001 号", "--", "it has neither a letter nor a digit"),
            ("K 26/001 号", String(repeating: "9", count: 201), "it has 201 characters"),
        ]
        for (old, new, message) in cases {
            let found = try defects(("holders:", Self.approvals.replacing(old, with: new) + "\nholders:"))
            #expect(found.contains { $0.contains(message) }, "\(new): \(found)")
        }
    }

    @Test("languages of documents and answers to conditions are read, each with its place; what is neither is told")
    func dossier() throws {
        let text = try sample([
            (
                "holders:",
                """
                languages: { default: EN, CH3: jpn, CH5.02/TH: th, "CH4/CH4.02/報告書.pdf": zh-tw }
                conditions: { CH1.10: false, CH4.02.02: { JP: true, TH: false } }
                holders:
                """
            )
        ])
        let manifest = try shipped.manifest(from: SourceFile(path: "m.yaml", text: text))
        func heading(_ text: String) throws -> HeadingCode { try #require(HeadingCode(text)) }
        #expect(
            manifest.languages.statements == [
                .init(place: .everywhere, language: "en"),
                .init(place: .heading(try heading("CH3"), nil), language: "ja"),
                .init(place: .heading(try heading("CH5.02"), "TH"), language: "th"),
                .init(place: .path("CH4/CH4.02/報告書.pdf"), language: "zh-Hant-TW"),
            ]
        )
        #expect(
            manifest.conditions == [
                ConditionAnswer(heading: try heading("CH1.10"), holds: false),
                ConditionAnswer(heading: try heading("CH4.02.02"), jurisdiction: "JP", holds: true),
                ConditionAnswer(heading: try heading("CH4.02.02"), jurisdiction: "TH", holds: false),
            ]
        )
        for (wrong, words) in [
            ("languages: { default: Japanese }", "‘Japanese’ is no language"),
            ("conditions: { CH9.99: true }", "has no heading ‘CH9.99’"),
            ("conditions: { risk: true }", "‘risk’ is no heading"),
            ("conditions: { CH1.10: perhaps }", "is true or false"),
            ("conditions: { CH1.10: { Japan: true } }", "‘Japan’ is no country code"),
        ] {
            let told = try defects(("holders:", wrong + "\nholders:"))
            #expect(told.contains { $0.contains(words) }, "\(wrong): \(told)")
        }
    }
}
