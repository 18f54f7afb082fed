import Regulation
import Statecharts
import Submissions
import TestSupport
import Testing

@testable import Engine
@testable import Views

@Suite("Why a date is the day it is")
struct MemoTests {
    /// The memos of a story on every so many days of it, and each on the day that it tells of.
    private func forEachReport(
        of sample: String,
        from first: String,
        through last: String,
        every step: Int,
        _ body: (MemoReport, DueReport, CivilDate) throws -> Void
    ) async throws {
        let workspace = try await TestWorkspace.story(sample)
        let zone = try await workspace.tasuki.clock().settings.zone
        let submission = SubmissionName(sample)
        var date = DueSample.day(first)
        while date <= DueSample.day(last) {
            let instant = zone.startOfDay(date).adding(milliseconds: 86_399_999)
            let report = try await workspace.tasuki.memos(of: submission, asOf: instant)
            let years = try #require(Horizon(100, .years))
            try body(report, try await workspace.tasuki.due(within: years, of: submission, asOf: instant), date)
            date = date.adding(days: step)
        }
        try await workspace.remove()
    }

    @Test(
        "every date of both stories is explained, and its count ends on the very day that is due",
        arguments: [("colon-cade", "2026-04-14", "2028-12-10"), ("sleep-therapy", "2026-06-01", "2031-12-20")]
    )
    func stories(sample: String, first: String, last: String) async throws {
        var (seen, counted): (Set<String>, Set<String>) = ([], [])
        try await forEachReport(of: sample, from: first, through: last, every: 10) { report, due, date in
            #expect(report.memos.map(\.item) == due.items.filter { $0.date != nil }, "\(date)")
            for memo in report.memos {
                let comment = Comment(rawValue: "\(date) \(memo.item.fullDuty)")
                seen.insert(memo.item.fullDuty)
                #expect(!memo.doubts.contains(.untold), comment)
                #expect(memo.anchor?.record != nil, comment)
                #expect(!memo.movers.isEmpty, comment)
                guard let count = memo.count else { continue }
                counted.insert(memo.item.fullDuty)
                #expect(count.count.day == memo.date.latest, comment)
                #expect(count.days.last?.date == memo.date.latest, comment)
                let numbers = count.days.compactMap(\.number)
                #expect(numbers == Array(1..<numbers.count + 1), comment)
                #expect(!memo.doubts.contains { if case .recounted = $0 { true } else { false } }, comment)
            }
        }
        #expect(seen.count >= 12, "\(seen.sorted())")
        #expect(counted.count >= 4, "\(counted.sorted())")
    }

    @Test(
        "a rule whose first day is unknown is told in the memo, and marked in the status, and nothing else is",
        arguments: [("colon-cade", "2026-04-14", "2028-12-10"), ("sleep-therapy", "2026-06-01", "2031-12-20")]
    )
    func firstDays(sample: String, first: String, last: String) async throws {
        var (told, plain): (Set<String>, Set<String>) = ([], [])
        try await forEachReport(of: sample, from: first, through: last, every: 30) { report, due, date in
            for memo in report.memos where !memo.rule.isReplaced {
                let isTold = memo.doubts.contains { if case .firstDay = $0 { true } else { false } }
                #expect(isTold == memo.item.isFirstDayUnknown, "\(date) \(memo.item.fullDuty)")
                if isTold { told.insert(memo.item.fullDuty) } else { plain.insert(memo.item.fullDuty) }
                guard isTold else { continue }
                // Of a later time than the case, or of none: else it would vouch for the day.
                #expect(memo.rule.source?.asOf.map { $0.earliest > DueSample.day(first) } ?? true)
            }
            #expect(due.items.allSatisfy { !$0.isFirstDayUnknown || $0.isDoubtful })
        }
        #expect(!told.isEmpty && !plain.isEmpty, "\(told.sorted()) \(plain.sorted())")
    }

    @Test("a correction of the event from which a day follows is told with it, and where the clock stood still by whom")
    func anchors() async throws {
        let workspace = try await TestWorkspace.demo()
        let condition = try await workspace.tasuki.memos(of: "colon-cade", case: "JP", duty: "o-1")
        let anchor = try #require(condition.memos.first?.anchor)
        #expect(anchor.record?.event.action == "approve" && anchor.fact == .obligation)
        #expect(anchor.corrections.map(\.number) == [73])
        let instant = try #require(Instant("2026-09-15T14:59:59Z"))
        let review = try await workspace.tasuki.memos(of: "colon-cade", duty: "TH/review", asOf: instant)
        let holdings = try #require(review.memos.first?.holdings)
        #expect(holdings.map(\.stretch.counts) == [true, false, true])
        #expect(holdings.map(\.counted) == [32, 0, 118])
        // Where a case only follows another, what is named is what somebody did.
        #expect(holdings.map(\.record?.event.action) == ["accept", "issueQuestions", "answer"])
        try await workspace.remove()
    }

