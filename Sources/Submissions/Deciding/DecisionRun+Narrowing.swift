import Regulation
import Statecharts

// What a date known only in part can mean, by the order of the steps among which it stands.
//
// Only what was stated is kept as it was stated; everything is reckoned from what can be of it.
extension DecisionRun {
    /// The date that the actor names, or today at that place; never in the future there.
    func date(in zone: Zone) throws(Refusal) -> PartialDate {
        let today = zone.civilDate(at: context.now)
        guard let stated = context.occurredOn else { return .day(today) }
        guard let date = told(stated, in: zone) else { throw .futureDate(stated, today: today) }
        return date
    }

    /// The date of what begins a course, which lies no further back than any did.
    func firstDate(in zone: Zone) throws(Refusal) -> PartialDate {
        let date = try date(in: zone)
        if retaking == nil { try checkReach(of: date, zone.civilDate(at: context.now)) }
        return date
    }

    func checkReach(of date: PartialDate, _ today: CivilDate) throws(Refusal) {
        let reach = DateRule.longestCourse
        if reach.isExceeded(by: date, before: today) { throw .longAgo(date, today: today, reach) }
    }

    /// When what is done now was told: taken again, when its day was put right last.
    var toldAt: Instant { retaking?.toldAt ?? context.now }

    /// The days of the date that had come when it was told; nil where none had.
    private func told(_ stated: PartialDate, in zone: Zone) -> PartialDate? {
        guard let retaking else { return stated.cut(through: zone.civilDate(at: context.now)) }
        // Whether a corrected day has come was asked when it was corrected.
        return stated.cut(through: zone.civilDate(at: retaking.toldAt)) ?? stated
    }

    /// The days on which the act can have been done: between the step before it and the day on which it was told.
    ///
    /// - Throws: Where there is none.
    func day(of action: ActionName, stated: PartialDate, in subject: Case) throws(Refusal) -> PartialDate {
        let bound = try bound(subject)
        let zone = bound.rules.zone
        guard let date = told(stated, in: zone) else {
            throw .futureDate(stated, today: zone.civilDate(at: context.now))
        }
        guard var day = date.cut(from: subject.openedOn.earliest) else {
            throw .beforeOpening(stated, opened: subject.openedOn)
        }
        // No step can cut a single day that does not lie before the last one.
        if day.isExact, day.earliest >= subject.since.earliest { return day }
        let chart = bound.procedure.chart
        let event = EventName(rawValue: action.rawValue)
        let ways = chart.transitions(in: subject.configuration).filter { $0.event?.matches(event) ?? false }
        guard !ways.isEmpty else { return day }
        // Where regions run beside each other, the last step may be another region's; what time did is no step. What may be
        // done in several states and leads out of none, such as paying a fee, may have been done in an earlier one.
        let atoms = chart.atomicStates(of: subject.configuration)
        if subject.isSinceOfAct, atoms.count == 1,
            ways.allSatisfy({ !$0.targets.isEmpty || $0.source == atoms[0] })
        {
            guard let after = day.cut(from: subject.since.earliest) else {
                throw .beforeStep(stated, since: subject.since)
            }
            day = after
        }
        guard !day.isExact else { return day }
        // A date that is refused by what the act needs is refused by that.
        if ways.allSatisfy({ bound.procedure.guards[$0.tag]?.requires(.approvalInForce) ?? false }),
            let approval = submission.concernedApproval(of: subject.name)
        {
            day = day.cut(from: approval.grantedOn.earliest) ?? day
        }
        return day
    }

    /// The payload with those days of its dates that are possible by where their fields lie.
    func narrowed(
        _ payload: Payload,
        of action: ActionName,
        on day: PartialDate,
        in procedure: Procedure
    ) throws(Refusal) -> Payload {
        guard payload.hasDatesInPart, let rule = procedure.action(action) else { return payload }
        var narrowed = payload
        narrowed.fields = try DateCheck(rule: rule, today: day.latest)
            .narrowed(payload.fields, on: day, refusing: retaking == nil)
        return narrowed
    }
}

extension Retaking {
    /// When the day of the step was told.
    fileprivate var toldAt: Instant { step.knownAt ?? now }
}

extension Guard {
    /// Whether nothing passes it without `part`.
    fileprivate func requires(_ part: Guard) -> Bool {
        switch self {
        case part: true
        case .all(let parts): parts.contains { $0.requires(part) }
        case .any(let parts): !parts.isEmpty && parts.allSatisfy { $0.requires(part) }
        default: false
        }
    }
}

extension Payload {
    /// Whether a date of it is known only in part.
    fileprivate var hasDatesInPart: Bool {
        fields.values.contains { value in
            switch value {
            case .date(let date): !date.isExact
            case .conditions(let conditions): conditions.contains { $0.due?.isExact == false }
            default: false
            }
        }
    }
}
