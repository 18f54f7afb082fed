import Engine
import Pages
import Regulation
import Testing
import Views

@Suite("Who accepts whom, as a picture")
struct ReliancePictureTests {
    private static let source = Source(text: "law", url: nil, asOf: nil, confidence: .confirmed)

    private static func country(
        _ code: JurisdictionCode,
        _ references: [JurisdictionCode],
        atLeast: Int = 1,
        from: CivilDate? = nil
    ) -> Jurisdiction {
        let condition = RouteCondition(
            kind: .references(references, atLeast: atLeast),
            window: Window(from: from, until: nil),
            source: source
        )
        return Jurisdiction(
            code: code,
            names: ["en": "Country & \(code)"],
            zone: .utc,
            calendar: "sample",
            languages: .init(dossier: ["en"], label: ["en"]),
            bodies: [],
            routes: [
                RouteRule(
                    name: "reliance",
                    procedure: "reliance",
                    conditions: references.isEmpty ? [] : [condition],
                    source: source
                )
            ],
            requirements: []
        )
    }

    private static var overview: RelianceOverview {
        let today = CivilDate("2026-11-30") ?? .earliest
        return RelianceOverview(
            [
                country("MY", ["US", "EU"], from: CivilDate("2025-03-11")), country("TW", ["US", "EU"], atLeast: 2),
                country("SG", ["MY"], from: CivilDate("2027-03-01")), country("KR", []),
            ],
            on: today
        )
    }

    @Test("stands alone as well-formed SVG with a title, and escapes what it is given", arguments: ["en", "ja"])
    func wellFormed(language: String) throws {
        let svg = ReliancePicture.svg(Self.overview, labels: try LabelFile.labels(language))
        let check = XMLCheck(svg)
        #expect(check.error == nil)
        #expect(check.elements.first == "svg" && check.ids == ["rl-title"])
        #expect(check.text.contains("MY Country & MY"))
        #expect(!check.elements.contains("script") && !check.elements.contains("image"))
    }

    @Test("marks each acceptance, the years from which it holds, and how many are needed")
    func content() throws {
        let labels = try LabelFile.labels("en")
        let check = XMLCheck(ReliancePicture.svg(Self.overview, labels: labels))
        // Two countries accept two each, one accepts one later, and the legend has three.
        #expect(check.elements.count { $0 == "circle" } == 8)
        #expect(check.attributes.count { $0["stroke-dasharray"] == "3 3" } == 2)
        for words in [
            "MY ← US: Reliance (2025-03-11)", "TW ← EU: Reliance (?)", "SG ← MY: Reliance (2027-03-01)", "2025",
        ] {
            #expect(check.text.contains(words), "\(words)")
        }
        #expect(check.text.contains(labels.text("jurisdiction.reliance.independent", "KR")))
    }
}
