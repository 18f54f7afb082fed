import Definitions
import Regulation
import Scenarios
import Submissions
import Testing

@testable import Sheets

@Suite("Rows are held against each other, and become a manifest")
struct BookTests {
    private static let product: [String: String] = [
        "submission": "lung", "product": "example-lung", "name": "Example \"Lung\"", "version": "2.1",
        "claimTexts": "C1: Mark pneumothorax.\nC1/ja: 気胸を示す。\nC2: Mark effusion.", "situation": "serious",
        "significance": "drive-clinical-management", "applicant": "example", "applicantName": "Example K.K.",
        "applicantCountry": "JP",
    ]

    private func row(_ form: SheetForm.Name, _ number: Int, _ cells: [String: String]) -> SheetRow {
        SheetRow(form: form, file: "\(form.rawValue).csv", number: number, cells: cells)
    }

    private func manifest(_ draft: ManifestDraft) throws -> SubmissionManifest {
        try ConfigFolder(path: Repository.configuration)
            .manifest(from: SourceFile(path: "submission.yaml", text: draft.text))
    }

    @Test("the manifest that rows describe says what they say, and gives the same rows back")
    func manifest() throws {
        let cases = [
            row(.cases, 2, ["submission": "lung", "country": "SG", "route": "reliance", "class": "B", "claims": "C1"]),
            row(.cases, 3, ["submission": "lung", "country": "TH", "holder": "th", "holderName": "Example TH"]),
        ]
        let approval = row(
            .approvals,
            2,
            [
                "submission": "lung", "country": "US", "number": "K250001", "grantedOn": "2025-06", "basis": "full",
                "claims": "C1、C2", "version": "2.0",
            ]
        )
        let product = row(.products, 2, Self.product)
        let read = try manifest(ManifestDraft(product: product, cases: cases, approvals: [approval]))
        #expect(read.targets.map(\.jurisdiction) == ["SG"] && read.targets[0].claims == ["C1"])
        #expect(read.approvals.map(\.number) == ["K250001"] && read.approvals[0].claims == ["C1", "C2"])
        #expect(read.claims[0].texts == ["en": "Mark pneumothorax.", "ja": "気胸を示す。"])
        let rows = ManifestRows(read)
        #expect(ManifestRows.differences(product, from: rows.product).isEmpty)
        for row in cases {
            let stated = try #require(rows.cases.first { $0["country"] == row["country"] })
            #expect(ManifestRows.differences(row, from: stated).isEmpty)
        }
        #expect(ManifestRows.differences(approval, from: rows.approvals[0]).isEmpty)
        let other = row(.products, 2, Self.product.merging(["version": "2.2"]) { $1 })
        #expect(ManifestRows.differences(other, from: rows.product).map(\.column) == ["version"])
    }

    @Test("a product of which only approvals are known needs no target")
    func heldOnly() throws {
        let approval = row(
            .approvals,
            2,
            [
                "submission": "lung", "country": "US", "number": "K250001", "grantedOn": "2025-06", "basis": "full",
                "claims": "C1", "version": "2.0",
            ]
        )
        let product = row(.products, 2, Self.product)
        #expect(try manifest(ManifestDraft(product: product, cases: [], approvals: [approval])).targets == [])
        #expect(throws: Diagnostics.self) {
            try manifest(ManifestDraft(product: product, cases: [], approvals: []))
        }
    }

    @Test("a defect of the manifest is one of the cell from which its line was taken")
    func places() throws {
        let product = row(.products, 4, Self.product)
        let cases = [
            row(.cases, 2, ["submission": "lung", "country": "SG", "route": "reliance"]),
            row(.cases, 7, ["submission": "lung", "country": "SG", "route": "relliance", "class": "Q"]),
        ]
        let draft = ManifestDraft(product: product, cases: [cases[1]], approvals: [])
        do {
            _ = try manifest(draft)
            Issue.record("the route and the class are unknown")
        } catch let diagnostics as Diagnostics {
            let places = Set(diagnostics.all.map { draft.place(ofLine: $0.line) })
            #expect(places == [cases[1].place("route"), cases[1].place("class")])
        }
    }

    @Test("what is required is there, and nothing is said twice")
    func checks() {
        var book = Book()
        book.add(
            rows: [
                row(.products, 2, Self.product.filter { $0.key != "version" }),
                row(.cases, 2, ["submission": "lung", "country": "SG"]),
                row(.cases, 3, ["submission": "lung", "country": "SG", "route": "reliance"]),
                row(.letters, 2, ["submission": "lung", "case": "SG", "date": "2026-05-12", "action": "payFee"]),
                row(
                    .letters,
                    3,
                    ["submission": "lung", "case": "SG", "date": "2026-05-12", "action": "payFee", "number": "1"]
                ),
            ]
        )
        book.check { _ in false }
        #expect(book.findings.map(\.kind) == [.missing, .sameAs(row: 2, file: "cases.csv")])
        #expect(book.findings[0].place == .init(file: "products.csv", row: 2, column: "version"))
    }

    @Test("the fields of a letter are those of the command, questions one by one")
    func letters() {
        let letter = row(
            .letters,
            2,
            [
                "claims": "C1、C2", "questions": "One?\n\nTwo?", "fields": "questions.1.heading=CH3.02\nnovelty = true",
                "reason": "because",
            ]
        )
        let settings = LetterCells.settings(letter).map { "\($0.path)=\($0.value)" }
        #expect(
            settings == [
                "claims=C1, C2", "reason=because", "questions.0.text=One?", "questions.1.text=Two?",
                "questions.1.heading=CH3.02", "novelty=true",
            ]
        )
    }
}
