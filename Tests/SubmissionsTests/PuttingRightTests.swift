import Regulation
import Scenarios
import Submissions
import Testing

@Suite("What was put right is as if it had been right from the start")
struct PuttingRightTests {
    private static let hsa = Scenario.officer("HSA")
    private static let singapore = [SubmissionOpened.Target(jurisdiction: "SG", route: "national", participation: nil)]
    private static let drafts = FieldValue.questions([
        QuestionDraft(text: "text", heading: nil, scope: nil, standsFor: [])
    ])

    /// Two submissions: in one something is mistyped and corrected, in the other it is right at once.
    private func compare(
        _ mistyped: (inout Scenario) throws -> Void,
        _ right: (inout Scenario) throws -> Void,
        _ comment: Comment? = nil
    ) throws {
        var (one, other) = (try Scenario(), try Scenario())
        try mistyped(&one)
        try right(&other)
        let (submission, twin) = (try #require(one.submission), try #require(other.submission))
        #expect(submission.differences(from: twin) == [], comment)
        #expect(Submission.replaying(one.history) == submission, comment)
    }

    private func event(of action: ActionName, in scenario: Scenario) throws -> Int {
        try #require(scenario.history.last { $0.event.action == action }?.number)
    }

    private func correct(
        _ scenario: inout Scenario,
        _ action: ActionName,
        by actor: Actor = Scenario.lead,
        _ fields: [FieldName: FieldValue] = [:],
        on date: String? = nil
    ) throws {
        let event = try event(of: action, in: scenario)
        let command = Command.correct(
            event: event,
            fields: fields,
            date: date.flatMap { PartialDate($0) },
            reason: "reason"
        )
        try scenario.send(command, by: actor)
    }

    @Test("the day of the filing, from which cases are bound and clocks run")
    func filing() throws {
        func play(_ scenario: inout Scenario, filedOn day: String) throws {
            try scenario.open(Self.singapore)
            try scenario.move(to: "2026-04-24")
            let entries = scenario.entries(for: Self.singapore)
            try scenario.send(.file(revision: "revision", entries: entries, for: []), on: day)
            try scenario.act("SG", "accept", by: Self.hsa)
        }
        try compare { scenario in
            try play(&scenario, filedOn: "2026-04-16")
            let filed = try #require(
                scenario.history.first { if case .dossierFiled = $0.event { true } else { false } }
            )
            let date = PartialDate("2026-04-21")
            try scenario.send(.correct(event: filed.number, fields: [:], date: date, reason: "reason"))
        } _: { scenario in
            try play(&scenario, filedOn: "2026-04-21")
        }
    }

