import Regulation
import Scenarios
import Statecharts
import Submissions
import Testing

@Suite("Japan: approval in one stage, in two, on conditions, and certification")
struct JapanApprovalTests {
    @Test("P1: a bundle opens its window and closes with each of Japan's routes")
    func bundles() throws {
        for route in ["two-stage", "new-device", "improved-clinical", "improved", "generic", "conditional"]
            as [RouteName]
        {
            var scenario = try Scenario(today: "2026-05-11")
            try scenario.file([
                .init(jurisdiction: "JP", route: route, participation: .concurrentAction),
                .init(jurisdiction: "SG", route: "bundled", participation: .concurrentAction),
            ])
            try scenario.act("hub", "acceptBundle", by: Scenario.pmda)
            try scenario.act("hub", "payFee", ["reference": .code("INV-1")])
            try scenario.act("hub", "fanOut", by: Scenario.pmda)
            try scenario.act("SG", "accept", by: Scenario.officer("HSA"))
            try scenario.toMinister("JP", overCouncil: true)
            try scenario.act("hub", "closeJointReview", by: Scenario.pmda)
            try scenario.act("hub", "giveConsent", ["recipients": .jurisdictions(["SG"])])
            try scenario.act("hub", "shareReport", by: Scenario.pmda, documents: 1)
            try scenario.act("SG", "ready", by: Scenario.officer("HSA"))
            #expect(throws: Refusal.self, "Japan does not decide before the window: \(route)") {
                try scenario.approve("JP", ["C1"])
            }
            try scenario.act("hub", "openWindow", by: Scenario.pmda)
            try scenario.act(
                "SG",
                "approve",
                by: Scenario.officer("HSA"),
                ["number": .code("SG-1"), "claims": .claims(["C1"])]
            )
            if route == "conditional" {
                try scenario.act("JP", "defer", by: Scenario.ministry, Scenario.reason)
            } else {
                try scenario.approve("JP", ["C1"])
            }
            #expect(scenario.states(of: "hub") == ["bundleClosed"], "\(route)")
        }
    }

    @Test("P1: a country that decides by its own national review is part of the window too")
    func nationalMember() throws {
        var scenario = try Scenario(today: "2026-05-11")
        try scenario.file([
            .init(jurisdiction: "JP", route: "two-stage", participation: .concurrentAction),
            .init(jurisdiction: "KR", route: "national", participation: .concurrentAction),
        ])
        let korea = Scenario.officer("MFDS")
        try scenario.act("KR", "accept", by: korea)
        try scenario.act("KR", "finishReview", by: korea)
        #expect(throws: Refusal.self) {
            try scenario.act("KR", "approve", by: korea, ["number": .code("KR-1"), "claims": .claims(["C1"])])
        }
        #expect(scenario.submission?["KR"]?.facts.contains("ready") == true)
    }

    @Test("P2: a second filing that is returned stops its clock, and the next one counts anew")
    func returned() throws {
        var scenario = try Scenario(today: "2026-05-11")
        try scenario.approveFirstStage()
        try scenario.move(to: "2027-01-12")
        try scenario.act("JP", "fileStage2", ["approvalNumber": .code("JP-1")], documents: 1)
        try scenario.act("JP", "returnForm", by: Scenario.pmda, Scenario.reason)
        #expect(scenario.submission?["JP"]?.clocks["stage2"]?.ledger.isRunning == false)
        try scenario.move(to: "2027-10-12")
        try scenario.act("JP", "fileStage2", ["approvalNumber": .code("JP-1")], documents: 1)
        let calendar = try #require(scenario.calendar("JP"))
        let reading = try #require(scenario.submission?["JP"]?.clocks["stage2"]).ledger
            .reading(on: try #require(CivilDate("2027-10-12")), calendar: calendar)
        #expect(reading.due?.description == "2028-04-12")
    }

    @Test("P3: a suspension during the second stage leaves the pending application where it is")
    func suspended() throws {
        var scenario = try Scenario(today: "2026-05-11")
        try scenario.approveFirstStage()
        try scenario.act("JP", "fileStage2", ["approvalNumber": .code("JP-1")], documents: 1)
        try scenario.act("JP", "accept", by: Scenario.pmda)
        try scenario.act("JP", "suspend", by: Scenario.ministry, Scenario.reason)
        #expect(scenario.states(of: "JP").contains("examining2"))
        #expect(scenario.submission?["JP"]?.clocks["stage2"]?.ledger.isRunning == true)
        try scenario.act("JP", "reinstate", by: Scenario.ministry, Scenario.reason)
        #expect(scenario.states(of: "JP").contains("examining2"))
        #expect(scenario.states(of: "JP").contains("inForce1"))
    }

    @Test("P4: a second stage names the approval that it widens")
    func number() throws {
        var scenario = try Scenario(today: "2026-05-11")
        try scenario.approveFirstStage()
        #expect(throws: Refusal.unmet("fileStage2", [.approvalNumber("approvalNumber")])) {
            try scenario.act("JP", "fileStage2", ["approvalNumber": .code("JP-2")], documents: 1)
        }
    }

    @Test("P5: an approved change is not withdrawn, and a first stage is not widened past its second stage")
    func change() throws {
        var scenario = try Scenario(today: "2026-05-11")
        try scenario.approveFirstStage()
        try scenario.send(.openTrack("change", "JP"))
        let name: CaseName = "JP-change"
        try scenario.act(name, "propose", ["version": .code("2.0.0")])
        try scenario.act(name, "assess", ["category": .choice("partial-change"), "reason": .text("text")])
        try scenario.act(name, "file", documents: 1)
        try scenario.toMinister(name)
        #expect(throws: Refusal.self) {
            try scenario.act(
                name,
                "approveWider",
                by: Scenario.ministry,
                ["version": .code("2.0.0"), "claims": .claims(["C1", "C2"])]
            )
        }
        try scenario.act(name, "approve", by: Scenario.ministry, ["version": .code("2.0.0")])
        #expect(throws: Refusal.unmet("withdraw", [.not(.inState("partialApproved"))])) {
            try scenario.act(name, "withdraw", Scenario.reason)
        }
        #expect(scenario.states(of: name) == ["partialApproved"])
    }

    @Test("P7: what was returned at the form check is filed again in the same submission")
    func refiled() throws {
        var scenario = try Scenario(today: "2026-05-11")
        try scenario.fileJapan("improved")
        try scenario.act("JP", "returnForm", by: Scenario.pmda, Scenario.reason)
        #expect(scenario.states(of: "JP") == ["notFiled"])
        let targets = scenario.submission?.opened.targets ?? []
        try scenario.send(.file(revision: "revision", entries: scenario.entries(for: targets), for: ["JP"]))
        #expect(scenario.states(of: "JP-2") == ["submitted"])
    }

    @Test(
        "P10: the Minister sends back, PMDA asks after its report, and a device without its like goes over the council"
    )
    func returnedByTheMinister() throws {
        var scenario = try Scenario(today: "2026-05-11")
        try scenario.fileJapan("new-device", traits: ["predicate": "none"])
        try scenario.act("JP", "accept", by: Scenario.pmda)
        try scenario.inspect("JP")
        try scenario.act("JP", "writeReport", by: Scenario.pmda, documents: 1)
        #expect(throws: Refusal.self) { try scenario.act("JP", "toMinister", by: Scenario.pmda) }
        try scenario.act("JP", "ask", by: Scenario.pmda, Scenario.question)
        #expect(scenario.states(of: "JP").contains("inquiry1"))
        try scenario.act("JP", "answer", ["answers": .answers([.init(question: "q-1", text: "text")])])
        try scenario.act("JP", "writeReport", by: Scenario.pmda, documents: 1)
        try scenario.act("JP", "toCouncil", by: Scenario.pmda)
        try scenario.act("JP", "deliberateInWriting", by: Scenario.council, Scenario.reason)
        try scenario.act("JP", "agreeSubjectToRewording", by: Scenario.council, ["opinion": .text("text")])
        try scenario.act("JP", "reword", documents: 1)
        try scenario.act("JP", "confirmRewording", by: Scenario.pmda)
        try scenario.act("JP", "sendBack", by: Scenario.ministry, Scenario.reason)
        #expect(scenario.states(of: "JP").contains("examining1"))
        try scenario.act("JP", "writeReport", by: Scenario.pmda, documents: 1)
        try scenario.act("JP", "toMinister", by: Scenario.pmda)
        try scenario.approve("JP", ["C1", "C2"])
        #expect(scenario.states(of: "JP") == ["approved"])
        #expect(scenario.submission?["JP-registration"] != nil)
    }

    @Test("a device that is comparable to an approved one needs no council, and no inspection that does not apply")
    func withoutCouncil() throws {
        var scenario = try Scenario(today: "2026-05-11")
        try scenario.fileJapan("improved", traits: ["predicate": "comparable", "clinical-data": .no])
        try scenario.act("JP", "accept", by: Scenario.pmda)
        try scenario.act("JP", "writeReport", by: Scenario.pmda, documents: 1)
        try scenario.act("JP", "toMinister", by: Scenario.pmda)
        #expect(throws: Refusal.self, "no inspection is settled") { try scenario.approve("JP", ["C1"]) }
        try scenario.act("JP", "reliabilityResult", by: Scenario.pmda, ["result": .choice("conform")])
        try scenario.act("JP", "clinicalPracticeResult", by: Scenario.pmda, ["result": .choice("not-needed")])
        try scenario.act("JP", "qualitySystemResult", by: Scenario.pmda, ["result": .choice("not-needed")])
        try scenario.approve("JP", ["C1"])
        #expect(scenario.states(of: "JP") == ["approved"])
    }

    @Test("conditional approval: the council is heard, the survey is filed, and what is not confirmed must be revoked")
    func conditional() throws {
        var scenario = try Scenario(today: "2026-05-11")
        try scenario.fileJapan("conditional", traits: ["special-need": .yes, "predicate": "comparable"])
        try scenario.act("JP", "accept", by: Scenario.pmda)
        try scenario.inspect("JP")
        try scenario.act("JP", "writeReport", by: Scenario.pmda, documents: 1)
        #expect(throws: Refusal.self) { try scenario.act("JP", "toMinister", by: Scenario.pmda) }
        try scenario.act("JP", "toCouncil", by: Scenario.pmda)
        try scenario.act("JP", "recommend", by: Scenario.council)
        let condition = Condition(text: "text", due: nil)
        let due = try #require(PartialDate("2028-05-11"))
        try scenario.act(
            "JP",
            "approve",
            by: Scenario.ministry,
            [
                "number": .code("JP-1"), "claims": .claims(["C1"]), "conditions": .conditions([condition]),
                "surveyDue": .date(due),
            ]
        )
        #expect(scenario.submission?["JP"]?.deadlines["surveyRunning"]?.due == CivilDate("2028-05-11"))
        try scenario.act("JP", "fileResults", documents: 1)
        try scenario.act(
            "JP",
            "findGround",
            by: Scenario.ministry,
            ["ground": .choice("survey-result"), "reason": .text("text")]
        )
        #expect(throws: Refusal.self, "not before the council was heard") {
            try scenario.act("JP", "revoke", by: Scenario.ministry, Scenario.reason)
        }
        try scenario.act("JP", "hearOnRevocation", by: Scenario.council)
        try scenario.act("JP", "revoke", by: Scenario.ministry, Scenario.reason)
        #expect(scenario.submission?.approvals.first?.standing == .withdrawn)
        #expect(scenario.states(of: "JP-registration") == ["cancelled"])
    }

    @Test("certification: the registered body decides by the standard and the quality system")
    func certification() throws {
        var scenario = try Scenario(today: "2026-05-11")
        try scenario.fileJapan("certification", traits: ["certification-standard": .yes])
        let body = Scenario.officer("RCB")
        let certify: [FieldName: FieldValue] = ["number": .code("306AB001"), "claims": .claims(["C1"])]
        try scenario.act("JP", "accept", by: body)
        try scenario.act("JP", "qualitySystemResult", by: body, ["result": .choice("not-needed")])
        #expect(throws: Refusal.unmet("certify", [.fact("standardConforms", of: .own)])) {
            try scenario.act("JP", "certify", by: body, certify)
        }
        try scenario.act("JP", "recordConformity", by: body, ["standard": .code("S-1"), "result": .choice("conform")])
        try scenario.act("JP", "certify", by: body, certify)
        #expect(scenario.states(of: "JP") == ["certified"])
        #expect(throws: Refusal.self, "the Minister does not certify") {
            try scenario.act("JP", "revoke", by: Scenario.ministry, Scenario.reason)
        }
        try scenario.act("JP", "revoke", by: body, Scenario.reason)
        #expect(scenario.submission?.approvals.first?.standing == .withdrawn)
    }

    @Test("a change of what was certified goes before the registered body, one of what was approved before PMDA")
    func certifiedChange() throws {
        var scenario = try Scenario(today: "2026-05-11")
        try scenario.fileJapan("certification", traits: ["certification-standard": .yes])
        let body = Scenario.officer("RCB")
        try scenario.act("JP", "accept", by: body)
        try scenario.act("JP", "qualitySystemResult", by: body, ["result": .choice("not-needed")])
        try scenario.act("JP", "recordConformity", by: body, ["standard": .code("S-1"), "result": .choice("conform")])
        try scenario.act("JP", "certify", by: body, ["number": .code("306AB001"), "claims": .claims(["C1"])])
        try scenario.send(.openTrack("change", "JP"))
        try scenario.send(.openTrack("certified-change", "JP"))
        let version: [FieldName: FieldValue] = ["version": .code("1.1")]
        #expect(throws: Refusal.self, "PMDA changes nothing that a body certified") {
            try scenario.act("JP-change", "propose", version)
        }
        let name: CaseName = "JP-certified-change"
        try scenario.act(name, "propose", version)
        try scenario.act(
            name,
            "assess",
            ["category": .choice("certified-partial"), "reason": Scenario.reason["reason"] ?? .code("r")]
        )
        try scenario.act(name, "file", documents: 1)
        #expect(throws: Refusal.self) { try scenario.act(name, "accept", by: Scenario.pmda) }
        try scenario.act(name, "accept", by: body)
        #expect(throws: Refusal.self, "nothing is released before it is certified") {
            try scenario.act(name, "release")
        }
        try scenario.act(name, "certify", by: body, version)
        #expect(scenario.submission?.approvals.first?.productVersion == "1.1")
        try scenario.act(name, "release")
        #expect(scenario.states(of: name) == ["changeReleased"])

        var approved = try Scenario(today: "2026-05-11")
        try approved.approveFirstStage()
        try approved.send(.openTrack("certified-change", "JP"))
        #expect(throws: Refusal.self) { try approved.act(name, "propose", version) }
    }

    @Test("the quality system is inspected within 5 years of the approval, and again after each inspection")
    func qualitySystem() throws {
        var scenario = try Scenario(today: "2026-05-11")
        try scenario.approveFirstStage()
        let name: CaseName = "JP-registration"
        #expect(scenario.submission?[name]?.deadlines["systemConforms"]?.due == CivilDate("2031-05-11"))
        try scenario.move(to: "2031-05-12")
        try scenario.send(.fireDeadlines, by: .deadline)
        #expect(scenario.states(of: name).contains("systemUnproven"))
        try scenario.act(name, "applyForInspection", documents: 1)
        try scenario.move(to: "2031-08-01")
        try scenario.act(name, "qualitySystemResult", by: Scenario.pmda, ["result": .choice("conform")])
        #expect(scenario.submission?[name]?.deadlines["systemConforms"]?.due == CivilDate("2036-08-01"))
    }

    @Test("G9: a route that a confirmed condition closes is not filed by, and the condition is named")
    func closed() throws {
        var scenario = try Scenario(today: "2026-05-11")
        let refusal = #expect(throws: Refusal.self) { try scenario.fileJapan("generic", deviceClass: "I") }
        #expect(refusal?.code == "route.closed")
    }

    @Test("P9: a designation opens the routes that ask for it, until it is revoked")
    func designation() throws {
        var scenario = try Scenario(today: "2026-05-11")
        let target = SubmissionOpened.Target(jurisdiction: "JP", route: "two-stage-designated", participation: nil)
        try scenario.open(
            [target],
            traits: [TraitStatement(trait: "priority-designated", jurisdiction: "JP", answer: .no)]
        )
        let filing = Command.file(revision: "revision", entries: scenario.entries(for: [target]), for: [])
        let refusal = #expect(throws: Refusal.self) { try scenario.send(filing) }
        #expect(refusal?.code == "route.closed")
        try scenario.send(.openTrack("priority-designation", "JP"))
        let name: CaseName = "JP-priority-designation"
        let abroad = try #require(PartialDate("2026-05-01"))
        try scenario.act(name, "recordFilingAbroad", ["country": .code("US"), "firstFiledAbroad": .date(abroad)])
        try scenario.act(name, "apply", documents: 1)
        try scenario.act(name, "holdHearing", by: Scenario.ministry)
        try scenario.act(
            name,
            "judgeRequirements",
            by: Scenario.ministry,
            ["novelty": .flag(true), "usefulness": .flag(true), "earlyDevelopment": .flag(true)]
        )
        try scenario.act(name, "designate", by: Scenario.ministry)
        try scenario.send(filing)
        #expect(scenario.submission?["JP"]?.clocks["stage1"]?.rule.limit == 6)
        try scenario.act(name, "recordFiling")
        #expect(scenario.states(of: name).contains("filedAtTheSameTime"))
    }
}
