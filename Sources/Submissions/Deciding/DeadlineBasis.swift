package import Regulation
package import Statecharts

/// What the last day of a deadline follows from.
package enum DeadlineBasis: Hashable, Sendable {
    /// A date that was handed in: the last day that it can mean.
    case named(VariableName, PartialDate)
    /// A period from the day in the variable; without one, from the day of the event that began the deadline.
    case counted(Period, from: PartialDate, VariableName?)
}

extension DeadlineRule {
    /// What the deadline follows from in a case that has these variables; nil where it has none.
    ///
    /// - Parameters:
    ///   - variables: Those of the case once the event has happened that begins the deadline.
    ///   - date: The day of that event.
    ///   - period: The period of that name by which the case counts.
    /// - Returns: What the deadline follows from.
    package func basis(
        _ variables: [VariableName: String],
        on date: PartialDate,
        _ period: (String) -> Period?
    ) -> DeadlineBasis? {
        func named(_ variable: VariableName) -> DeadlineBasis? {
            variables[variable].flatMap { PartialDate($0) }.map { .named(variable, $0) }
        }
        switch due {
        case .variable(let variable): return named(variable)
        case .period(let name): return period(name).map { .counted($0, from: date, nil) }
        case .variableElse(let variable, let name):
            return named(variable) ?? period(name).map { .counted($0, from: date, nil) }
        case .variablePlus(let variable, let name):
            guard let start = variables[variable].flatMap({ PartialDate($0) }) else { return nil }
            return period(name).map { .counted($0, from: start, variable) }
        }
    }
}

extension DeadlineBasis {
    /// The deadline that follows, no surer than what it is counted by.
    package func armed(raising event: EventName, in bound: BoundCase) -> ArmedDeadline {
        switch self {
        case .named(_, let date): return ArmedDeadline(due: date.latest, raises: event, confidence: .confirmed)
        case .counted(let period, let start, _):
            let end = period.end(after: start.latest, in: bound.calendar(of: period.law.counting))
            let isSure = period.confidence == .confirmed && end.isSure
            return ArmedDeadline(due: end.day, raises: event, confidence: isSure ? .confirmed : .unconfirmed)
        }
    }
}

extension BoundCase {
    /// A period of the route; `noticeAfter` is the one of the category of change that was named.
    ///
    /// - Parameters:
    ///   - name: The name of the period.
    ///   - payload: What was handed in with the event.
    ///   - variables: Those of the case.
    ///   - deviceClass: That of the product here.
    /// - Returns: The period; nil where the rules state none.
    package func period(
        _ name: String,
        _ payload: Payload,
        _ variables: [VariableName: String],
        _ deviceClass: DeviceClass?
    ) -> Period? {
        if let period = rules.boundRoute?.period(name) { return period }
        return name == "noticeAfter" ? changeCategory(payload, variables, deviceClass)?.period : nil
    }

    /// The category of change that was named, as the rules know it.
    func changeCategory(
        _ payload: Payload,
        _ variables: [VariableName: String],
        _ deviceClass: DeviceClass?
    ) -> ChangeCategory? {
        let id = payload.code("category") ?? payload.choice("category") ?? variables["category"]
        return rules.changes.last { category in
            category.id == id
                && (category.classes.isEmpty || deviceClass.map { category.classes.contains($0) } ?? false)
        }
    }
}