    @Test("the class under which it was filed, by which clocks, fees and rules are chosen", arguments: [false, true])
    func deviceClass(isAmended: Bool) throws {
        func play(_ scenario: inout Scenario, as wrong: DeviceClass) throws {
            try scenario.open(Self.singapore, classes: ["SG": wrong])
            let entries = scenario.entries(for: Self.singapore)
            try scenario.send(.file(revision: "revision", entries: entries, for: []))
            try scenario.act("SG", "accept", by: Self.hsa)
        }
        /// What the manifest says while the case runs, whatever it said before.
        func amend(_ scenario: inout Scenario) throws {
            let opened = try #require(scenario.submission?.opened)
            let classes = opened.classes.merging(["SG": "C"]) { $1 }
            if opened.classes != classes { try scenario.send(.amend(opened.classified(classes))) }
        }
        var limits: [Int?] = []
        try compare { scenario in
            try play(&scenario, as: "B")
            limits.append(scenario.limit(of: "SG"))
            if isAmended { try amend(&scenario) }
            let filed = try #require(
                scenario.history.first { if case .dossierFiled = $0.event { true } else { false } }
            )
            let fields: [FieldName: FieldValue] = ["classes.SG": .code("C")]
            try scenario.send(.correct(event: filed.number, fields: fields, date: nil, reason: "reason"))
            limits.append(scenario.limit(of: "SG"))
            #expect(scenario.submission?.opened.classes["SG"] == "C")
            #expect(try scenario.divergences() == [])
            // Once more it is what stands already.
            #expect(throws: Refusal.nothingToCorrect) {
                try scenario.send(.correct(event: filed.number, fields: fields, date: nil, reason: "reason"))
            }
            // Only the countries for which it was filed have a class there.
            #expect(throws: Refusal.notATarget("JP", known: ["SG"])) {
                let fields: [FieldName: FieldValue] = ["classes.JP": .code("III")]
                try scenario.send(.correct(event: filed.number, fields: fields, date: nil, reason: "reason"))
            }
        } _: { scenario in
            try play(&scenario, as: "C")
            limits.append(scenario.limit(of: "SG"))
        }
        #expect(limits.count == 3 && limits[0] != limits[1] && limits[1] == limits[2], "\(limits)")
    }

    @Test("a filing keeps what was said of its way by what others held then, until its day is put right")
    func doubt() throws {
        var scenario = try Scenario(today: "2026-05-11")
        let china = [SubmissionOpened.Target(jurisdiction: "CN", route: "national", participation: nil)]
        try scenario.file(china)
        try scenario.move(to: "2026-05-20")
        try scenario.act("CN", "file", documents: 1)
        /// The approvals that are in doubt: the one relied on, or where there is none, the one that is asked for.
        func doubted() -> [Approval.ID]? { scenario.submission?["CN"]?.flags.map(\.cause.approval) }
        #expect(doubted() == ["sample/CN"])
        let filed = try event(of: "file", in: scenario)
        let home = try WorkedExampleTests.approval("JP")
        try scenario.move(to: "2026-07-01")
        func correct(on day: String) throws {
            let date = PartialDate(day)
            try scenario.send(.correct(event: filed, fields: [:], date: date, reason: "reason"))
        }
        // Another submission tells an approval that it held before: the filing stays as it was found until it is put right.
        scenario.register = [home]
        #expect(doubted() == ["sample/CN"])
        try correct(on: "2026-05-18")
        #expect(doubted() == [home.id])
        #expect(try scenario.divergences() == [])
        // That approval is gone again.
        scenario.register = []
        try scenario.act("CN", "withdraw", ["reason": .text("reason")])
        #expect(try scenario.divergences() == [])
        try correct(on: "2026-05-14")
        #expect(doubted() == ["sample/CN"])
        #expect(try scenario.divergences() == [])
        scenario.register = [home]
        #expect(try scenario.divergences() == [])
    }

    @Test("the day of a filing is not moved behind what came after it")
    func filingAfterAcceptance() throws {
        var scenario = try Scenario()
        try scenario.file(Self.singapore)
        try scenario.act("SG", "accept", by: Self.hsa, on: "2026-04-13")
        try scenario.move(to: "2026-04-20")
        let accepted = try event(of: "accept", in: scenario)
        let filed = try #require(scenario.history.first { if case .dossierFiled = $0.event { true } else { false } })
        let date = PartialDate("2026-04-17")
        #expect(throws: Refusal.heldBy(accepted, "accept", "SG", "hsa-officer")) {
            try scenario.send(.correct(event: filed.number, fields: [:], date: date, reason: "reason"))
        }
    }

    @Test("the day of a letter, and the answer date that follows from it, even after it was found to have passed")
    func letter() throws {
        let target = [SubmissionOpened.Target(jurisdiction: "ID", route: "national", participation: nil)]
        let officer = Scenario.officer("Kemenkes")
        func play(_ scenario: inout Scenario, askedOn day: String) throws {
            try scenario.file(target)
            try scenario.act("ID", "accept", by: officer)
            try scenario.move(to: "2026-05-20")
            try scenario.act("ID", "ask", by: officer, on: day, ["questions": Self.drafts])
        }
        for lookedAt in ["2026-05-21", "2026-06-05"] {
            try compare { scenario in
                try play(&scenario, askedOn: "2026-05-01")
                try scenario.move(to: lookedAt)
                try scenario.send(.fireDeadlines, by: .deadline)
                try correct(&scenario, "ask", by: officer, on: "2026-05-11")
            } _: { scenario in
                try play(&scenario, askedOn: "2026-05-11")
                try scenario.move(to: lookedAt)
                try scenario.send(.fireDeadlines, by: .deadline)
            }
        }
    }

    @Test("an answer sent in time and typed in after the last day counts as of its day, whatever the lateness did")
    func lateTyped() throws {
        let answerBy = try #require(CivilDate("2026-05-04"))
        for (code, body) in [("ID", "Kemenkes"), ("SG", "HSA"), ("IN", "CDSCO")] as [(JurisdictionCode, String)] {
            let officer = Scenario.officer(body)
            let target = [SubmissionOpened.Target(jurisdiction: code, route: "national", participation: nil)]
            let name = CaseName.member(code)
            let answers = FieldValue.answers([AnswerDraft(question: "q-1", text: "text")])
            func ask(_ scenario: inout Scenario) throws -> CivilDate? {
                try scenario.file(target)
                try scenario.act(name, "accept", by: officer)
                let asked: [FieldName: FieldValue] = ["questions": Self.drafts, "answerBy": .date(.day(answerBy))]
                try scenario.act(name, "ask", by: officer, asked)
                return scenario.submission?[name]?.deadlines.values.first?.due
            }
            var probe = try Scenario()
            let due = try #require(try ask(&probe), "\(code)")
            let sent = due.adding(days: -2).description
            try compare { scenario in
                _ = try ask(&scenario)
                try scenario.move(to: due.adding(days: 3).description)
                try scenario.send(.fireDeadlines, by: .deadline)
                #expect(scenario.submission?[name]?.passed.count == 1, "\(code)")
                try scenario.act(name, "answer", on: sent, ["answers": answers], documents: 1)
                // The event tells what the act did, as every other: documents and reports are read from there.
                let done = scenario.history.last { $0.event.action == "answer" }?.event.changes ?? []
                #expect(
                    done.contains { if case .filed(let filing) = $0 { filing.revision == "revision" } else { false } }
                )
            } _: { scenario in
                _ = try ask(&scenario)
                try scenario.move(to: sent)
                try scenario.act(name, "answer", ["answers": answers], documents: 1)
            }
        }
    }

    @Test("an answer in time is so taken too where a correction has moved its last day before")
    func lateTypedAfterCorrection() throws {
        let target = [SubmissionOpened.Target(jurisdiction: "ID", route: "national", participation: nil)]
        let officer = Scenario.officer("Kemenkes")
        let answers = FieldValue.answers([AnswerDraft(question: "q-1", text: "text")])
        func ask(_ scenario: inout Scenario, on day: String) throws {
            try scenario.file(target)
            try scenario.act("ID", "accept", by: officer)
            try scenario.move(to: "2026-05-20")
            try scenario.act("ID", "ask", by: officer, on: day, ["questions": Self.drafts])
        }
        try compare { scenario in
            try ask(&scenario, on: "2026-05-11")
            try scenario.move(to: "2026-06-20")
            try scenario.send(.fireDeadlines, by: .deadline)
            try correct(&scenario, "ask", by: officer, on: "2026-05-04")
            try scenario.act("ID", "answer", on: "2026-05-25", ["answers": answers], documents: 1)
        } _: { scenario in
            try ask(&scenario, on: "2026-05-04")
            try scenario.move(to: "2026-05-25")
            try scenario.act("ID", "answer", ["answers": answers], documents: 1)
        }
    }

    @Test("a withdrawal of the wrong country, with everything that Tasuki did in consequence")
    func withdrawal() throws {
        let officer = Self.hsa
        try compare { scenario in
            try scenario.file(Self.singapore)
            try scenario.act("SG", "accept", by: officer)
            try scenario.act("SG", "withdraw", ["reason": .text("text")])
            let event = try event(of: "withdraw", in: scenario)
            try scenario.send(.reverse(event: event, reason: "reason"))
        } _: { scenario in
            try scenario.file(Self.singapore)
            try scenario.act("SG", "accept", by: officer)
        }
    }

    @Test("an approval of the wrong country, with the registration that it opened; its claims; its end")
    func approval() throws {
        let officer = Self.hsa
        func play(_ scenario: inout Scenario, _ fields: [FieldName: FieldValue]?) throws {
            try scenario.file(Self.singapore)
            try scenario.act("SG", "accept", by: officer)
            try scenario.act("SG", "finishReview", by: officer)
            if let fields { try scenario.act("SG", "approve", by: officer, fields) }
        }
        let wrong: [FieldName: FieldValue] = ["number": .code("DE-1"), "claims": .claims(["C1"])]
        try compare { scenario in
            try play(&scenario, wrong)
            #expect(scenario.submission?["SG-registration"] != nil)
            let event = try event(of: "approve", in: scenario)
            try scenario.send(.reverse(event: event, reason: "reason"), by: officer)
        } _: { scenario in
            try play(&scenario, nil)
        }
        var right = wrong
        right["claims"] = .claims(["C1", "C2"])
        right["validUntil"] = .date(try #require(PartialDate("2031-04-12")))
        try compare { scenario in
            try play(&scenario, wrong)
            try correct(&scenario, "approve", by: officer, right)
        } _: { scenario in
            try play(&scenario, right)
        }
    }

    @Test("an approval on which a person went on is not taken back, and who went on is named")
    func held() throws {
        var scenario = try Scenario()
        try scenario.file(Self.singapore)
        try scenario.act("SG", "accept", by: Self.hsa)
        try scenario.act("SG", "finishReview", by: Self.hsa)
        try scenario.act("SG", "approve", by: Self.hsa, ["number": .code("DE-1"), "claims": .claims(["C1"])])
        let approved = try event(of: "approve", in: scenario)
        try scenario.act(
            "SG-registration",
            "payRetention",
            ["fee": .code("retention"), "nextDue": .date(try #require(PartialDate("2027-04-13")))]
        )
        let paid = try event(of: "payRetention", in: scenario)
        #expect(throws: Refusal.heldBy(paid, "payRetention", "SG-registration", "lead")) {
            try scenario.send(.reverse(event: approved, reason: "reason"), by: Self.hsa)
        }
    }
}

extension Scenario {
    /// How long the running clock of the case counts.
    fileprivate func limit(of name: CaseName) -> Int? {
        submission?[name].flatMap { subject in subject.currentClock.flatMap { subject.clocks[$0]?.ledger.rule.limit } }
    }
}
