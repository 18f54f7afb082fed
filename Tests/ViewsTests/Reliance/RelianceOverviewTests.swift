import CanonicalJSON
import Engine
import Regulation
import Submissions
import Testing
import Views

@Suite("Who accepts whose approval")
struct RelianceOverviewTests {
    private static func rule(
        _ references: [JurisdictionCode],
        atLeast: Int = 1,
        from: String? = nil,
        until: String? = nil,
        route: RouteName = "reliance",
        routeFrom: String? = nil,
        _ source: Source = AdviceSample.sure
    ) -> RouteRule {
        RouteRule(
            name: route,
            procedure: "national-review",
            conditions: [
                RouteCondition(
                    kind: .references(references, atLeast: atLeast),
                    window: Window(from: from.flatMap { CivilDate($0) }, until: until.flatMap { CivilDate($0) }),
                    source: source
                ),
                RouteCondition(kind: .holder, source: AdviceSample.sure),
            ],
            window: Window(from: routeFrom.flatMap { CivilDate($0) }, until: nil),
            source: AdviceSample.sure
        )
    }

    private static func country(_ code: JurisdictionCode, _ routes: [RouteRule]) -> Jurisdiction {
        var sample = AdviceSample()
        sample.code = code
        sample.routes = routes
        return sample.jurisdiction
    }

    private static func overview(_ countries: [Jurisdiction], of reference: JurisdictionCode? = nil) -> RelianceOverview
    {
        RelianceOverview(countries, on: AdviceSample.today, of: reference)
    }

    @Test("a country that names no other is told apart, and what most accept stands first")
    func order() {
        let overview = Self.overview([
            Self.country("MY", [Self.rule(["JP", "US"])]), Self.country("SG", [Self.rule(["US", "EU"])]),
            Self.country("US", [RouteRule(name: "full", procedure: "national-review", source: AdviceSample.sure)]),
        ])
        #expect(overview.relying.map(\.code) == ["MY", "SG"])
        #expect(overview.independent.map(\.code) == ["US"])
        #expect(overview.references == ["US", "EU", "JP"])
        #expect(overview.references.map(overview.count(accepting:)) == [2, 1, 1])
        #expect(overview.standing(of: "EU", in: "MY") == .no)
    }

    @Test("a rule without a first day confirms no day before its source")
    func past() throws {
        let asOf = try #require(CivilDate("2024-06-01"))
        let source = Source(text: "law", url: nil, asOf: .day(asOf), confidence: .confirmed)
        let country = Self.country("MY", [Self.rule(["JP"], source)])
        func rule(on date: CivilDate) throws -> RelianceRule {
            guard case .accepted(let rule) = RelianceOverview([country], on: date).standing(of: "JP", in: "MY") else {
                throw CancellationError()
            }
            return rule
        }
        #expect(try rule(on: asOf).isConfirmed(on: asOf))
        let before = asOf.adding(days: -1)
        #expect(try !rule(on: before).isConfirmed(on: before))
        #expect(try rule(on: before).isFirstDayUnknown(on: before))
        let known = RelianceOverview([Self.country("MY", [Self.rule(["JP"], from: "2015-01-01")])], on: before)
        #expect(known.rules.allSatisfy { $0.isConfirmed(on: before) })
    }

    @Test("a rule holds only while its route does too, and what has ended is left out")
    func days() throws {
        let overview = Self.overview([
            Self.country(
                "MY",
                [
                    Self.rule(["TH"], until: "2026-03-01", route: "pilot"),
                    Self.rule(["SG"], from: "2026-01-01", route: "programme", routeFrom: "2026-04-01"),
                    Self.rule(["JP"], until: "2026-03-02", route: "last-day"),
                ]
            )
        ])
        #expect(overview.rules.map(\.route.name) == ["programme", "last-day"])
        let programme = try #require(overview.rules.first)
        #expect(programme.window.from == CivilDate("2026-04-01"))
        #expect(overview.standing(of: "SG", in: "MY") == .later(programme))
        #expect(overview.count(accepting: "SG") == 0 && overview.count(accepting: "JP") == 1)
    }

    @Test("of several routes the one that asks for the fewest approvals counts, then the one that is confirmed")
    func easiest() throws {
        let overview = Self.overview([
            Self.country(
                "SG",
                [
                    Self.rule(["US"], atLeast: 2, route: "two"),
                    Self.rule(["US"], route: "hearsay", AdviceSample.unsure),
                    Self.rule(["US"], from: "2020-01-01", route: "one"),
                ]
            )
        ])
        guard case .accepted(let rule) = overview.standing(of: "US", in: "SG") else {
            Issue.record("not accepted")
            return
        }
        #expect(rule.route.name == "one" && rule.needed == 1 && rule.confidence == .confirmed)
    }

    @Test("asked for one country's approvals, it tells only who accepts those")
    func ofOne() {
        let overview = Self.overview(
            [Self.country("MY", [Self.rule(["JP"])]), Self.country("SG", [Self.rule(["JP", "EU"])])],
            of: "EU"
        )
        #expect(overview.rules.map(\.jurisdiction) == ["SG"])
        #expect(overview.independent.map(\.code) == ["MY"])
    }

    @Test("for programs a rule says its days, and whether it is confirmed")
    func json() throws {
        let overview = Self.overview([
            Self.country("GB", [Self.rule(["EU"], until: "2030-06-30", route: "ce-mark", AdviceSample.unsure)])
        ])
        let expected = """
            {"acceptances":[{"by":["GB"],"of":"EU"}],"independent":[],"on":"2026-03-02","rules":[{"asOf":null,\
            "atLeast":1,"confidence":"unconfirmed","firstDayUnknown":true,"from":null,"inForce":true,"jurisdiction":"GB",\
            "references":["EU"],"route":"ce-mark","source":"hearsay","until":"2030-06-30","url":null}]}
            """
        #expect(overview.json.canonicalText() == expected)
        #expect(RelianceRule.columns.count == overview.rules.first?.rows(on: overview.date).first?.count)
    }
}
