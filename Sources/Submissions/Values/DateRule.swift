package import Regulation

/// Where the date in a field lies, seen from the day of the act that hands it in.
///
/// A date known only to the month or year is refused only where none of its days would do.
package struct DateRule: Hashable, Sendable {
    package enum Side: String, Hashable, Sendable, CaseIterable {
        /// That day or one before it: what has happened.
        case past
        /// That day or one after it: what is to happen.
        case future
        /// After that day: an end on the day of its beginning is none.
        case after
        case either
    }

    /// How far away a date may lie.
    package struct Reach: Hashable, Sendable {
        package enum Unit: String, Hashable, Sendable, CaseIterable {
            case days, months, years
        }

        package let count: Int
        package let unit: Unit

        package init(_ count: Int, _ unit: Unit) {
            self.count = count
            self.unit = unit
        }
    }

    package let side: Side
    package let within: Reach
    /// Fields of the same act whose dates it does not pass.
    package let notAfter: [FieldName]
    /// The row of dates that it continues; `nil` where it stands alone.
    package let follows: Following?

    package init(
        _ side: Side,
        within reach: Reach = Self.farthest,
        notAfter fields: [FieldName] = [],
        follows: Following? = nil
    ) {
        self.side = side
        within = reach
        notAfter = fields
        self.follows = follows
    }

    /// Where nothing is said: further away than a century lies only what was mistyped.
    package static let farthest = Reach(100, .years)
    package static let unstated = DateRule(.either)
    /// How long ago at most a dossier was filed, a track opened or a manifest amended.
    static let longestCourse = Reach(50, .years)
    /// Of what a condition asks for.
    static let ofConditions = DateRule(.future)
}

/// Why a date cannot stand in its field, and what was probably meant.
package struct DateMisfit: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// It tells of what has not happened yet.
        case ahead
        /// What it sets would have passed before it began; with `orSame`, on that day too.
        case behind(orSame: Bool)
        /// Further away than is ever meant.
        case far(DateRule.Reach)
        /// It comes after the date of the other field.
        case outOfOrder(FieldName, PartialDate)
        /// It does not come after the last date of its row, or else after the grant of the approval.
        case notNext(after: PartialDate, isGrant: Bool)
        /// It comes so long after the last date of its row that others must lie between.
        case skipping(DateRule.Reach, after: PartialDate)
    }

    package let kind: Kind
    package let date: PartialDate
    /// The day from which it is seen: of the act, or today where that comes first.
    package let from: PartialDate
    package let meant: DateGuess?

    package init(kind: Kind, date: PartialDate, from: PartialDate, meant: DateGuess? = nil) {
        self.kind = kind
        self.date = date
        self.from = from
        self.meant = meant
    }
}

extension DateRule {
    /// What is wrong with the date in an act of `day`; nil where nothing is.
    func misfit(of date: PartialDate, on day: PartialDate, today: CivilDate) -> DateMisfit? {
        guard let kind = kind(of: date, on: day, today) else { return nil }
        let from = kind == .ahead && today < day.latest ? .day(today) : day
        let meant = DateGuess(for: date) { self.kind(of: $0, on: day, today) == nil }
        return DateMisfit(kind: kind, date: date, from: from, meant: meant)
    }

    private func kind(of date: PartialDate, on day: PartialDate, _ today: CivilDate) -> DateMisfit.Kind? {
        // Said first, since a date centuries away is no matter of before and after.
        if date.earliest > within.end(from: day.latest, forward: true)
            || date.latest < within.end(from: day.earliest, forward: false)
        {
            return .far(within)
        }
        switch side {
        case .past: return date.earliest > min(day.latest, today) ? .ahead : nil
        case .future: return date.latest < day.earliest ? .behind(orSame: false) : nil
        case .after: return date.latest <= day.earliest ? .behind(orSame: true) : nil
        case .either: return nil
        }
    }
}

extension DateRule.Reach {
    func end(from date: CivilDate, forward: Bool) -> CivilDate {
        let count = forward ? count : -count
        return switch unit {
        case .days: date.adding(days: count)
        case .months: date.adding(months: count)
        case .years: date.adding(months: 12 * count)
        }
    }

    /// Whether every day of the date lies further back.
    package func isExceeded(by date: PartialDate, before day: CivilDate) -> Bool {
        date.latest < end(from: day, forward: false)
    }
}

/// Whether the dates of a payload lie where the fields of its action say.
struct DateCheck {
    let rule: ActionRule
    let today: CivilDate
    /// The last dates of the rows that the action continues.
    var foregoing: [Obligation.Kind: Foregoing] = [:]

    /// - Parameters:
    ///   - values: everything that the act hands in, as corrected.
    ///   - names: the fields to be judged; all where nil.
    ///   - day: the day of the act.
    /// - Throws: ``Refusal/misplacedDate(_:_:)`` for the first that does not.
    func check(
        _ values: [FieldName: FieldValue],
        only names: Set<FieldName>? = nil,
        on day: PartialDate
    ) throws(Refusal) {
        for field in rule.fields {
            guard let value = values[field.name] else { continue }
            let isAsked = names?.contains(field.name) ?? true
            switch value {
            case .date(let date):
                if isAsked, let misfit = field.dates.misfit(of: date, on: day, today: today) {
                    throw .misplacedDate(field.name, misfit)
                }
                if isAsked { try checkRow(of: field, date, on: day) }
                try checkOrder(of: field, date, in: values, names, day)
            case .conditions(let conditions) where isAsked:
                for date in conditions.compactMap(\.due) {
                    if let misfit = DateRule.ofConditions.misfit(of: date, on: day, today: today) {
                        throw .misplacedDate(field.name, misfit)
                    }
                }
            default: break
            }
        }
    }

    /// Refuses only where no day that the one date can mean comes before one that the other can.
    private func checkOrder(
        of field: Field,
        _ date: PartialDate,
        in values: [FieldName: FieldValue],
        _ names: Set<FieldName>?,
        _ day: PartialDate
    ) throws(Refusal) {
        for name in field.dates.notAfter {
            guard names.map({ $0.contains(field.name) || $0.contains(name) }) ?? true,
                case .date(let other)? = values[name], date.earliest > other.latest
            else { continue }
            throw .misplacedDate(
                field.name,
                DateMisfit(kind: .outOfOrder(name, other), date: date, from: day, meant: nil)
            )
        }
    }
}
