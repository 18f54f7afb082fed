import Engine
import Regulation
import Statecharts
import Submissions

// Deadlines of states and targets of clocks.
extension MemoBuilder {
    func deadline(_ state: StateID, _ item: DatedDuty) -> DateMemo {
        let subject = subject(of: item)
        let index = last(of: item.name) { change in
            if case .deadlineArmed(state, _) = change { true } else { false }
        }
        guard let subject, let bound = bound(subject), let rule = bound.procedure.details[state]?.deadline, let index,
            let then = self.subject(subject.name, after: index)
        else { return untold(item) }
        let began = course[index]
        let basis = rule.basis(
            on: began.occurredOn,
            dates: { bound.date(then.variables[$0], in: $0, on: began.occurredOn) },
            periods: { bound.period($0, began.event.payload ?? .empty, then.variables, deviceClass(subject)) }
        )
        let isApplicants = bound.procedure.turn(of: state) == .applicant
        switch basis {
        case nil: return untold(item)
        case .named(let variable, let date):
            return named(
                item,
                anchor(.variable(variable), date, at: setting(variable, of: subject.name, through: index))
            )
        case .counted(let period, let start, let variable):
            let place = variable.map { setting($0, of: subject.name, through: index) } ?? index
            let fact = variable.map(DateMemo.Anchor.Fact.variable) ?? .event
            let calendar = calendar(of: period.law.counting, bound, forApplicant: isApplicants)
            return counted(item, by: period, from: anchor(fact, start, at: place), subject, calendar)
        }
    }

    /// The event that set the variable to what it is, at the latest the one at `end`.
    private func setting(_ variable: VariableName, of name: CaseName, through end: Int) -> Int? {
        last(of: name, through: end) { change in
            if case .variableSet(variable, _?) = change { true } else { false }
        }
    }

    func counted(
        _ item: DatedDuty,
        by period: Period,
        from anchor: DateMemo.Anchor,
        _ subject: Case,
        _ calendar: WorkingCalendar
    ) -> DateMemo {
        let end = period.end(after: anchor.date.latest, in: calendar)
        let cited = cited(subject).flatMap { rules in
            rules.boundRoute?.period(period.name)
                ?? rules.changes.last { $0.id == subject.variables["category"] }?.period
                ?? SafetyEvent(subject.variables)?.rule(in: rules)?.period
        }
        let isReplaced = cited.map { !$0.counts(as: period) } ?? true
        let law = law(period.law.counting, period.law.source.confidence, cited?.law, subject)
        var doubts: [DateMemo.Doubt] = []
        if period.confidence == .unconfirmed { doubts.append(.figure) }
        if isReplaced { doubts.append(.replaced) }
        if !law.isFound { doubts.append(.law) }
        if !end.bounds.isExact { doubts.append(.bounds(end.bounds)) }
        if end.day != item.date.latest { doubts.append(.recounted(end.day)) }
        doubts += self.doubts(of: end.count, end.bounds, calendar, isLawSure: law.source.confidence == .confirmed)
        return DateMemo(
            item: item.duty,
            date: item.date,
            rule: .init(figure: .period(period), source: cited?.source, isReplaced: isReplaced),
            anchor: anchor,
            count: .init(end.count, law, calendar),
            holdings: [],
            doubts: self.doubts(of: anchor) + doubts,
            movers: [.act] + movers(of: anchor) + movers(of: end.count, law, calendar) + [.rules]
        )
    }

