import Regulation
import Submissions
import Testing

@testable import Views

@Suite("Claims that may be told")
struct ClaimsTests {
    private static func date(_ text: String) -> PartialDate { PartialDate(text) ?? .year(1999) }
    private static let source = Source(text: "a rule", url: nil, asOf: nil, confidence: .confirmed)

    private static func approval(
        _ claims: [ClaimID],
        _ standing: Approval.Standing = .inForce,
        granted: String = "2027-01-10"
    ) -> Approval {
        Approval(
            id: "s/JP",
            product: "p",
            productVersion: "1",
            jurisdiction: "JP",
            basis: .full,
            stage: 1,
            standing: standing,
            claims: claims,
            number: nil,
            grantedOn: date(granted),
            validUntil: nil,
            conditions: [],
            dependsOn: []
        )
    }

    private static func rule(
        _ id: String,
        _ audience: Audience,
        _ extent: AdvertisingRule.Extent,
        at stages: [AdvertisingRule.Stage] = [.firstStage, .approved],
        term: TraitTerm? = nil,
        from first: String? = nil
    ) -> AdvertisingRule {
        AdvertisingRule(
            id: id,
            names: ["en": id],
            audience: audience,
            stages: stages,
            extent: extent,
            term: term,
            window: first.flatMap { CivilDate($0) }.map { Window(from: $0, until: nil) } ?? .always,
            source: source
        )
    }

    @Test("A claim is covered since its approval, or since the change that brought it; a break begins anew")
    func trail() {
        var trail = CoverageTrail()
        trail.add([Self.approval(["C1"])], on: Self.date("2027-01-20"))
        trail.add([Self.approval(["C1", "C2"])], on: Self.date("2027-06-01"))
        #expect(trail.since["s/JP"] == ["C1": Self.date("2027-01-10"), "C2": Self.date("2027-06-01")])
        trail.add([Self.approval(["C2"])], on: Self.date("2027-07-01"))
        trail.add([Self.approval(["C1", "C2"])], on: Self.date("2027-08-01"))
        #expect(trail.since["s/JP"] == ["C1": Self.date("2027-08-01"), "C2": Self.date("2027-06-01")])
        trail.add([Self.approval(["C1", "C2"], .suspended)], on: Self.date("2027-09-01"))
        #expect(trail.since["s/JP"] == [:])
        trail.add([Self.approval(["C1"])], on: Self.date("2027-10-01"))
        #expect(trail.since["s/JP"] == ["C1": Self.date("2027-10-01")])
    }

    private func country(_ rules: [AdvertisingRule], _ traits: [TraitStatement] = []) -> ClaimsReport.Country {
        let jurisdiction = Jurisdiction(
            code: "JP",
            names: [:],
            zone: .utc,
            calendar: "JP",
            languages: .init(dossier: [], label: []),
            bodies: [],
            routes: [],
            requirements: [],
            advertising: rules
        )
        let on = CivilDate("2027-03-15") ?? .earliest
        return ClaimsReport.Country(
            code: "JP",
            stage: .firstStage,
            covered: [.init(claim: "C1", since: Self.date("2027-01-10"), approval: "s/JP")],
            uncovered: ["C2"],
            answers: Dictionary(
                Audience.allCases.map {
                    ($0, jurisdiction.advertising(to: $0, at: .firstStage, of: traits, on: on))
                }
            ) { first, _ in first },
            texts: []
        )
    }

    @Test(
        "What no approval covers is told to nobody; what is covered, as the first rule that speaks of the product says"
    )
    func told() {
        let lay = TraitTerm("intended-user", is: ["lay"])
        let rules = [
            Self.rule("old", .professionals, .nothing, from: "2027-03-16"),
            Self.rule("later", .professionals, .nothing, at: [.approved]),
            Self.rule("all", .professionals, .approvedClaims),
            Self.rule("lay", .public, .permittedTexts, term: lay), Self.rule("others", .public, .nothing),
        ]
        let since = Self.date("2027-01-10")
        let open = country(rules)
        #expect(open.may(tell: "C1", to: .professionals) == .since(since))
        #expect(open.may(tell: "C2", to: .professionals) == .not && open.may(tell: "C2", to: .public) == .not)
        #expect(open.may(tell: "C1", to: .public) == nil)
        #expect(open.answers[.public] == .asked("intended-user", by: rules[3]))
        let answered = country(rules, [.init(trait: "intended-user", jurisdiction: nil, answer: "lay")])
        #expect(answered.may(tell: "C1", to: .public) == .oncePermitted(since))
        let other = country(rules, [.init(trait: "intended-user", jurisdiction: nil, answer: "professional")])
        #expect(other.may(tell: "C1", to: .public) == .not)
    }

    @Test("A text that is out stays by what allows it, by its permit or by what was decided in doubt")
    func staying() {
        func text(permitted: Bool = false, trusted: Bool = false) -> PublishedText {
            PublishedText(
                audience: .public,
                claims: ["C1"],
                channel: nil,
                isReleased: true,
                isPermitted: permitted,
                isTrusted: trusted
            )
        }
        let answers = Telling.Answer.allCases
        #expect(answers.filter { text().mayStay($0) } == [.allowed])
        #expect(answers.filter { text(permitted: true).mayStay($0) } == [.allowed, .permit])
        #expect(answers.filter { text(trusted: true).mayStay($0) } == [.allowed, .unsure])
    }

    @Test("Where no rule is configured, or none says it, nothing is known")
    func unknown() {
        #expect(country([]).may(tell: "C1", to: .public) == nil)
        #expect(country([Self.rule("u", .public, .unknown)]).may(tell: "C1", to: .public) == nil)
    }
}
