import Engine
import Regulation
import Statecharts
import Submissions
import Views

/// A country made up for tests, and the facts of a product that knocks at its door on 2026-03-02, a Monday.
struct AdviceSample {
    static let today = CivilDate(year: 2026, month: 3, day: 2) ?? .earliest
    static let sure = Source(text: "law", url: "https://example.org/law", asOf: nil, confidence: .confirmed)
    static let unsure = Source(text: "hearsay", url: nil, asOf: nil, confidence: .unconfirmed)

    var routes: [RouteRule] = []
    var classification: [Classification] = []
    var deviceClass: AdvisedClass? = AdvisedClass("B", origin: .declared)
    var approvals: [Approval] = []
    var hasHolder = true
    var notices: [SafetyNotice] = []
    var code: JurisdictionCode = "SG"
    var confirmedYears = [2026]

    /// What the routes run by: one that is law, with a clock beside the straight way, and one that is only proposed.
    var procedures: [ProcedureID: Procedure] {
        guard let chart = try? Statechart(states: [StateDraft(id: "reading")]) else { return [:] }
        func procedure(_ id: ProcedureID, _ standing: Procedure.Status, aside: [ClockName] = []) -> Procedure {
            Procedure(
                id: id,
                standing: standing,
                sources: [],
                actions: [],
                clocks: ["review"] + aside,
                clocksAside: aside,
                chart: chart,
                guards: [:],
                effects: [],
                details: [:]
            )
        }
        let all = [
            procedure("national-review", .law, aside: ["fullReview"]), procedure("bundled-member", .proposal),
        ]
        return Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    }

    var jurisdiction: Jurisdiction {
        Jurisdiction(
            code: code,
            names: ["en": "Sample"],
            zone: .utc,
            calendar: "sample",
            languages: .init(dossier: ["en"], label: ["en"]),
            bodies: [],
            routes: routes,
            requirements: [],
            classification: classification
        )
    }

    var facts: RouteFacts {
        RouteFacts(
            jurisdiction: code,
            deviceClass: nil,
            traits: [],
            hasHolder: hasHolder,
            hasConsent: false,
            productVersion: "1.0",
            claims: ["C1"],
            approvals: approvals,
            own: Approval.ID("sample/\(code)"),
            date: .day(Self.today),
            notices: notices
        )
    }

    var advice: CountryAdvice {
        CountryAdvice(
            on: jurisdiction,
            facts: facts,
            deviceClass: deviceClass,
            procedures: procedures,
            calendar: WorkingCalendar(
                id: "sample",
                weekend: [6, 7],
                holidays: [:],
                years: Dictionary(uniqueKeysWithValues: confirmedYears.map { ($0, Confidence.confirmed) })
            ),
            completeness: nil
        )
    }

    static func route(
        _ name: RouteName,
        _ conditions: [RouteCondition.Kind],
        clocks: [RouteClock] = [],
        fees: [FeeRule] = [],
        procedure: String = "national-review",
        window: Window = .always,
        source: Source = sure
    ) -> RouteRule {
        RouteRule(
            name: name,
            procedure: procedure,
            conditions: conditions.map { RouteCondition(kind: $0, source: sure) },
            clocks: clocks,
            fees: fees,
            window: window,
            source: source
        )
    }

    static func clock(
        _ name: ClockName,
        _ limit: Figure<Int>?,
        _ unit: ClockUnit = .workingDays,
        starts: RouteClock.Start = .accepted,
        source: Source = sure
    ) -> RouteClock {
        RouteClock(
            name: name,
            rule: ClockRule(unit: unit, limit: nil, counts: .agency, confidence: source.confidence),
            limit: limit,
            starts: starts,
            source: source
        )
    }

    static func approval(
        _ code: JurisdictionCode,
        on date: String = "2025-01-15",
        restingOn below: [JurisdictionCode] = []
    ) -> Approval {
        Approval(
            id: Approval.ID("sample/\(code)"),
            product: "p",
            productVersion: "1.0",
            jurisdiction: code,
            basis: below.isEmpty ? .full : .abridged,
            stage: nil,
            claims: ["C1"],
            number: nil,
            grantedOn: PartialDate(date) ?? .year(2025),
            validUntil: nil,
            conditions: [],
            dependsOn: below.map { .init(approval: Approval.ID("sample/\($0)"), revision: 1) }
        )
    }
}
