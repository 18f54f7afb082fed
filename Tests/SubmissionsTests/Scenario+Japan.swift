import Regulation
import Scenarios
import Submissions

/// Steps that several tests of Japan's procedures take.
extension Scenario {
    static let pmda = officer("PMDA")
    static let ministry = officer("MHLW")
    static let council = officer("PAC")
    static let inspections: [ActionName] = ["reliabilityResult", "clinicalPracticeResult", "qualitySystemResult"]

    /// Files for Japan alone on the route.
    mutating func fileJapan(
        _ route: RouteName,
        deviceClass: DeviceClass = "II",
        traits: [TraitName: TraitAnswer] = [:]
    ) throws {
        try file(
            [.init(jurisdiction: "JP", route: route, participation: nil)],
            classes: ["JP": deviceClass],
            traits: traits.map { TraitStatement(trait: $0.key, jurisdiction: "JP", answer: $0.value) }
        )
    }

    /// Lets every inspection conform.
    mutating func inspect(_ name: CaseName) throws {
        for result in Self.inspections { try act(name, result, by: Self.pmda, ["result": .choice("conform")]) }
    }

    /// Brings a filing before the Minister, over the council where it is asked for.
    mutating func toMinister(_ name: CaseName, overCouncil: Bool = false) throws {
        try act(name, "accept", by: Self.pmda)
        try inspect(name)
        try act(name, "writeReport", by: Self.pmda, documents: 1)
        if overCouncil {
            try act(name, "toCouncil", by: Self.pmda)
            try act(name, "recommend", by: Self.council)
        } else {
            try act(name, "toMinister", by: Self.pmda)
        }
    }

    mutating func approve(_ name: CaseName, _ claims: [ClaimID], number: String = "JP-1") throws {
        try act(name, "approve", by: Self.ministry, ["number": .code(number), "claims": .claims(claims)])
    }

    /// An approval of the first stage, at the day on which the scenario stands.
    mutating func approveFirstStage() throws {
        try fileJapan("two-stage")
        try toMinister("JP")
        try approve("JP", ["C1"])
    }

    /// A coverage from the first of a month on, by way of the experts and Chuikyo.
    mutating func cover(from day: String, category: String = "C1", months: Int = 3) throws {
        try act("JP-reimbursement", "request", ["category": .choice(category)], documents: 1)
        try decideCoverage(from: day, months: months)
    }

    mutating func decideCoverage(from day: String, months: Int = 3) throws {
        let name: CaseName = "JP-reimbursement"
        try reachChuikyo()
        try act(name, "recordChuikyo", by: Self.ministry)
        guard let date = PartialDate(day) else { throw TestFault.configuration }
        try act(
            name,
            "cover",
            by: Self.ministry,
            ["coveredOn": .date(date), "coveredMonths": .integer(months), "claims": .claims(["C1"])]
        )
    }

    /// From a request to the sitting of Chuikyo.
    mutating func reachChuikyo(_ draft: String = "as-requested") throws {
        let name: CaseName = "JP-reimbursement"
        try act(name, "accept", by: Self.ministry)
        try act(name, "referToExperts", by: Self.ministry, ["developmentFinished": .flag(true)])
        try act(name, "notifyDraft", by: Self.ministry, ["draft": .choice(draft)])
        try act(name, "acceptDraft")
    }

    static let question: [FieldName: FieldValue] = [
        "questions": .questions([QuestionDraft(text: "text", heading: nil, scope: nil, standsFor: [])])
    ]
    static let reason: [FieldName: FieldValue] = ["reason": .text("text")]
}
