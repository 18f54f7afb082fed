import Regulation
import Scenarios
import Submissions
import Testing

@testable import Views

@Suite("What a timeline tells of a case")
struct TimelineTests {
    private static let pmda = Scenario.officer("PMDA")
    private static let ministry = Scenario.officer("MHLW")

    @Test("conditions that are varied are no approval once more")
    func varied() throws {
        var scenario = try Scenario(today: "2026-05-11")
        try scenario.file(
            [.init(jurisdiction: "JP", route: "conditional", participation: nil)],
            classes: ["JP": "II"],
            traits: [
                TraitStatement(trait: "special-need", jurisdiction: "JP", answer: .yes),
                TraitStatement(trait: "predicate", jurisdiction: "JP", answer: "comparable"),
            ]
        )
        try scenario.act("JP", "accept", by: Self.pmda)
        for result in ["reliabilityResult", "clinicalPracticeResult", "qualitySystemResult"] as [ActionName] {
            try scenario.act("JP", result, by: Self.pmda, ["result": .choice("conform")])
        }
        try scenario.act("JP", "writeReport", by: Self.pmda, documents: 1)
        try scenario.act("JP", "toCouncil", by: Self.pmda)
        try scenario.act("JP", "recommend", by: Scenario.officer("PAC"))
        let conditions = FieldValue.conditions([Condition(text: "text", due: nil)])
        let due = try #require(PartialDate("2028-05-11"))
        try scenario.act(
            "JP",
            "approve",
            by: Self.ministry,
            [
                "number": .code("JP-1"), "claims": .claims(["C1"]), "conditions": conditions,
                "surveyDue": .date(due),
            ]
        )
        let approved = try #require(scenario.submission)
        try scenario.act(
            "JP",
            "varyConditions",
            by: Self.ministry,
            ["conditions": conditions, "reason": .text("text")]
        )
        let last = try #require(scenario.history.last { $0.event.subject == "JP" })
        #expect(last.event.changes.contains { if case .decided = $0 { true } else { false } })
        #expect(approved.isVaried(by: last.event))
        let granted = try #require(
            scenario.history.first { record in
                record.event.changes.contains { if case .approvalGranted = $0 { true } else { false } }
            }
        )
        #expect(!approved.isVaried(by: granted.event))
    }
}
