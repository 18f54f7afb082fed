import Regulation
import Scenarios
import Statecharts
import Submissions
import Testing

@Suite("Periods of the shipped rules, each counted by the law of its country")
struct PeriodTests {
    private static let question: [FieldName: FieldValue] = [
        "questions": .questions([QuestionDraft(text: "text", heading: nil, scope: nil, standsFor: [])])
    ]
    private static let answer: [FieldName: FieldValue] = [
        "answers": .answers([.init(question: "q-1", text: "text")])
    ]

    private func date(_ text: String) throws -> PartialDate { try #require(PartialDate(text)) }

    /// A national review in which the authority asks on `day` without naming a date.
    private func asked(_ code: JurisdictionCode, _ body: String, on day: String) throws -> Scenario {
        var scenario = try Scenario(today: day)
        try scenario.file([.init(jurisdiction: code, route: "national", participation: nil)])
        try scenario.act(CaseName(code.rawValue), "accept", by: Scenario.officer(body))
        try scenario.act(CaseName(code.rawValue), "ask", by: Scenario.officer(body), Self.question)
        return scenario
    }

    private func held(_ code: JurisdictionCode, _ today: String, track: RouteName) throws -> Scenario {
        var scenario = try Scenario(today: today)
        let held = try WorkedExampleTests.approval(code)
        try scenario.open([.init(jurisdiction: code, route: "national", participation: nil)], held: [held])
        try scenario.send(.openTrack(track, code))
        return scenario
    }

    @Test("Taiwan: three months that end on a holiday, a Saturday or a Sunday end on the next working day")
    func taiwan() throws {
        for (day, due) in [
            // Saturday, the National Day; a Sunday; the holiday of Friday 9 October; a Wednesday; months that begin on the first.
            ("2026-07-10", "2026-10-12"), ("2026-05-23", "2026-08-24"), ("2026-07-09", "2026-10-12"),
            ("2026-05-12", "2026-08-12"), ("2026-03-31", "2026-06-30"),
        ] {
            let deadline = try #require(try asked("TW", "TFDA", on: day).submission?["TW"]?.deadlines["asking"])
            #expect(deadline.due == CivilDate(due), "\(day)")
        }
    }

    @Test("Indonesia: where no law on days off is known, the day off is shown and the Monday is not too late")
    func indonesia() throws {
        var scenario = try asked("ID", "Kemenkes", on: "2026-07-10")
        let deadline = try #require(scenario.submission?["ID"]?.deadlines["asking"])
        #expect(deadline.due == CivilDate("2026-08-09"))
        #expect(deadline.confidence == .unconfirmed)
        try scenario.move(to: "2026-08-10")
        try scenario.send(.fireDeadlines, by: .deadline)
        try scenario.act("ID", "answer", Self.answer, documents: 1)
        #expect(scenario.states(of: "ID") == ["reading"])
    }

    @Test("Indonesia: thirty days that end on a working day end there, and a later answer is rejected")
    func indonesiaWorkingDay() throws {
        var scenario = try asked("ID", "Kemenkes", on: "2026-07-13")
        let deadline = try #require(scenario.submission?["ID"]?.deadlines["asking"])
        #expect(deadline.due == CivilDate("2026-08-12"))
        #expect(deadline.confidence == .confirmed)
        try scenario.move(to: "2026-08-13")
        try scenario.send(.fireDeadlines, by: .deadline)
        #expect(scenario.submission?["ID"]?.outcome == .refused)
    }

    @Test("a safety report is counted in elapsed days: a Sunday does not move it, by whatever law of the country")
    func safetyReports() throws {
        for (code, aware, due) in [
            ("SG", "2026-08-13", "2026-08-23"), ("MY", "2026-08-13", "2026-08-23"), ("AU", "2026-08-13", "2026-08-23"),
            ("TH", "2026-08-13", "2026-08-23"), ("KR", "2026-08-08", "2026-08-23"), ("JP", "2026-08-08", "2026-08-23"),
        ] as [(JurisdictionCode, String, String)] {
            var scenario = try held(code, "2026-08-14", track: "safety-report")
            let name = CaseName("\(code)-safety-report")
            let fields: [FieldName: FieldValue] = ["awareOn": .date(try date(aware)), "reason": .text("text")]
            try scenario.act(name, "setAwareness", fields)
            let deadline = try #require(scenario.submission?[name]?.deadlines["reportDue"])
            #expect(deadline.due == CivilDate(due), "\(code)")
        }
    }

    @Test(
        "Taiwan: questions about a change or a renewal without a day are due in three months, and rejected after them"
    )
    func taiwanChangesAndRenewals() throws {
        var change = try held("TW", "2026-04-06", track: "change")
        let about: [FieldName: FieldValue] = ["category": .code("indication"), "summary": .text("text")]
        try change.act("TW-change", "assess", about)
        try change.act("TW-change", "file", documents: 1)
        try change.act("TW-change", "accept", by: Scenario.officer("TFDA"))
        try change.act("TW-change", "ask", by: Scenario.officer("TFDA"), Self.question)
        #expect(change.submission?["TW-change"]?.deadlines["asking"]?.due == CivilDate("2026-07-06"))
        try change.move(to: "2026-07-06")
        #expect(try change.send(.fireDeadlines, by: .deadline).isEmpty)
        try change.move(to: "2026-07-07")
        try change.send(.fireDeadlines, by: .deadline)
        #expect(change.submission?["TW-change"]?.outcome == .refused)

        var renewal = try held("TW", "2026-04-06", track: "registration")
        try renewal.act("TW-registration", "fileRenewal", documents: 1)
        try renewal.act("TW-registration", "ask", by: Scenario.officer("TFDA"), Self.question)
        #expect(renewal.submission?["TW-registration"]?.deadlines["renewalAsking"]?.due == CivilDate("2026-07-06"))
        try renewal.move(to: "2026-07-07")
        try renewal.send(.fireDeadlines, by: .deadline)
        #expect(renewal.states(of: "TW-registration").contains("notRenewed"))
    }

    @Test("Indonesia: a change for which no period is known waits for an answer without a day")
    func withoutPeriod() throws {
        var change = try held("ID", "2026-04-06", track: "change")
        try change.act("ID-change", "assess", ["category": .code("amendment"), "summary": .text("text")])
        try change.act("ID-change", "file", documents: 1)
        try change.act("ID-change", "accept", by: Scenario.officer("Kemenkes"))
        try change.act("ID-change", "ask", by: Scenario.officer("Kemenkes"), Self.question)
        #expect(change.states(of: "ID-change").contains("asking"))
        #expect(change.submission?["ID-change"]?.deadlines.isEmpty ?? false)
    }

    // MARK: - Japan

    /// A request for coverage in C1, filed on 12 May 2026 and before Chuikyo.
    private func beforeChuikyo() throws -> Scenario {
        var scenario = try held("JP", "2026-05-12", track: "reimbursement")
        let ministry = Scenario.officer("MHLW")
        try scenario.act("JP-reimbursement", "request", ["category": .choice("C1")], documents: 1)
        try scenario.act("JP-reimbursement", "accept", by: ministry)
        try scenario.act("JP-reimbursement", "referToExperts", by: ministry, ["developmentFinished": .flag(true)])
        try scenario.act("JP-reimbursement", "notifyDraft", by: ministry, ["draft": .choice("as-requested")])
        try scenario.act("JP-reimbursement", "acceptDraft")
        return scenario
    }

    @Test("Japan: the time to decide on coverage stops with Chuikyo's decision, not with the listing")
    func decisionStopsTheClock() throws {
        var scenario = try beforeChuikyo()
        try scenario.move(to: "2026-09-30")
        try scenario.act("JP-reimbursement", "recordChuikyo", by: Scenario.officer("MHLW"))
        try scenario.move(to: "2026-11-20")
        let fields: [FieldName: FieldValue] = ["coveredOn": .date(try date("2026-12-01")), "claims": .claims(["C1"])]
        try scenario.act("JP-reimbursement", "cover", by: Scenario.officer("MHLW"), fields)
        let clock = try #require(scenario.submission?["JP-reimbursement"]?.clocks["coverageC1"])
        let calendar = try #require(scenario.calendar("JP"))
        let reading = clock.ledger.reading(on: try #require(CivilDate("2026-12-31")), calendar: calendar)
        #expect(reading.due?.description == "2026-09-30")
        #expect(reading.stoppedOn?.description == "2026-09-30")
        #expect(reading.verdict == .met)
        #expect(clock.ledger.rule.confidence == .unconfirmed)
    }

    @Test("Japan: a listing starts on the first of a month, and not before the decision")
    func listing() throws {
        var scenario = try beforeChuikyo()
        try scenario.move(to: "2026-09-30")
        try scenario.act("JP-reimbursement", "recordChuikyo", by: Scenario.officer("MHLW"))
        try scenario.move(to: "2026-10-05")
        for (day, unmet) in [
            ("2026-12-02", [Guard.opensMonth("coveredOn")]),
            ("2026-09-01", [.notBefore("coveredOn", .variable("decidedOn"))]),
            ("2026-08-31", [.opensMonth("coveredOn"), .notBefore("coveredOn", .variable("decidedOn"))]),
        ] {
            #expect(throws: Refusal.unmet("cover", unmet)) {
                let fields: [FieldName: FieldValue] = ["coveredOn": .date(try date(day)), "claims": .claims(["C1"])]
                try scenario.act("JP-reimbursement", "cover", by: Scenario.officer("MHLW"), fields)
            }
        }
        // A month has one first day only.
        let fields: [FieldName: FieldValue] = ["coveredOn": .date(try date("2026-12")), "claims": .claims(["C1"])]
        try scenario.act("JP-reimbursement", "cover", by: Scenario.officer("MHLW"), fields)
        #expect(scenario.states(of: "JP-reimbursement") == ["covered"])
    }

    @Test("Japan: however a second filing ends before it is accepted, the next one counts anew")
    func secondStage() throws {
        for (action, by) in [("returnForm", Scenario.officer("PMDA")), ("withdraw", Scenario.lead)]
            as [(ActionName, Actor)]
        {
            var scenario = try Scenario(today: "2026-04-13")
            try scenario.file([.init(jurisdiction: "JP", route: "two-stage", participation: nil)])
            let reviewer = Scenario.officer("PMDA")
            try scenario.act("JP", "accept", by: reviewer)
            for result in ["reliabilityResult", "clinicalPracticeResult", "qualitySystemResult"] as [ActionName] {
                try scenario.act("JP", result, by: reviewer, ["result": .choice("conform")])
            }
            try scenario.act("JP", "writeReport", by: reviewer, documents: 1)
            try scenario.act("JP", "toMinister", by: reviewer)
            let approval: [FieldName: FieldValue] = ["number": .code("JP-1"), "claims": .claims(["C1"])]
            try scenario.act("JP", "approve", by: Scenario.officer("MHLW"), approval)
            try scenario.move(to: "2027-01-12")
            try scenario.act("JP", "fileStage2", ["approvalNumber": .code("JP-1")], documents: 1)
            try scenario.move(to: "2027-02-01")
            try scenario.act("JP", action, by: by, ["reason": .text("text")])
            #expect(scenario.submission?["JP"]?.clocks["stage2"]?.ledger.isRunning == false, "\(action)")
            try scenario.move(to: "2027-06-01")
            try scenario.act("JP", "fileStage2", ["approvalNumber": .code("JP-1")], documents: 1)
            let clock = try #require(scenario.submission?["JP"]?.clocks["stage2"])
            let calendar = try #require(scenario.calendar("JP"))
            let reading = clock.ledger.reading(on: try #require(CivilDate("2027-06-02")), calendar: calendar)
            #expect(reading.startedOn?.description == "2027-06-01", "\(action)")
            #expect(reading.due?.description == "2027-12-01", "\(action)")
        }
    }
}
