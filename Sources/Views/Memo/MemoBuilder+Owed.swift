import Engine
import Regulation
import Submissions

// Answers, obligations, and the dates of approvals.
extension MemoBuilder {
    func question(_ id: QuestionID, _ item: DatedDuty) -> DateMemo {
        guard let due = submission.questions.first(where: { $0.id == id })?.due else { return untold(item) }
        let index = last(of: nil) { change in
            if case .questionsAdded(let added) = change { added.contains { $0.id == id } } else { false }
        }
        return named(item, anchor(.question, due, at: index), ending: .answer)
    }

    func obligation(_ id: ObligationID, _ kind: Obligation.Kind, _ item: DatedDuty) -> DateMemo {
        let index = last(of: item.name) { change in
            if case .obligationsAdded(let added) = change { added.contains { $0.id == id } } else { false }
        }
        guard let subject = subject(of: item), let bound = bound(subject), let index,
            let obligation = submission.obligations.first(where: { $0.id == id }), let due = obligation.due
        else { return untold(item) }
        let record = course[index]
        let payload = record.event.payload ?? .empty
        for case .addObligation(kind, _, .period(let name)?) in bound.procedure.effects {
            guard let variables = self.subject(subject.name, after: index)?.variables,
                let period = bound.period(name, payload, variables, deviceClass(subject)),
                case let calendar = calendar(of: period.law.counting, bound, forApplicant: true),
                record.occurredOn.moved({ period.end(after: $0, in: calendar).day }) == due
            else { continue }
            return counted(item, by: period, from: anchor(.event, record.occurredOn, at: index), subject, calendar)
        }
        let ending: DateMemo.Mover = kind == .retention ? .payment : .closing
        return named(item, anchor(.obligation, due, at: index), ending: ending)
    }

    func approval(_ id: Approval.ID, _ item: DatedDuty) -> DateMemo {
        guard let approval = submission.approvals.first(where: { $0.id == id }) else { return untold(item) }
        let configured = configured[approval.jurisdiction]
        // A track reckons by the rules to which it is bound; what is only shown, by those configured now.
        let subject = subject(of: item).flatMap { subject in
            Duty.Kind.registration[item.kind].flatMap { subject.variables[$0] } == nil ? nil : subject
        }
        let rules = bound(subject)?.rules ?? configured
        let term = ApprovalTerm(of: approval, of: submission, in: rules)
        let cited = ApprovalTerm(of: approval, of: submission, in: configured).rule
        let granted = last(of: nil) { change in
            if case .approvalGranted(let granted) = change { granted.id == id } else { false }
        }
        let grant = anchor(.approval, approval.grantedOn, at: granted ?? course.startIndex)
        let end =
            approval.validUntil.map { anchor(.validity, $0, at: ending(id, $0) ?? granted ?? course.startIndex) }
            ?? grant
        switch item.kind {
        case .renewalOpens, .renewalCloses:
            let isOpening = item.kind == .renewalOpens
            let period = isOpening ? term.rule?.renewal?.opens : term.rule?.renewal?.closes
            guard let period, let last = term.end else { return untold(item) }
            let now = isOpening ? cited?.renewal?.opens : cited?.renewal?.closes
            let isReplaced = now.map { $0.count != period.count || $0.unit != period.unit } ?? true
            let figure = DateMemo.Rule.Figure.before(period, last)
            return uncounted(item, .init(figure: figure, source: now?.source, isReplaced: isReplaced), end, [.renewal])
        case .retention:
            let fee = cited?.fee
            let rule = DateMemo.Rule(figure: .yearly(by: fee?.by), source: fee?.source, isReplaced: false)
            return uncounted(item, rule, fee?.by == nil ? grant : nil, [.payment])
        default: break
        }
        if approval.validUntil == nil, let last = term.rule?.ending?.day, term.end?.latest == last {
            let now = cited?.ending
            let rule = DateMemo.Rule(figure: .through(last), source: now?.source, isReplaced: now?.day != last)
            return uncounted(item, rule, nil, [.renewal])
        }
        guard approval.validUntil == nil, let rule = term.rule, let years = rule.years,
            let count = rule.count(of: approval.grantedOn.latest)
        else { return named(item, end, ending: .renewal) }
        let isReplaced = cited?.years != years || cited?.law.counting != rule.law.counting
        let figure = DateMemo.Rule(figure: .years(years), source: cited?.source, isReplaced: isReplaced)
        let law = isReplaced ? rule.law : cited?.law ?? rule.law
        let memo = uncounted(item, figure, grant, [.renewal, .renaming])
        let calendar = WorkingCalendar(id: "", weekend: [], holidays: [:], years: [:])
        return DateMemo(
            item: item.duty,
            date: item.date,
            rule: figure,
            anchor: grant,
            count: .init(days: count.days(in: calendar), count: count, law: law, calendar: nil),
            holdings: [],
            doubts: memo.doubts + (law.isFound ? [] : [.law]),
            movers: memo.movers
        )
    }

    /// The event that named the end of the approval.
    private func ending(_ id: Approval.ID, _ until: PartialDate) -> Int? {
        last(of: nil) { change in
            switch change {
            case .approvalGranted(let granted): granted.id == id && granted.validUntil == until
            case .approvalProlonged(id, until: until): true
            default: false
            }
        }
    }

    /// A date that a rule gives without days that would be counted one by one.
    private func uncounted(
        _ item: DatedDuty,
        _ rule: DateMemo.Rule,
        _ anchor: DateMemo.Anchor?,
        _ ending: [DateMemo.Mover]
    ) -> DateMemo {
        var doubts = anchor.map(self.doubts(of:)) ?? []
        if item.confidence == .unconfirmed { doubts.append(.figure) }
        if rule.isReplaced { doubts.append(.replaced) }
        if item.isComputed { doubts.append(.computed) }
        if case .before = rule.figure { doubts.append(.countedBack) }
        if !item.date.isExact { doubts.append(.bounds(item.date)) }
        return DateMemo(
            item: item.duty,
            date: item.date,
            rule: rule,
            anchor: anchor,
            count: nil,
            holdings: [],
            doubts: doubts,
            movers: ending + (anchor.map(movers(of:)) ?? [])
        )
    }
}
