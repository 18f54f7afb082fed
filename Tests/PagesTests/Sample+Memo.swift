import Regulation
import Submissions

@testable import Engine
@testable import Views

extension Sample {
    /// A count that a day off moves, with everything that a memo can show.
    var memos: MemoReport { memoReport([memo], []) }

    /// No date, and why.
    var noMemos: MemoReport { memoReport([], [.init(name: "SG", reason: .noDay)]) }

    private func memoReport(_ memos: [DateMemo], _ silences: [MemoReport.Silence]) -> MemoReport {
        MemoReport(
            submission: name,
            name: nil,
            asOf: instant,
            zone: Self.tokyo,
            isSimulated: true,
            memos: memos,
            silences: silences,
            countries: ["SG": ["en": "Singapore"]]
        )
    }

    private var memo: DateMemo {
        let (first, last) = (Self.day("2026-09-14"), Self.day("2026-09-19"))
        let count = DayCount(
            unit: .calendarDays,
            counting: Counting(onDayOff: .nextWorkingDay),
            stretches: [
                .init(after: first, through: Self.day("2026-09-16"), side: .agency),
                .init(after: Self.day("2026-09-16"), through: last, side: .applicant, counts: false),
            ],
            day: Self.day("2026-09-21")
        )
        let source = Source(
            text: text,
            url: "https://example.com/<law>",
            asOf: Self.date("2026-09"),
            confidence: .unconfirmed
        )
        let record = history.first?.record
        return DateMemo(
            item: Duty(
                kind: .target,
                subject: .clock("review"),
                date: DateBounds(exactly: Self.day("2026-09-21")),
                submission: name,
                name: "SG",
                jurisdiction: "SG",
                product: "product",
                turn: .applicant,
                turnBody: nil,
                isOverdue: true,
                confidence: .unconfirmed,
                isComputed: false,
                texts: [],
                text: nil
            ),
            date: DateBounds(exactly: Self.day("2026-09-21")),
            rule: .init(figure: .years(5), source: source, isReplaced: true),
            anchor: .init(fact: .event, date: Self.date("2026-09-14"), record: record, procedure: nil, corrections: []),
            count: .init(count, CountingLaw(count.counting, source: source), Self.calendar),
            holdings: count.stretches.map { .init(stretch: $0, counted: 2, record: record, procedure: nil) },
            doubts: [.figure, .years([2027])],
            movers: [.act, .correction(3)]
        )
    }
}
