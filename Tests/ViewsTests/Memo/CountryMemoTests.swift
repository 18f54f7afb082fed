import Definitions
import Regulation
import Scenarios
import Statecharts
import Submissions
import Testing

@testable import Engine
@testable import Views

@Suite("Why a date is the day it is, in each of the thirteen countries")
struct CountryMemoTests {
    /// What a count by hand gives, made from the public holidays of `Config/calendars` with another program's arithmetic.
    private struct Expected {
        let first: String
        let last: String
        let ends: String
        let total: Int
        var weekendDays = 0
        /// Holidays on which work would be done.
        var holidays: [String] = []
        var makeUpDays: [String] = []
        var stopped = 0
        /// Days off behind the last day.
        var passed: [String] = []
        var doubts: [String] = []
    }

    private static let question: [FieldName: FieldValue] = [
        "questions": .questions([QuestionDraft(text: "text", heading: nil, scope: nil, standsFor: [])])
    ]
    private static let answer: [FieldName: FieldValue] = [
        "answers": .answers([.init(question: "q-1", text: "text")])
    ]

    // MARK: - The cases

    /// A case filed and accepted on `date`; what the product holds elsewhere is an approval in Japan.
    private func accepted(
        _ code: JurisdictionCode,
        _ body: String,
        _ route: RouteName = "national",
        on date: String
    ) throws -> Scenario {
        var scenario = try Scenario(today: date)
        let held = code == "CN" ? [approval("JP")] : []
        try scenario.file([.init(jurisdiction: code, route: route, participation: nil)], held: held)
        let name = CaseName(code.rawValue)
        // A route that rests on an approval elsewhere is filed by itself.
        if scenario.states(of: name) == ["localFiling"] { try scenario.act(name, "file", documents: 1) }
        try scenario.act(name, "accept", by: Scenario.officer(body))
        // Thailand counts from the payment.
        if code == "TH" { try scenario.act(name, "payFee", ["fee": .code("application")]) }
        return scenario
    }

    /// The same, with a question and its answer.
    private func interrupted(
        _ code: JurisdictionCode,
        _ body: String,
        on date: String,
        asked: String,
        answered: String
    ) throws -> Scenario {
        var scenario = try self.asked(code, body, on: date, asked: asked)
        try scenario.move(to: answered)
        try scenario.act(CaseName(code.rawValue), "answer", Self.answer, documents: 1)
        return scenario
    }

    private func asked(_ code: JurisdictionCode, _ body: String, on date: String, asked: String) throws -> Scenario {
        var scenario = try accepted(code, body, on: date)
        try scenario.move(to: asked)
        try scenario.act(CaseName(code.rawValue), "ask", by: Scenario.officer(body), Self.question)
        return scenario
    }

    /// A safety report of which the holder became aware on `date`.
    private func aware(_ code: JurisdictionCode, on date: String) throws -> Scenario {
        var scenario = try Scenario(today: date)
        try scenario.open([.init(jurisdiction: code, route: "national", participation: nil)], held: [approval(code)])
        try scenario.send(.openTrack("safety-report", code))
        let fields: [FieldName: FieldValue] = ["awareOn": .date(DueSample.date(date)), "reason": .text("text")]
        try scenario.act(CaseName("\(code)-safety-report"), "setAwareness", fields)
        return scenario
    }

    private func approval(_ code: JurisdictionCode) -> Approval {
        Approval(
            id: Approval.ID("sample/\(code)"),
            product: "sample-cad",
            productVersion: "1.0.0",
            jurisdiction: code,
            basis: .full,
            stage: nil,
            claims: ["C1", "C2"],
            number: "N1",
            grantedOn: DueSample.date("2025-01-10"),
            validUntil: nil,
            conditions: [],
            dependsOn: []
        )
    }

    // MARK: - The check

    private func expect(_ scenario: Scenario, _ duty: String, _ expected: Expected) throws {
        let memo = try #require(try memos(scenario).first { $0.item.duty == duty }, "\(duty)")
        let comment = Comment(rawValue: memo.item.fullDuty)
        let count = try #require(memo.count, comment)
        #expect(memo.date.latest.description == expected.ends, comment)
        #expect(count.count.day == memo.date.latest, comment)
        #expect(count.days.first { $0.number == 1 }?.date.description == expected.first, comment)
        #expect(count.days.last { $0.number != nil }?.date.description == expected.last, comment)
        #expect(count.total == expected.total, comment)
        let skipped = count.days.filter { $0.number == nil && $0.stoppedBy == nil && !$0.isBehind }
        #expect(skipped.count { $0.nature == .weekend } == expected.weekendDays, comment)
        #expect(skipped.filter { $0.nature == .holiday }.map(\.date.description) == expected.holidays, comment)
        #expect(skipped.allSatisfy { $0.nature != .holiday || $0.holiday != nil }, comment)
        let makeUpDays = count.days.filter { $0.nature == .makeUpDay && $0.number != nil }
        #expect(makeUpDays.map(\.date.description) == expected.makeUpDays, comment)
        #expect(count.days.count { $0.stoppedBy == .applicant } == expected.stopped, comment)
        let passed = count.days.filter { $0.isBehind && $0.date < count.count.day }
        #expect(passed.map(\.date.description) == expected.passed, comment)
        #expect(memo.doubts.map(\.code) == expected.doubts, comment)
        // The rule and the law are cited, with the event that it all follows from.
        #expect(memo.rule.source != nil && !memo.rule.isReplaced, comment)
        #expect(count.law.source.text != "", comment)
        #expect(count.calendar?.source?.url != nil, comment)
        #expect(memo.anchor?.record != nil && memo.anchor?.corrections == [], comment)
    }

