import Regulation
import Scenarios
import Statecharts
import Submissions
import Testing

@Suite("Replay")
struct ReplayTests {
    @Test("events alone rebuild the state that was decided upon, whatever people try")
    func randomWalk() throws {
        let bodies = ["PMDA", "MHLW", "PAC", "HSA", "ThaiFDA", "MDA", "CAB"]
        var accepted = 0
        try forEverySeed(0..<20) { seed, random in
            var scenario = try Scenario()
            try scenario.review()
            for _ in 0..<120 {
                guard let name = scenario.submission?.cases.map(\.name).randomElement(using: &random) else { break }
                let actor =
                    Bool.random(using: &random)
                    ? Scenario.lead : bodies.randomElement(using: &random).map(Scenario.officer) ?? Scenario.lead
                let attempt = Self.attempts.randomElement(using: &random) ?? ("ready", [:])
                let events = try? scenario.act(name, attempt.0, by: actor, attempt.1, documents: 1)
                accepted += events?.count ?? 0
                #expect(Submission.replaying(scenario.history) == scenario.submission, "seed \(seed)")
            }
        }
        #expect(accepted > 100, "a walk that nobody accepts proves nothing")
    }

    private static let questions = FieldValue.questions([.init(text: "text", heading: nil, scope: nil, standsFor: [])])

    private static let attempts: [(ActionName, [FieldName: FieldValue])] = [
        ("propose", ["questions": questions]), ("ask", ["questions": questions]),
        ("issueQuestions", ["questions": questions]), ("ready", [:]), ("leave", ["reason": .text("reason")]),
        ("answer", ["answers": .answers([.init(question: "q-1", text: "answer")])]),
        ("answer", ["answers": .answers([.init(question: "q-2", text: "answer")])]),
        ("reliabilityResult", ["result": .choice("conform")]), ("reliabilityResult", ["result": .choice("nonconform")]),
        ("clinicalPracticeResult", ["result": .choice("conform")]),
        ("qualitySystemResult", ["result": .choice("conform")]), ("writeReport", [:]), ("toMinister", [:]),
        ("toCouncil", [:]), ("recommend", [:]), ("closeJointReview", [:]),
        ("giveConsent", ["recipients": .jurisdictions(["SG", "MY"])]), ("shareReport", [:]), ("openWindow", [:]),
        ("approve", ["number": .code("N-1"), "claims": .claims(["C1"])]), ("refuse", ["reason": .text("reason")]),
        ("file", ["reference": .code("R")]), ("accept", [:]), ("withdraw", ["reason": .text("reason")]),
    ]
}
