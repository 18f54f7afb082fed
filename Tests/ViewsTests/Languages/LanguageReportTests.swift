import Regulation
import Testing
import Views

@Suite("Documents by country and language")
struct LanguageReportTests {
    private static func heading(_ text: String) -> HeadingCode {
        guard let code = HeadingCode(text) else { preconditionFailure("\(text) is a heading") }
        return code
    }

    private func country(_ code: JurisdictionCode, takes languages: [String], wants headings: [String]) -> Jurisdiction
    {
        let source = Source(text: "sample", url: nil, asOf: nil, confidence: .confirmed)
        return Jurisdiction(
            code: code,
            names: ["en": "Sample"],
            zone: .utc,
            calendar: "SG",
            languages: .init(dossier: languages, label: languages, source: source),
            bodies: [],
            routes: [],
            requirements: headings.map {
                Requirement(heading: Self.heading($0), need: .required, languages: [], source: source)
            }
        )
    }

    private func report(
        _ files: [(path: String, language: String?)],
        _ countries: [Jurisdiction]
    ) throws -> LanguageReport {
        let papers = files.map { file in
            let parts = file.path.split(separator: "/").map(String.init)
            let code = parts.dropFirst().first.map { JurisdictionCode($0) }
            let entry = DossierEntry(
                heading: Self.heading(parts[0]),
                jurisdiction: parts.count == 3 ? code : nil,
                language: file.language
            )
            return LanguageReport.Paper(path: file.path, entry: entry)
        }
        let day = try #require(CivilDate("2026-11-30"))
        return LanguageReport(
            papers,
            against: countries.map { $0.completeness(of: papers.map(\.entry), adopted: []) },
            type: .initial,
            on: day
        )
    }

    @Test("each document is there, wrong, unknown or missing for each country that asks for it")
    func states() throws {
        let report = try report(
            [("CH3.02/risk.ja.pdf", "ja"), ("CH3.03/list.pdf", nil)],
            [
                country("JP", takes: ["ja"], wants: ["CH3.02", "CH3.03"]),
                country("SG", takes: ["en"], wants: ["CH3.02", "CH3.03", "CH4.02"]),
                country("ID", takes: [], wants: ["CH3.02"]),
            ]
        )
        let cells = report.lines.map { line in
            line.cells.map { "\($0.jurisdiction) \($0.state.rawValue) \($0.into ?? "-")" }
        }
        #expect(
            cells == [
                ["JP there -", "SG wrong en", "ID unknown -"], ["JP unknown -", "SG unknown -"], ["SG missing en"],
            ]
        )
        #expect(report.lines.map(\.name) == ["risk", "list", nil])
        #expect(report.count(.wrong, in: "SG") == 1)
        #expect(report.count(.unknown, in: "ID") == 1)
    }

    @Test("files that differ in their tag alone are one document, however the tag is written")
    func versions() throws {
        let report = try report(
            [
                ("CH3.02/risk.ja.pdf", "ja"), ("CH3.02/risk-eng.docx", "en"), ("CH3.02/risk (TH).pdf", "th"),
                ("CH3.02/risk_ko.pdf", "ko"), ("CH3.02/other.ja.pdf", "ja"),
            ],
            [country("SG", takes: ["en"], wants: ["CH3.02"])]
        )
        #expect(report.lines.map(\.name) == ["other", "risk"])
        #expect(report.lines.last?.versions.map(\.language) == ["ja", "en", "th", "ko"])
        // The heading is served, so that the other is no work, but still no tick.
        let other = try #require(report.lines.first?.cell("SG"))
        #expect(other.state == .wrong)
        #expect(other.isServed)
        #expect(report.count(.wrong, in: "SG") == 0)
        #expect(report.work.isEmpty)
    }

    @Test("one translation serves all countries that take it, and a country's own document is nobody else's")
    func work() throws {
        let report = try report(
            [("CH3.02/risk.ja.pdf", "ja"), ("CH5.02/TH/label.en.pdf", "en")],
            [
                country("SG", takes: ["en"], wants: ["CH3.02"]),
                country("TH", takes: ["th", "en"], wants: ["CH3.02", "CH5.02"]),
                country("VN", takes: ["vi"], wants: ["CH3.02"]),
            ]
        )
        #expect(report.work.map(\.language) == ["en", "vi"])
        #expect(report.work.map(\.countries) == [["SG", "TH"], ["VN"]])
        #expect(report.lines.last?.cells.map(\.jurisdiction) == ["TH"])
        #expect(report.lines.last?.cell("TH")?.state == .there)
    }
}
