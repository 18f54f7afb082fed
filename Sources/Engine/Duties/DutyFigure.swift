package import Regulation
import Statecharts
package import Submissions

/// The figure from which a duty's day or amount follows, as it is configured now with its source.
package struct DutyFigure {
    package let rule: any DatedRule
    /// When the route of the case is in force; always, for what belongs to no route.
    let route: Window
    /// The day for which it was looked up: the opening of the case, or the grant of the approval.
    package let date: CivilDate

    /// Whether nobody knows that it held on that day.
    package var isFirstDayUnknown: Bool { rule.isFirstDayUnknown(on: date, within: route) }
}

extension Submission {
    /// The figure behind a duty; nil where somebody named the day, or where the rules state none any more.
    ///
    /// - Parameters:
    ///   - duty: A duty of this submission.
    ///   - bound: What its case is bound to.
    ///   - configured: The rules of its country as configured now.
    /// - Returns: The figure with the day for which it was looked up.
    package func figure(behind duty: Duty, _ bound: BoundCase?, in configured: Jurisdiction) -> DutyFigure? {
        if case .approval(let id, _) = duty.subject { return term(of: id, duty, in: configured) }
        guard let subject = duty.name.flatMap({ self[$0] }) else { return nil }
        let date = subject.openedOn.latest
        guard let route = configured.route(subject.route, on: date) else { return nil }
        let rule: (any DatedRule)?
        switch duty.subject {
        case .clock(let name): rule = route.clocks.last { $0.name == name && $0.window.contains(date) }
        case .stepFee(let fee, _, _): rule = route.fees.last { $0.id == fee && $0.window.contains(date) }
        case .state(let state, _):
            guard let deadline = bound?.procedure.details[state]?.deadline, let name = deadline.period,
                !subject.names(deadline, in: state)
            else { return nil }
            rule = period(name, of: subject, on: date, route, configured)
        case .questions, .obligation, .approval, .fee, .flag, .letter, .target: rule = nil
        }
        return rule.map { DutyFigure(rule: $0, route: route.window, date: date) }
    }

    private func term(of id: Approval.ID, _ duty: Duty, in configured: Jurisdiction) -> DutyFigure? {
        guard duty.isComputed || duty.kind == .renewalOpens || duty.kind == .renewalCloses,
            let approval = approvals.first(where: { $0.id == id })
        else { return nil }
        let date = approval.grantedOn.latest
        let rule = configured.validity(on: date, for: opened.classes[approval.jurisdiction], by: route(of: id))
        // A yearly fee is owed by what holds in its own year.
        if duty.kind == .retention, let fee = rule?.yearly, let day = duty.date?.earliest {
            return DutyFigure(rule: fee, route: .always, date: day)
        }
        return rule.map { DutyFigure(rule: $0, route: .always, date: date) }
    }

    private func period(
        _ name: String,
        of subject: Case,
        on date: CivilDate,
        _ route: RouteRule,
        _ configured: Jurisdiction
    ) -> (any DatedRule)? {
        if name == "report", let event = SafetyEvent(subject.variables) { return event.rule(in: configured) }
        if let period = route.periods.last(where: { $0.name == name && $0.window.contains(date) }) { return period }
        guard name == "noticeAfter" else { return nil }
        return configured.changes.last { $0.id == subject.variables["category"] && $0.window.contains(date) }
    }
}

extension Case {
    /// Whether somebody named the last day of the state, so that no period counts.
    fileprivate func names(_ deadline: DeadlineRule, in state: StateID) -> Bool {
        if let armed = deadlines[state] { return armed.counted == nil }
        if case .variableElse(let variable, _) = deadline.due { return variables[variable] != nil }
        return false
    }
}

extension Tasuki {
    /// The duties, each with whether the first day of the rule behind it is unknown.
    package func marking(
        _ duties: [Duty],
        of submission: Submission,
        _ bound: (Case) -> BoundCase?
    ) throws -> [Duty] {
        try duties.map { duty in
            let rules = duty.name.flatMap { submission[$0] }.flatMap(bound)
            var duty = duty
            duty.isFirstDayUnknown = try isFirstDayUnknown(duty, of: submission, rules)
            return duty
        }
    }

    /// Whether nobody knows that the rule behind the duty held on the day for which it is taken.
    func isFirstDayUnknown(_ duty: Duty, of submission: Submission, _ bound: BoundCase?) throws -> Bool {
        guard let configured = try world.definitions.jurisdiction(duty.jurisdiction) else { return false }
        return submission.figure(behind: duty, bound, in: configured)?.isFirstDayUnknown ?? false
    }
}