    @Test(
        "a date that is not there is refused with those there are; a case without one says why, and what would make one"
    )
    func unknown() async throws {
        let workspace = try await TestWorkspace.demo()
        let tasuki = workspace.tasuki
        let instant = try #require(Instant("2026-07-20T00:00:00Z"))
        await #expect(throws: EngineError.noSuchDuty("reviw", known: ["stage1"])) {
            try await tasuki.memos(of: "colon-cade", case: "JP", duty: "reviw", asOf: instant)
        }
        await #expect(throws: Refusal.self) { try await tasuki.memos(of: "colon-cade", case: "XX") }
        await #expect(throws: EngineError.self) { try await tasuki.memos(of: "nothing") }
        // A clock that has stopped is no longer due, but can be asked about.
        let stopped = try await tasuki.memos(of: "colon-cade", case: "SG", duty: "review")
        let memo = try #require(stopped.memos.first)
        #expect(memo.date == DateBounds(exactly: DueSample.day("2027-02-17")) && !memo.item.isOverdue)
        #expect(memo.stop == .init(on: DateBounds(exactly: DueSample.day("2027-02-10")), verdict: .met))
        #expect(memo.count?.total == 160)
        // The applicant has the case, and the clock stands still.
        let silent = try await tasuki.memos(of: "colon-cade", case: "SG", asOf: instant)
        #expect(silent.memos.isEmpty)
        guard case .suspended("review", let left?, .workingDays) = try #require(silent.silences.first?.reason) else {
            Issue.record("\(silent.silences)")
            return
        }
        #expect(left == AmountBounds(exactly: Amount(whole: 124)))
        try await workspace.remove()
    }

    @Test("a day that follows from a date known to the month is counted from the last that can have been, and says so")
    func partial() throws {
        var sample = DueSample()
        let rule = ClockRule(unit: .calendarDays, limit: 10, counts: .agency, confidence: .confirmed)
        sample.open("SG", in: "reading", on: "2027-03", [.clockStarted("review", rule)])
        let memo = try #require(try memos(sample).first)
        #expect(memo.date.description == "2027-03-11/2027-03-25")
        #expect(memo.count?.count.day == DueSample.day("2027-03-25"))
        #expect(memo.doubts.contains(.partial(.month(year: 2027, month: 3))))
        #expect(memo.doubts.contains(.bounds(memo.date)))
    }

    @Test("what was missed is explained like what is still to come")
    func missed() throws {
        var sample = DueSample()
        let armed = ArmedDeadline(due: DueSample.day("2027-03-01"), raises: "overdue.answer", confidence: .confirmed)
        sample.open("SG", [.variableSet("answerBy", "2027-03-01"), .deadlineArmed("asking", armed)])
        sample.advance("SG", on: "2027-03-02", [.deadlineMissed("asking", within: ["asking"])])
        let memo = try #require(try memos(sample).first)
        #expect(memo.item.isOverdue && memo.rule.figure == .named)
        #expect(memo.anchor?.fact == .variable("answerBy") && memo.anchor?.record?.number == 2)
    }

    @Test("a day that was named, and is a day off, says that nobody knows whether it moves")
    func dayOff() throws {
        var sample = DueSample()
        let armed = ArmedDeadline(due: DueSample.day("2027-03-20"), raises: "overdue.answer", confidence: .confirmed)
        sample.open("SG", [.variableSet("answerBy", "2027-03-20"), .deadlineArmed("asking", armed)])
        #expect(try memos(sample).first?.doubts == [.dayOff(DueSample.day("2027-03-20"))])
    }

    @Test("the day that ends all approvals of a rule is told as that, and not counted")
    func recognition() throws {
        var sample = DueSample(held: [DueSample.approval(granted: "2024-05-10")])
        sample.validity = [DueSample.rule(ending: "2028-01-31")]
        let memo = try #require(try memos(sample).first { $0.item.kind == .validity })
        #expect(memo.rule.figure == .through(DueSample.day("2028-01-31")) && memo.count == nil)
        #expect(memo.rule.source?.text == "a rule" && memo.doubts.contains(.computed))
    }

    @Test(
        "the end of an approval that nobody recorded is counted by the rule; the window of its renewal goes back from it"
    )
    func approvals() throws {
        var sample = DueSample()
        sample.validity = [DueSample.rule(renewal: DueSample.renewal())]
        sample.held = [DueSample.approval(granted: "2022-05-10")]
        let memos = try memos(sample)
        let validity = try #require(memos.first { $0.item.kind == .validity })
        #expect(validity.rule.figure == .years(5) && validity.count?.total == 1_826)
        #expect(validity.count?.count.day == DueSample.day("2027-05-09"))
        #expect(validity.doubts.contains(.computed))
        #expect(validity.anchor?.fact == .approval && validity.anchor?.record?.number == 1)
        let closes = try #require(memos.first { $0.item.kind == .renewalCloses })
        guard case .before(let period, let end) = closes.rule.figure else {
            Issue.record("\(closes.rule)")
            return
        }
        #expect(period.count == 6 && end.latest == DueSample.day("2027-05-09"))
        #expect(closes.doubts.contains(.countedBack) && closes.count == nil)
    }

    private func memos(_ sample: DueSample) throws -> [DateMemo] {
        let reckoner = try sample.reckoner()
        // The sample's history begins behind the opening.
        let history = [sample.opening()] + sample.history
        let builder = MemoBuilder(
            submission: reckoner.submission,
            moment: reckoner.moment,
            bound: Dictionary(uniqueKeysWithValues: reckoner.rules.bound.map { ($0.pins, $0.value) }),
            configured: reckoner.rules.configured,
            course: history,
            history: history
        )
        return reckoner.duties.compactMap(builder.memo)
    }
}