    func target(_ name: ClockName, _ item: DatedDuty) -> DateMemo {
        guard let subject = subject(of: item), let bound = bound(subject), let clock = subject.clocks[name] else {
            return untold(item)
        }
        let rule = clock.rule
        let calendar = bound.calendar(of: rule.counting)
        let today = bound.rules.zone.civilDate(at: moment)
        let marks = marks(of: name, in: subject)
        guard let count = clock.ledger.count(on: today, calendar: calendar), let start = marks.first else {
            return untold(item)
        }
        let pinned = bound.rules.boundRoute?.clock(name)
        let cited = cited(subject)?.boundRoute?.clock(name)
        let isReplaced = cited.map { !$0.rule.counts(as: rule) } ?? true
        let law = law(rule.counting, pinned?.countingSource.confidence ?? .unconfirmed, cited?.law, subject)
        let anchor = self.anchor(.event, start.mark.on, at: start.index)
        var doubts = self.doubts(of: anchor)
        if rule.confidence == .unconfirmed { doubts.append(.figure) }
        if isReplaced { doubts.append(.replaced) }
        if !law.isFound { doubts.append(.law) }
        if !item.date.isExact { doubts.append(.bounds(item.date)) }
        doubts += self.doubts(of: count, item.date, calendar, isLawSure: true)
        let reading = clock.ledger.reading(on: today, calendar: calendar)
        let isOpen = reading.stoppedOn == nil
        let ends: [DateMemo.Mover] = isOpen ? [.decision] + (rule.counts == .agency ? [.stop] : []) : []
        return DateMemo(
            item: item.duty,
            date: item.date,
            rule: .init(
                figure: .clock(name, rule, starts: pinned?.starts),
                source: cited?.source,
                isReplaced: isReplaced
            ),
            anchor: anchor,
            count: .init(count, law, calendar),
            holdings: holdings(of: count, marks, calendar),
            doubts: doubts,
            movers: ends + movers(of: anchor) + movers(of: count, law, calendar) + (isOpen ? [.rules] : []),
            stop: reading.stoppedOn.map { .init(on: $0, verdict: reading.verdict) }
        )
    }

    // MARK: - Clocks

    private typealias MadeMark = (mark: ClockLedger.Mark, index: Int?)

    /// The marks of the clock since it started, each with the event that made it.
    private func marks(of name: ClockName, in subject: Case) -> [MadeMark] {
        guard let all = subject.clocks[name]?.marks else { return [] }
        var indices: [Int] = []
        for index in course.indices where course[index].event.subject == subject.name {
            for change in course[index].event.changes {
                switch change {
                case .clockStarted(name, _): indices = [index]
                case .clockHeld(name, _), .clockStopped(name): indices.append(index)
                default: break
                }
            }
        }
        guard indices.count == all.count else { return all.map { ($0, nil) } }
        return zip(all, indices).map { ($0, $1) }
    }

    private func holdings(of count: DayCount, _ marks: [MadeMark], _ calendar: WorkingCalendar) -> [DateMemo.Holding] {
        var turns: [(side: ClockSide, index: Int?)] = []
        for made in marks {
            switch made.mark.kind {
            case .started(let side), .held(let side):
                if turns.last?.side != side { turns.append((side, made.index)) }
            case .stopped: break
            }
        }
        let days = count.days(in: calendar)
        return zip(count.stretches, turns).map { stretch, turn in
            let record = turn.index.map { index in
                history.first { $0.number == course[cause(of: index)].number } ?? course[index]
            }
            return DateMemo.Holding(
                stretch: stretch,
                counted: days.count { $0.number != nil && stretch.after < $0.date && $0.date <= stretch.through },
                record: record,
                procedure: procedure(of: record)
            )
        }
    }

    func deviceClass(_ subject: Case) -> DeviceClass? { submission.opened.classes[subject.jurisdiction] }
}

extension Period {
    /// Whether it comes to the same days, wherever it is stated.
    fileprivate func counts(as other: Period) -> Bool {
        count == other.count && unit == other.unit && anchor == other.anchor && law.counting == other.law.counting
    }
}

extension ClockRule {
    fileprivate func counts(as other: ClockRule) -> Bool {
        unit == other.unit && limit == other.limit && counts == other.counts && anchor == other.anchor
            && counting == other.counting
    }
}

extension DateMemo.Count {
    init(_ count: DayCount, _ law: CountingLaw, _ calendar: WorkingCalendar) {
        self.init(days: count.days(in: calendar), count: count, law: law, calendar: calendar)
    }
}
