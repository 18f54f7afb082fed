import Definitions
import Regulation
import Testing

@Suite("A rule that changes on a day binds the old way before it and the new way from it")
struct DatedRuleTests {
    private let file = SourceFile(path: "XA.yaml", text: RuleFolder.jurisdiction)

    private func jurisdiction() throws -> Jurisdiction {
        try JurisdictionReader.jurisdiction(from: file, zones: try shipped.zones())
    }

    private func rule(_ day: String, _ deviceClass: DeviceClass?) throws -> RouteRule {
        let date = try #require(CivilDate(day))
        return try #require(jurisdiction().bound(to: "full", on: date, for: deviceClass)?.boundRoute)
    }

    private func pin(_ day: String, _ deviceClass: DeviceClass?, _ text: String? = nil) throws -> String {
        let date = try #require(CivilDate(day))
        let pinned = try PinnedForm.canonicalText(
            ofJurisdiction: text.map { SourceFile(path: "XA.yaml", text: $0) } ?? file,
            zones: try shipped.zones(),
            route: "full",
            on: date,
            for: deviceClass
        )
        return try #require(pinned)
    }

    @Test("a clock has one version that day and one limit for the class")
    func clocks() throws {
        let old = try rule("2026-06-30", "B")
        #expect(old.clocks.count == 1)
        #expect(old.clock("review")?.rule.limit == 40)
        #expect(old.clock("review")?.rule.counts == .agency)
        #expect(old.clock("review")?.starts == .accepted)
        let new = try rule("2026-07-01", "B")
        #expect(new.clock("review")?.rule.limit == 60)
        #expect(new.clock("review")?.rule.counts == .total)
        #expect(new.clock("review")?.starts == .filed)
        #expect(try rule("2026-07-01", "A").clock("review")?.rule.limit == 30)
    }

    @Test("a fee for every class becomes one for each, and one whose class is not known has no amount")
    func fees() throws {
        #expect(try rule("2026-06-30", "B").fee("application")?.amount == Money(currency: "JPY", minorUnits: 5_000))
        #expect(try rule("2026-06-30", nil).fee("application")?.amount == Money(currency: "JPY", minorUnits: 5_000))
        #expect(try rule("2026-07-01", "B").fee("application")?.amount == Money(currency: "JPY", minorUnits: 9_000))
        #expect(try rule("2026-07-01", "A").fee("application")?.amount == Money(currency: "JPY", minorUnits: 6_000))
        let unknown = try rule("2026-07-01", nil)
        #expect(unknown.fees.count == 1)
        #expect(unknown.fee("application")?.amount == nil)
        #expect(unknown.clock("review")?.rule.limit == nil)
    }

    @Test("what is pinned reads back as what binds, whichever the day and the class")
    func pinned() throws {
        for day in ["2020-01-01", "2026-06-30", "2026-07-01", "2040-01-01"] {
            for deviceClass in [nil, "A", "B"] as [DeviceClass?] {
                let date = try #require(CivilDate(day))
                let bound = try jurisdiction().bound(to: "full", on: date, for: deviceClass)
                #expect(try PinnedForm.jurisdiction(fromCanonical: pin(day, deviceClass)) == bound?.pinned)
            }
        }
    }

    @Test("the pin is the same for every day of one version, another for the other version and the other class")
    func pins() throws {
        #expect(try pin("2020-01-01", "B") == pin("2026-06-30", "B"))
        #expect(try pin("2026-07-01", "B") == pin("2040-01-01", "B"))
        #expect(try pin("2026-06-30", "B") != pin("2026-07-01", "B"))
        #expect(try pin("2026-07-01", "A") != pin("2026-07-01", "B"))
        #expect(try pin("2026-06-30", "B").contains(#"{"amount":"JPY 5000"}"#))
        #expect(try pin("2026-07-01", "B").contains(#"{"amount":"JPY 9000"}"#))
        #expect(try !pin("2026-07-01", "B").contains("JPY 6000"))
    }

    @Test("a new version leaves the pins of the days before it as they were")
    func amendment() throws {
        let text = RuleFolder.jurisdiction
        let amended = text.replacing(
            "from: \"2026-07-01\", source: act }\n    source: act",
            with: """
                from: "2026-07-01", until: "2026-12-31", source: act }
                        - { amount: "JPY 7000", due: filed, from: "2027-01-01", source: act }
                    source: act
                """
        )
        #expect(amended != text)
        for day in ["2026-06-30", "2026-07-01", "2026-12-31"] {
            #expect(try pin(day, "A", amended) == pin(day, "A"))
        }
        #expect(try pin("2027-01-01", "A", amended) != pin("2027-01-01", "A"))
        #expect(try pin("2027-01-01", "A", amended).contains(#"{"amount":"JPY 7000"}"#))
    }
}
