package import Regulation

extension DateCheck {
    /// Of each date known only in part the days that lie where its field says, and in the order of the fields.
    ///
    /// With `isStrict` a date of which no day does is refused; else it stays as it is.
    func narrowed(
        _ values: [FieldName: FieldValue],
        on day: PartialDate,
        refusing isStrict: Bool
    ) throws(Refusal) -> [FieldName: FieldValue] {
        var narrowed = values
        for field in rule.fields {
            switch values[field.name] {
            case .date(let date)? where !date.isExact:
                narrowed[field.name] = .date(field.dates.reckoned(date, on: day) ?? date)
            case .conditions(let conditions)?:
                narrowed[field.name] = .conditions(
                    conditions.map { condition in
                        let due = condition.due.map { DateRule.ofConditions.reckoned($0, on: day) ?? $0 }
                        return Condition(text: condition.text, due: due)
                    }
                )
            default: break
            }
        }
        // A bound that moves may move another: as often as there are fields is enough.
        for _ in rule.fields {
            for field in rule.fields {
                for name in field.dates.notAfter {
                    guard case .date(let first)? = narrowed[field.name], case .date(let last)? = narrowed[name] else {
                        continue
                    }
                    narrowed[field.name] = .date(first.cut(through: last.latest) ?? first)
                    narrowed[name] = .date(last.cut(from: first.earliest) ?? last)
                }
            }
        }
        if isStrict { try check(narrowed, on: day) }
        return narrowed
    }
}

extension DateRule {
    /// The days of the date that lie where this says, as seen from the day of the act; nil where none does.
    package func reckoned(_ date: PartialDate, on day: PartialDate) -> PartialDate? {
        switch side {
        case .past: date.cut(through: day.latest)
        case .future: date.cut(from: day.earliest)
        case .after: date.cut(from: day.earliest.adding(days: 1))
        case .either: date
        }
    }
}
