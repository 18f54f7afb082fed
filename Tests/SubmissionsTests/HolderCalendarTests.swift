import Regulation
import Scenarios
import Statecharts
import Submissions
import Testing

@Suite("The calendar of the place where the holder sits")
struct HolderCalendarTests {
    /// An Indian review in which a question was put on 31 July 2026; its forty-five days end on 14 September.
    private func asked(_ calendars: [JurisdictionCode: String]) throws -> ArmedDeadline {
        var scenario = try Scenario(today: "2026-04-13")
        let target = SubmissionOpened.Target(jurisdiction: "IN", route: "national", participation: nil)
        try scenario.file([target], calendars: calendars)
        try scenario.act("IN", "accept", by: Scenario.officer("CDSCO"))
        try scenario.move(to: "2026-07-31")
        let drafts = [QuestionDraft(text: "text", heading: nil, scope: nil, standsFor: [])]
        try scenario.act("IN", "ask", by: Scenario.officer("CDSCO"), ["questions": .questions(drafts)])
        return try #require(scenario.submission?["IN"]?.deadlines.values.first)
    }

    @Test("what the applicant must do within a period ends on the next day on which that place works")
    func answer() throws {
        let (delhi, mumbai) = (try asked([:]), try asked(["IN": "IN-MH"]))
        #expect(delhi.due == CivilDate("2026-09-14"))
        #expect(mumbai.due == CivilDate("2026-09-15"), "Ganesh Chaturthi")
        #expect(mumbai.counted == delhi.counted)
        #expect(try asked(["MY": "MY-KDH"]).due == delhi.due, "another country's holder")
    }

    @Test("a weekly day off of the law is none where the place works on it")
    func weekend() throws {
        let scenario = try Scenario()
        let law = Counting(onDayOff: .nextWorkingDay, daysOff: [7])
        let (sunday, kedah) = (try #require(CivilDate("2026-08-02")), try #require(scenario.calendar("MY-KDH")))
        #expect(law.isDayOff(sunday, in: try #require(scenario.calendar("MY"))))
        #expect(!law.isDayOff(sunday, in: kedah))
        #expect(law.isDayOff(try #require(CivilDate("2026-05-28")), in: kedah), "a holiday of the state")
    }
}
