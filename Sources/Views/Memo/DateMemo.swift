package import Engine
package import Regulation
import Statecharts
package import Submissions

/// Why a day is the day it is: what somebody needs who must defend it.
///
/// Nothing is reckoned here: the days are those that led whoever reckoned the day to it.
package struct DateMemo: Hashable, Sendable {
    package let item: Duty
    package let date: DateBounds
    package let rule: Rule
    /// From what it was counted, or where it was named; nil where the log does not tell.
    package let anchor: Anchor?
    /// Nil where somebody named the day: then nothing is counted.
    package let count: Count?
    /// How the case went from hand to hand while the clock ran; empty for a date that is no clock's.
    package let holdings: [Holding]
    package var doubts: [Doubt]
    package let movers: [Mover]
    /// Set for a clock that has stopped: then its target is no longer due, but can be asked about.
    package var stop: Stop?
}

extension DateMemo {
    /// What says that there is such a day.
    package struct Rule: Hashable, Sendable {
        package enum Figure: Hashable, Sendable {
            /// A person or a letter named the day.
            case named
            case period(Period)
            /// So long before the end of an approval.
            case before(Period, DateBounds)
            case clock(ClockName, ClockRule, starts: RouteClock.Start?)
            case years(Int)
            /// One day that ends every approval of the rule.
            case through(CivilDate)
            /// Each year, by that day; on the day of the approval where none is named.
            case yearly(by: YearDay?)
        }

        package let figure: Figure
        /// As it is cited in the configuration; nil where somebody named the day.
        package let source: Source?
        /// Whether the figure configured now is another than the one by which the case counts: the source is that one's.
        package let isReplaced: Bool
    }

    /// The fact from which the day follows.
    package struct Anchor: Hashable, Sendable {
        package enum Fact: Hashable, Sendable {
            /// The day of the event itself.
            case event
            /// A date that was handed in with it.
            case variable(VariableName)
            case question, obligation
            case approval, validity
        }

        package let fact: Fact
        package let date: PartialDate
        /// The event that tells it, as it was recorded.
        package let record: EventRecord?
        package let procedure: ProcedureID?
        /// What corrected that event since, in order.
        package let corrections: [EventRecord]
    }

    /// The count itself, and the law and the calendar by which it went.
    package struct Count: Hashable, Sendable {
        package let days: [CountedDay]
        package let count: DayCount
        package let law: CountingLaw
        package let calendar: WorkingCalendar?

        /// How many days count.
        package var total: Int { days.lazy.compactMap(\.number).last ?? 0 }
    }

    /// A stretch of time during which one side had the case.
    package struct Holding: Hashable, Sendable {
        package let stretch: DayCount.Stretch
        /// Days of it that count.
        package let counted: Int
        /// The event with which it began.
        package let record: EventRecord?
        package let procedure: ProcedureID?
    }

    /// The end of a clock.
    package struct Stop: Hashable, Sendable {
        package let on: DateBounds
        package let verdict: Verdict?
    }

    /// What nobody is sure of.
    package enum Doubt: Hashable, Sendable {
        case figure, law
        /// Holidays of these years are not confirmed, or not in the calendar at all.
        case years([Int]), absentYears([Int])
        case days([CivilDate])
        /// The date from which it is counted is known only in part.
        case partial(PartialDate)
        /// One of these days, by what is known.
        case bounds(DateBounds)
        case computed
        /// Somebody named a day that is a day off there: no rule says whether it moves.
        case dayOff(CivilDate)
        /// Nothing says how a time before an end counts back.
        case countedBack
        /// The figure configured now is another.
        case replaced
        /// Counted with what is known today the day would be this one; the one that was set stands.
        case recounted(CivilDate)
        /// No first day of the rule is known, and its source speaks of a later time than that for which it is taken.
        case firstDay(PartialDate?, on: CivilDate)
        case untold
    }

    /// What would make it another day, or end it.
    package enum Mover: Hashable, Sendable {
        case answer, act, decision, renewal, payment, closing
        /// The clock stands still while the applicant has the case.
        case stop
        /// The authority, or whoever named the day, names another.
        case renaming
        case correction(Int)
        /// A holiday made known in that calendar, through the day.
        case holiday(String, through: CivilDate)
        case coverage(String, lastYear: Int)
        case rules
    }
}

extension Duty {
    /// By what it is named among the dates of its case: the state, the clock, the first question, the obligation, or its kind.
    package var duty: String {
        switch subject {
        case .state(let state, _): state.rawValue
        case .clock(let clock): clock.rawValue
        case .questions(_, let first): first.rawValue
        case .obligation(let id, _): id.rawValue
        case .approval: kind.rawValue
        case .fee(let fee, _, _), .stepFee(let fee, _, _): fee.rawValue
        case .flag, .letter, .target: kind.rawValue
        }
    }

    /// The same within its submission: `SG/review`; for an approval granted elsewhere with its country.
    package var fullDuty: String { "\(name?.rawValue ?? jurisdiction.rawValue)/\(duty)" }
}
