import Regulation
import Statecharts
import Submissions
import Testing
import Views

@testable import Engine
@testable import Views

@Suite("What is due in cases")
struct DueTests {
    private typealias Sample = DueSample

    private func clock(_ confidence: Confidence, limit: Int? = 30) -> ClockRule {
        ClockRule(unit: .calendarDays, limit: limit, counts: .agency, confidence: confidence)
    }

    @Test("A deadline is due on its day, is the turn of its state's, and is overdue the day after")
    func deadlines() throws {
        var sample = Sample()
        let armed = ArmedDeadline(due: Sample.day("2027-03-15"), raises: "overdue.answer", confidence: .unconfirmed)
        sample.open("SG", [.deadlineArmed("asking", armed)])
        let item = try #require(try sample.items().first)
        #expect(item.kind == .deadline && item.subject == .state("asking", of: "p"))
        #expect(item.date == DateBounds(exactly: Sample.day("2027-03-15")))
        #expect(item.turn == .applicant && item.fullName == "s/SG" && item.jurisdiction == "SG")
        #expect(!item.isOverdue && item.confidence == .unconfirmed && !item.isComputed)
        sample.today = "2027-03-16"
        #expect(try sample.items().map(\.isOverdue) == [true])
    }

    @Test("Cases that are over or went on elsewhere have nothing due")
    func ended() throws {
        let armed = ArmedDeadline(due: Sample.day("2027-04-01"), raises: "overdue.answer", confidence: .confirmed)
        var sample = Sample()
        sample.open("SG", over: true, [.deadlineArmed("asking", armed)])
        sample.open("SG-2", [.deadlineArmed("asking", armed), .replaced(by: "SG-3")])
        #expect(try sample.items().isEmpty)
    }

    @Test("A running clock is a target, no surer than its figure; one that waits or rests has no date")
    func targets() throws {
        var sample = Sample()
        sample.open("SG", in: "reading", on: "2027-03-01", [.clockStarted("review", clock(.unconfirmed))])
        let item = try #require(try sample.items().first)
        #expect(item.kind == .target && item.turn == .body(.reviews) && item.turnBody == "HSA")
        #expect(item.date == DateBounds(exactly: Sample.day("2027-03-31")) && item.confidence == .unconfirmed)
        sample.advance("SG", on: "2027-03-05", [.clockHeld("review", by: .applicant)])
        #expect(try sample.items().isEmpty)

        var resting = Sample()
        resting.open("SG", in: "resting", on: "2027-03-01", [.clockStarted("review", clock(.confirmed))])
        #expect(try resting.items().isEmpty)
        var endless = Sample()
        endless.open("SG", in: "reading", on: "2027-03-01", [.clockStarted("review", clock(.confirmed, limit: nil))])
        #expect(try endless.items().isEmpty)
    }

    @Test("Questions that are due together are one item; answered and undated ones are none")
    func questions() throws {
        var sample = Sample()
        let questions = [
            Sample.question("q-1", due: "2027-04-01"), Sample.question("q-2", due: "2027-04-01"),
            Sample.question("q-3", due: "2027-05"), Sample.question("q-4", due: nil),
            Sample.question("q-5", due: "2027-04-01", .answered),
        ]
        sample.open("SG", [.questionsAdded(questions)])
        let items = try sample.items()
        #expect(items.map(\.subject) == [.questions(["q-1", "q-2"], first: "q-1"), .questions(["q-3"], first: "q-3")])
        #expect(items.last?.date?.description == "2027-05")
        #expect(items.allSatisfy { $0.kind == .question && $0.turn == .applicant })
    }

    @Test("Open obligations are due with their wording; one without a date comes last; met and waived ones are not")
    func obligations() throws {
        var sample = Sample()
        sample.open(
            "SG",
            over: true,
            [
                .obligationsAdded([
                    Sample.obligation("o-1", due: "2027-02", text: "t1"), Sample.obligation("o-2", due: nil),
                    Sample.obligation("o-3", due: "2027-06-01", .met),
                    Sample.obligation("o-4", .retention, due: "2027-06-01"),
                ])
            ]
        )
        let items = try sample.items()
        #expect(
            items.map(\.subject)
                == ["o-1", "o-4", "o-2"].map { .obligation($0, $0 == "o-4" ? .retention : .condition) }
        )
        #expect(items.map(\.isOverdue) == [true, false, false] && items.last?.date == nil)
        #expect(items.first?.texts == ["t1"])
        let submission = try sample.submission()
        #expect(items.compactMap { OpenObligation($0, in: [submission]) }.count == 3)
    }

    @Test("Overdue comes first, then the order is by date; what lies beyond the span is left out")
    func order() throws {
        var sample = Sample()
        sample.open(
            "SG",
            [
                .obligationsAdded([
                    Sample.obligation("o-1", due: "2027-06-14"), Sample.obligation("o-2", due: "2027-03-16"),
                    Sample.obligation("o-3", due: "2027-03-14"), Sample.obligation("o-4", due: "2027"),
                    Sample.obligation("o-5", due: "2027-06-13"),
                ])
            ]
        )
        let all = try sample.items()
        let end = Horizon.quarter.end(from: Sample.day("2027-03-15"))
        #expect(end == Sample.day("2027-06-13"))
        let shown = all.through(end).map(\.subject)
        let expected = ["o-3", "o-2", "o-5", "o-4"] as [ObligationID]
        #expect(shown == expected.map { .obligation($0, .condition) })
    }

    @Test("A span is a number and a letter, and nothing else")
    func horizons() {
        let start = Sample.day("2027-01-31")
        for (text, end) in [
            ("30d", "2027-03-02"), ("6w", "2027-03-14"), ("1m", "2027-02-28"), ("1y", "2028-01-31"),
            ("0d", "2027-01-31"),
        ] {
            #expect(Horizon(text)?.end(from: start) == Sample.day(end), "\(text)")
            #expect(Horizon(text)?.description == text)
        }
        for text in ["", "d", "30", "-1d", "+1d", "1.5m", "30 d", "30D", "1x", "9999999999999999999y", "101y", "３d"] {
            #expect(Horizon(text) == nil, "\(text)")
        }
    }
}
