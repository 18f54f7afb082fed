import Regulation
import Scenarios
import Submissions
import Testing

@Suite("How a bundle works together")
struct BundleWorkTests {
    private let singapore = Scenario.officer("HSA")
    private let thailand = Scenario.officer("ThaiFDA")

    private func draft(_ text: TextCommitment, standsFor: [QuestionID] = []) -> QuestionDraft {
        QuestionDraft(text: text, heading: nil, scope: nil, standsFor: standsFor)
    }

    @Test("every proposed question ends in one that is named, or is declined with a reason")
    func questions() throws {
        var scenario = try Scenario()
        try scenario.review()
        let proposals = FieldValue.questions([draft("one"), draft("two")])
        try scenario.act("SG", "propose", by: singapore, ["questions": proposals])
        try scenario.act(
            "hub",
            "issueQuestions",
            by: Scenario.pmda,
            ["questions": .questions([draft("all", standsFor: ["q-1"])])]
        )
        #expect(scenario.submission?.questions.map(\.status) == [.consolidated, .proposed, .issued])
        #expect(scenario.submission?.merged == ["q-1": "q-3"])
        try scenario.act("hub", "answer", ["answers": .answers([.init(question: "q-3", text: "text")])], documents: 1)
        #expect(throws: Refusal.unmet("closeJointReview", [.questionsAnswered])) {
            try scenario.act("hub", "closeJointReview", by: Scenario.pmda)
        }
        #expect(throws: Refusal.unknownQuestion("q-9", open: ["q-2"])) {
            try scenario.act(
                "hub",
                "declineQuestion",
                by: Scenario.pmda,
                ["question": .code("q-9"), "reason": .text("why")]
            )
        }
        try scenario.act(
            "hub",
            "declineQuestion",
            by: Scenario.pmda,
            ["question": .code("q-2"), "reason": .text("why")]
        )
        let declined = try #require(scenario.submission?.questions.first { $0.id == "q-2" })
        #expect(declined.status == .declined && declined.answer == "why")
        try scenario.act("hub", "closeJointReview", by: Scenario.pmda)
    }

    @Test("peers comment on the lead's draft, which the joint review waits for; not without confidentiality")
    func comments() throws {
        var scenario = try Scenario()
        try scenario.review()
        let comment: [FieldName: FieldValue] = ["comments": .text("text")]
        #expect(throws: Refusal.self, "nothing was circulated") {
            try scenario.act("SG", "comment", by: singapore, comment)
        }
        try scenario.act("hub", "circulateDraft", by: Scenario.pmda, documents: 1)
        try scenario.act("SG", "comment", by: singapore, comment)
        try scenario.act("TH", "recordConfidentiality", by: thailand, ["inPlace": .flag(false)])
        #expect(throws: Refusal.self) { try scenario.act("TH", "comment", by: thailand, comment) }
        try scenario.act("TH", "recordConfidentiality", by: thailand, ["inPlace": .flag(true)])
        try scenario.act("TH", "comment", by: thailand, comment)
        #expect(scenario.submission?.hub?.variables["comments"] == "2")
        #expect(throws: Refusal.self) { try scenario.act("hub", "closeJointReview", by: Scenario.pmda) }
        try scenario.act("hub", "settleComments", by: Scenario.pmda, ["summary": .text("text")])
        try scenario.act("hub", "fileDifferences", documents: 1)
        try scenario.act("TH", "fileAnnex", documents: 1)
        try scenario.act("hub", "closeJointReview", by: Scenario.pmda)
        #expect(scenario.states(of: "hub") == ["awaitingConsent"])
    }

    @Test("a country may express interest before the dossier reaches it")
    func interest() throws {
        var scenario = try Scenario()
        try scenario.file()
        try scenario.act("SG", "expressInterest", by: singapore)
        #expect(scenario.submission?["SG"]?.facts == ["interested"])
    }

    @Test("a country that defers does not keep the window open, and decides later alone")
    func deferral() throws {
        var scenario = try Scenario()
        try scenario.openWindow()
        try scenario.act("SG", "defer", by: singapore, Scenario.reason)
        try scenario.approve("JP", ["C1"])
        #expect(scenario.states(of: "hub") == ["bundleClosed"])
        #expect(scenario.states(of: "SG") == ["deferred"])
        try scenario.act("SG", "approve", by: singapore, ["number": .code("SG-1"), "claims": .claims(["C1"])])
        #expect(scenario.states(of: "SG") == ["approved"])
    }

    @Test("a country that refuses before the window does not keep the others waiting")
    func refusedEarly() throws {
        var scenario = try Scenario()
        try scenario.review()
        try scenario.inspect("JP")
        try scenario.act("JP", "writeReport", by: Scenario.pmda, documents: 1)
        try scenario.act("JP", "toMinister", by: Scenario.pmda)
        try scenario.act("JP", "refuse", by: Scenario.ministry, Scenario.reason)
        try scenario.act("hub", "closeJointReview", by: Scenario.pmda)
        try scenario.act("hub", "giveConsent", ["recipients": .jurisdictions(["SG", "TH"])])
        try scenario.act("hub", "shareReport", by: Scenario.pmda, documents: 1)
        try scenario.act("SG", "ready", by: singapore)
        try scenario.act("hub", "openWindow", by: Scenario.pmda)
        #expect(scenario.states(of: "SG") == ["deciding"])
    }

    @Test("a country without an arrangement of confidentiality neither gets the report nor decides, until it has one")
    func confidentiality() throws {
        var scenario = try Scenario()
        try scenario.review()
        try scenario.inspect("JP")
        try scenario.act("JP", "writeReport", by: Scenario.pmda, documents: 1)
        try scenario.act("JP", "toMinister", by: Scenario.pmda)
        try scenario.act("SG", "recordConfidentiality", by: singapore, ["inPlace": .flag(false)])
        try scenario.act("hub", "closeJointReview", by: Scenario.pmda)
        try scenario.act("hub", "giveConsent", ["recipients": .jurisdictions(["SG", "TH"])])
        try scenario.act("hub", "shareReport", by: Scenario.pmda, documents: 1)
        #expect(scenario.submission?.sharedReports["TH"] != nil && scenario.submission?.sharedReports["SG"] == nil)
        try scenario.act("SG", "ready", by: singapore)
        try scenario.act("hub", "openWindow", by: Scenario.pmda)
        #expect(scenario.states(of: "SG") == ["withoutConfidentiality"])
        let decision: [FieldName: FieldValue] = ["number": .code("SG-1"), "claims": .claims(["C1", "C2"])]
        #expect(throws: Refusal.self) { try scenario.act("SG", "approve", by: singapore, decision) }
        try scenario.act("SG", "recordConfidentiality", by: singapore, ["inPlace": .flag(true)])
        try scenario.act("hub", "shareReport", by: Scenario.pmda, documents: 1)
        #expect(scenario.submission?.sharedReports["SG"] != nil)
        try scenario.act("SG", "approve", by: singapore, decision)
    }
}
