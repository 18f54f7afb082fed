import Regulation
import Testing

func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

func partial(_ text: String) throws -> PartialDate { try #require(PartialDate(text)) }

func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }

extension WorkingCalendar {
    /// Saturday and Sunday, with holidays such as Singapore has in 2026; 2025 is unconfirmed, all else absent.
    static func sample() throws -> WorkingCalendar {
        let holidays = [
            "2026-01-01": "New Year's Day", "2026-02-17": "Chinese New Year", "2026-02-18": "Chinese New Year",
            "2026-03-21": "Hari Raya Puasa", "2026-04-03": "Good Friday", "2026-05-01": "Labour Day",
            "2026-05-27": "Hari Raya Haji", "2026-05-31": "Vesak Day", "2026-06-01": "Vesak Day (observed)",
            "2026-08-09": "National Day", "2026-08-10": "National Day (observed)", "2026-11-08": "Deepavali",
            "2026-11-09": "Deepavali (observed)", "2026-12-25": "Christmas Day",
        ]
        var dates: [CivilDate: String] = [:]
        for (text, name) in holidays { dates[try day(text)] = name }
        return WorkingCalendar(
            id: "sample",
            weekend: [6, 7],
            holidays: dates,
            years: [2025: .unconfirmed, 2026: .confirmed]
        )
    }
}

extension ClockRule {
    static func limit(_ limit: Int?, _ unit: ClockUnit, counting counts: Counted) -> ClockRule {
        ClockRule(unit: unit, limit: limit, counts: counts, confidence: .confirmed)
    }
}

extension ClockLedger {
    mutating func start(_ date: String, by side: ClockSide = .agency) throws {
        add(Mark(kind: .started(by: side), on: try partial(date)))
    }

    mutating func hold(_ date: String, by side: ClockSide) throws {
        add(Mark(kind: .held(by: side), on: try partial(date)))
    }

    mutating func stop(_ date: String) throws {
        add(Mark(kind: .stopped, on: try partial(date)))
    }
}

extension AmountBounds {
    static func whole(_ amount: Int) -> AmountBounds { AmountBounds(exactly: Amount(whole: amount)) }

    static func whole(_ bounds: ClosedRange<Int>) -> AmountBounds {
        AmountBounds(lower: Amount(whole: bounds.lowerBound), upper: Amount(whole: bounds.upperBound))
    }
}
