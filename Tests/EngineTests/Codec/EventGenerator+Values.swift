import Regulation
import Statecharts
import Submissions

@testable import Engine
@testable import Views

extension EventGenerator {
    /// Texts that break careless writers: quotes, control characters, two normal forms, planes above the first.
    mutating func text() -> String {
        pick([
            "", "a", "SG", "colon-cade", "DE-0042/1", "say \"no\"\\", "\u{0}\u{7}\u{1F}\u{7F}", "\u{E9}", "e\u{301}",
            "照会事項", "\u{1F9EA}", "\u{FFFD}\u{E000}", "\u{2028}", "null", "12", String(next()),
        ])
    }

    mutating func id<Subject>() -> Identifier<Subject> { Identifier(text()) }

    mutating func state() -> StateID { StateID(rawValue: text()) }

    mutating func message() -> EventName { EventName(rawValue: text()) }

    mutating func integer() -> Int { pick([0, -1, 1 << 53, (1 << 53) + 1, .min, .max, number(-999...999)]) }

    mutating func civilDate() -> CivilDate {
        pick([.earliest, .latest, CivilDate(dayNumber: number(-25_567...2_932_896))])
    }

    mutating func partialDate() -> PartialDate {
        switch number(0...6) {
        case 0: .day(civilDate())
        case 1: .month(year: number(1900...9999), month: number(1...12))
        case 2: .year(number(1900...9999))
        case 3: .notAfter(civilDate())
        case 4: .notBefore(civilDate())
        case 5: .unknown
        default: PartialDate(DateBounds(earliest: civilDate(), latest: civilDate()))
        }
    }

    mutating func instant() -> Instant {
        Instant(millisecondsSinceEpoch: pick([.min, .max, 0, Int64(number(-2_000_000_000_000...200_000_000_000_000))]))
    }

    mutating func money() -> Money? {
        Money(currency: pick(["JPY", "SGD", "KWD"]), minorUnits: Int64(integer()))
    }

    mutating func clockRule() -> ClockRule {
        ClockRule(
            unit: word(),
            limit: maybe { $0.pick([0, 100_000, $0.number(1...400)]) },
            counts: word(),
            confidence: word(),
            anchor: word(),
            counting: counting()
        )
    }

    mutating func counting() -> Counting {
        Counting(
            firstDay: word(),
            months: word(),
            noSuchDay: word(),
            onDayOff: word(),
            daysOff: maybe { $0.pick([[7], [6, 7], [1, 5]]) },
            calendar: maybe { $0.pick(["AU-NSW", "MY-KUL"]) }
        )
    }

    mutating func heading() -> HeadingCode {
        let texts = ["CH1", "CH6A", "CH3.05.05", "CH2.10", "CH1.100.01"].compactMap { HeadingCode($0) }
        return pick(texts)
    }

    mutating func capacity() -> Actor.Capacity {
        pick([.applicant, .dependency, .deadline, .role("officer", at: "HSA"), .role("\u{E9}", at: "当局")])
    }

    mutating func actor() -> Actor { Actor(person: id(), capacity: capacity(), isAuthenticated: flag()) }

    mutating func filing() -> Filing {
        Filing(number: number(1...9), kind: word(), revision: id(), filedOn: partialDate())
    }

    mutating func entry() -> DossierEntry {
        DossierEntry(heading: heading(), jurisdiction: maybe { $0.id() }, language: maybe { $0.text() })
    }

    mutating func target() -> SubmissionOpened.Target {
        SubmissionOpened.Target(
            jurisdiction: id(),
            route: id(),
            participation: maybe { $0.word() },
            claims: some { $0.id() }
        )
    }

    mutating func condition() -> Condition { Condition(text: id(), due: maybe { $0.partialDate() }) }

    mutating func payload() -> Payload {
        let kinds = flag() ? Field.Kind.allCases : some { $0.word() }
        let fields = kinds.map { (FieldName("\($0.rawValue) \(text())"), fieldValue($0)) }
        return Payload(
            fields: Dictionary(fields) { first, _ in first },
            documents: some { make in
                DocumentReference(digest: make.id(), name: make.id(), mediaType: make.text(), size: make.integer())
            }
        )
    }

    mutating func fieldValue(_ kind: Field.Kind) -> FieldValue {
        switch kind {
        case .text: .text(id())
        case .code: .code(text())
        case .date: .date(partialDate())
        case .integer: .integer(integer())
        case .flag: .flag(flag())
        case .claims: .claims(some { $0.id() })
        case .jurisdictions: .jurisdictions(some { $0.id() })
        case .questions: .questions(some { $0.questionDraft() })
        case .answers: .answers(some { AnswerDraft(question: $0.id(), text: $0.id()) })
        case .conditions: .conditions(some { $0.condition() })
        case .choice: .choice(text())
        case .money: money().map { .money($0) } ?? .code("no money")
        }
    }

    private mutating func questionDraft() -> QuestionDraft {
        QuestionDraft(
            text: id(),
            heading: maybe { $0.heading() },
            scope: maybe { $0.id() },
            standsFor: some { $0.id() },
            priority: maybe { $0.word() },
            owner: maybe { $0.id() },
            follows: maybe { $0.id() }
        )
    }
}
