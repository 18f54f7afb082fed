package import Regulation
import Statecharts

/// What the last day of a deadline follows from.
package enum DeadlineBasis: Hashable, Sendable {
    /// A date that was handed in: the last day that it can mean.
    case named(VariableName, PartialDate)
    /// A period from the day in the variable; without one, from the day of the event that began the deadline.
    case counted(Period, from: PartialDate, VariableName?)
}

extension DeadlineRule {
    /// What the deadline follows from; nil where the case has nothing of it.
    ///
    /// - Parameters:
    ///   - date: The day of the event that begins the deadline.
    ///   - dates: The dates in the variables of the case once that event has happened.
    ///   - periods: The periods by which the case counts.
    /// - Returns: What the deadline follows from.
    package func basis(
        on date: PartialDate,
        dates: (VariableName) -> PartialDate?,
        periods: (String) -> Period?
    ) -> DeadlineBasis? {
        func named(_ variable: VariableName) -> DeadlineBasis? { dates(variable).map { .named(variable, $0) } }
        switch due {
        case .variable(let variable): return named(variable)
        case .period(let name): return periods(name).map { .counted($0, from: date, nil) }
        case .variableElse(let variable, let name):
            return named(variable) ?? periods(name).map { .counted($0, from: date, nil) }
        case .variablePlus(let variable, let name):
            guard let start = dates(variable) else { return nil }
            return periods(name).map { .counted($0, from: start, variable) }
        }
    }

    /// The period by which the deadline is counted, as the procedure names it.
    package var period: String? {
        switch due {
        case .variable: nil
        case .period(let name), .variableElse(_, let name), .variablePlus(_, let name): name
        }
    }
}

extension DeadlineBasis {
    var period: Period? { if case .counted(let period, _, _) = self { period } else { nil } }

    /// The deadline that follows, no surer than what it is counted by.
    func armed(_ rule: DeadlineRule, in calendar: WorkingCalendar) -> ArmedDeadline {
        switch self {
        case .named(_, let date):
            return ArmedDeadline(due: date.latest, from: date.earliest, raises: rule.raises, confidence: .confirmed)
        case .counted(let period, let start, _):
            let end = period.end(after: start.latest, in: calendar)
            let isSure = period.confidence == .confirmed && end.isSure
            return ArmedDeadline(
                due: end.day,
                from: start.isExact ? nil : start.moved { period.end(after: $0, in: calendar).day }.earliest,
                raises: rule.raises,
                counted: .init(period: rule.period ?? period.name, from: start),
                confidence: isSure ? .confirmed : .unconfirmed
            )
        }
    }
}

extension BoundCase {
    /// The date in a variable; where it tells of what has happened, it lies no later than the act that asks.
    package func date(_ text: String?, in variable: VariableName, on date: PartialDate) -> PartialDate? {
        guard let stated = text.flatMap({ PartialDate($0) }) else { return nil }
        guard !stated.isExact, procedure.tellsOfThePast(variable) else { return stated }
        return stated.cut(through: date.latest) ?? stated
    }
}

extension BoundCase {
    /// A period of the route; `noticeAfter` is the one of the category of change that was named, and `report`, where the kind
    /// of event is known, the one of the rule under which it falls.
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
        if name == "report", let event = SafetyEvent(variables) { return event.rule(in: rules)?.period }
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