    private func memos(_ scenario: Scenario) throws -> [DateMemo] {
        let submission = try #require(scenario.submission)
        let definitions = ConfiguredDefinitions(folder: ConfigFolder(path: Repository.configuration))
        let all = try definitions.jurisdictions()
        var rules = DutyReckoner.Rules(hub: nil, zone: .utc)
        rules.configured = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })
        var bound: [BoundCase.Pins: BoundCase] = [:]
        for subject in submission.cases {
            let deviceClass = submission.opened.classes[subject.jurisdiction]
            let pinned = try #require(
                rules.configured[subject.jurisdiction]?
                    .bound(to: subject.route, on: subject.openedOn.latest, for: deviceClass)
            )
            let text = try #require(try definitions.canonicalProcedure(ProcedureID(subject.procedure.rawValue)))
            bound[subject.pins] = BoundCase(
                procedure: try definitions.procedure(fromCanonical: text),
                rules: pinned,
                calendar: try #require(try definitions.calendar(pinned.workingCalendar))
            )
        }
        rules.bound = bound.map { ($0, $1) }
        let builder = MemoBuilder(
            submission: submission,
            moment: scenario.now,
            bound: bound,
            configured: rules.configured,
            course: scenario.history,
            history: scenario.history
        )
        return DutyReckoner(submission, at: scenario.now, rules).duties.compactMap(builder.memo)
    }

    // MARK: - The thirteen

    @Test("Australia: 255 working days of TGA, the holidays of Canberra named")
    func australia() throws {
        let expected = Expected(
            first: "2026-03-13",
            last: "2027-03-19",
            ends: "2027-03-19",
            total: 255,
            weekendDays: 106,
            holidays: [
                "2026-04-03", "2026-04-06", "2026-04-27", "2026-06-01", "2026-06-08", "2026-10-05", "2026-12-25",
                "2026-12-28", "2027-01-01", "2027-01-26", "2027-03-08",
            ],
            doubts: ["law", "first-day"]
        )
        try expect(try accepted("AU", "TGA", on: "2026-03-12"), "review", expected)
    }

    @Test("China: 60 working days of the review, with a Sunday and a Saturday worked around the National Day")
    func china() throws {
        let expected = Expected(
            first: "2026-08-25",
            last: "2026-11-20",
            ends: "2026-11-20",
            total: 60,
            weekendDays: 22,
            holidays: ["2026-09-25", "2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"],
            makeUpDays: ["2026-09-20", "2026-10-10"]
        )
        try expect(try accepted("CN", "CMDE", on: "2026-08-24"), "review", expected)
    }

    @Test("Hong Kong: ten elapsed days of a safety report, which the Establishment Day does not move")
    func hongKong() throws {
        let expected = Expected(first: "2026-06-22", last: "2026-07-01", ends: "2026-07-01", total: 10)
        try expect(try aware("HK", on: "2026-06-21"), "reportDue", expected)
    }

    @Test("Indonesia: thirty days to correct end on Eid, and that the days off after it move them is not confirmed")
    func indonesia() throws {
        let expected = Expected(
            first: "2026-02-20",
            last: "2026-03-21",
            ends: "2026-03-21",
            total: 30,
            doubts: ["law", "bounds", "first-day"]
        )
        let scenario = try asked("ID", "Kemenkes", on: "2026-02-10", asked: "2026-02-19")
        try expect(scenario, "asking", expected)
        let memo = try #require(try memos(scenario).first { $0.item.duty == "asking" })
        let bounds = DateBounds(earliest: DueSample.day("2026-03-21"), latest: DueSample.day("2026-03-25"))
        #expect(memo.doubts.contains(.bounds(bounds)))
    }

    @Test("India: 45 days to answer end on Dussehra, and so on the day after")
    func india() throws {
        let expected = Expected(
            first: "2026-09-06",
            last: "2026-10-20",
            ends: "2026-10-21",
            total: 45,
            doubts: ["years"]
        )
        try expect(try asked("IN", "CDSCO", on: "2026-08-20", asked: "2026-09-05"), "asking", expected)
    }

    @Test("Japan: twelve months from 28 February end with a February that has 29 days")
    func japan() throws {
        var scenario = try Scenario(today: "2027-02-28")
        try scenario.file([.init(jurisdiction: "JP", route: "new-device", participation: nil)])
        let expected = Expected(first: "2027-03-01", last: "2028-02-29", ends: "2028-02-29", total: 366)
        try expect(scenario, "review", expected)
    }

    @Test("Korea: 65 working days over Chuseok and three other holidays")
    func korea() throws {
        let expected = Expected(
            first: "2026-08-03",
            last: "2026-11-06",
            ends: "2026-11-06",
            total: 65,
            weekendDays: 28,
            holidays: ["2026-08-17", "2026-09-24", "2026-09-25", "2026-10-05", "2026-10-09"],
            doubts: ["figure", "law"]
        )
        try expect(try accepted("KR", "NIDS", "certification", on: "2026-07-31"), "review", expected)
    }

    @Test("Malaysia: 60 working days of the conformity assessment")
    func malaysia() throws {
        let expected = Expected(
            first: "2026-04-21",
            last: "2026-07-20",
            ends: "2026-07-20",
            total: 60,
            weekendDays: 26,
            holidays: ["2026-05-01", "2026-05-27", "2026-06-01", "2026-06-02", "2026-06-17"],
            doubts: ["law"]
        )
        try expect(try accepted("MY", "MDA", on: "2026-04-20"), "assessment", expected)
    }

    @Test("The Philippines: 180 working days, eleven holidays among them")
    func philippines() throws {
        let expected = Expected(
            first: "2026-02-18",
            last: "2026-11-10",
            ends: "2026-11-10",
            total: 180,
            weekendDays: 76,
            holidays: [
                "2026-02-17", "2026-03-20", "2026-04-02", "2026-04-03", "2026-04-09", "2026-05-01", "2026-05-27",
                "2026-06-12", "2026-08-21", "2026-08-31", "2026-11-02",
            ],
            doubts: ["figure", "law", "first-day"]
        )
        try expect(try accepted("PH", "FDA", on: "2026-02-16"), "review", expected)
    }

    @Test("Singapore: 160 working days, 49 days of the applicant's left out")
    func singapore() throws {
        let expected = Expected(
            first: "2026-05-13",
            last: "2027-02-17",
            ends: "2027-02-17",
            total: 160,
            weekendDays: 66,
            holidays: ["2026-05-27", "2026-06-01", "2026-11-09", "2026-12-25", "2027-01-01", "2027-02-08"],
            stopped: 49,
            doubts: ["law"]
        )
        let scenario = try interrupted(
            "SG",
            "HSA",
            on: "2026-05-12",
            asked: "2026-07-03",
            answered: "2026-08-21"
        )
        try expect(scenario, "review", expected)
        let memo = try #require(try memos(scenario).first { $0.item.duty == "review" })
        #expect(memo.holdings.map(\.counted) == [36, 0, 124])
        #expect(memo.holdings.map(\.record?.event.action) == ["accept", "ask", "answer"])
        #expect(memo.movers.contains(.stop))
    }

    @Test("Thailand: 150 working days, 63 days of the applicant's left out")
    func thailand() throws {
        let expected = Expected(
            first: "2026-05-19",
            last: "2027-02-26",
            ends: "2027-02-26",
            total: 150,
            weekendDays: 62,
            holidays: [
                "2026-06-01", "2026-06-03", "2026-10-13", "2026-10-23", "2026-12-07", "2026-12-10", "2026-12-31",
                "2027-01-01", "2027-02-22",
            ],
            stopped: 63,
            doubts: ["figure", "years"]
        )
        let scenario = try interrupted(
            "TH",
            "ThaiFDA",
            on: "2026-05-18",
            asked: "2026-07-03",
            answered: "2026-09-04"
        )
        try expect(scenario, "review", expected)
    }

    @Test("Taiwan: three months to answer end on Restoration Day, a Sunday, and after its holiday on the Tuesday")
    func taiwan() throws {
        let expected = Expected(
            first: "2026-07-26",
            last: "2026-10-25",
            ends: "2026-10-27",
            total: 92,
            passed: ["2026-10-26"],
            doubts: ["figure"]
        )
        try expect(try asked("TW", "TFDA", on: "2026-07-10", asked: "2026-07-25"), "asking", expected)
    }

    @Test("Viet Nam: thirty days, of which the fourteen with the applicant do not count")
    func vietNam() throws {
        let expected = Expected(
            first: "2026-02-07",
            last: "2026-03-22",
            ends: "2026-03-22",
            total: 30,
            stopped: 14,
            doubts: ["law"]
        )
        let scenario = try interrupted(
            "VN",
            "IMDA",
            on: "2026-02-06",
            asked: "2026-02-20",
            answered: "2026-03-06"
        )
        try expect(scenario, "review", expected)
    }
}
