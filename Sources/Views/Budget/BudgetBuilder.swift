import Engine
import Regulation
import Submissions

/// Works out what one submission costs, from values alone.
struct BudgetBuilder {
    let submission: Submission
    /// The rules as configured now, in which alone stands which fee is asked for in another's place.
    let configured: [JurisdictionCode: Jurisdiction]
    /// What each case is bound to: the amounts of the day on which it was filed.
    let bound: [CaseName: RouteRule]
    let category: SoftwareCategory?
    let today: CivilDate
    /// What is still to be done, by which is told what of a case that is over is owed all the same.
    var duties: [Duty] = []

    /// A fee of a route for the class of the product.
    private struct Asked {
        let rule: FeeRule
        let amount: Money?
        let gap: FigureGap?
        let isFirstDayUnknown: Bool
    }

    /// What is known of the steps with which fees are due.
    private struct Course {
        /// Whether anything that is not recorded is still asked for.
        var isExpecting = true
        /// Whether it is a track that waits for its own filing.
        var isWaiting = false
        var filedOn: PartialDate?
        var stage2On: PartialDate?
        var approvedOn: PartialDate?

        func date(of due: FeeRule.Due?) -> PartialDate? {
            switch due {
            case .filed: filedOn
            case .approved: approvedOn
            case .stage2: stage2On
            case .accepted, .yearly, .other, nil: nil
            }
        }
    }

    var lines: [BudgetLine] { submission.cases.flatMap(lines) + targets.flatMap(lines) }

    /// Where a decision is asked for by a route of which no rule states a fee: whether it is free is not known.
    var unstated: [BudgetLine.Place] {
        let running = submission.cases.filter { !$0.isTrack && $0.name != .hub && $0.replacedBy == nil && !$0.isOver }
        let cases = running.filter { subject in
            asked(by: subject.route, in: subject.jurisdiction, on: subject.openedOn.latest, bound[subject.name]).isEmpty
        }
        let coming = targets.filter { asked(by: $0.route, in: $0.jurisdiction, on: today, nil).isEmpty }
        return cases.map(place) + coming.map(place)
    }

    /// Countries that were named and are still to be filed for, the first time or once more.
    private var targets: [SubmissionOpened.Target] {
        submission.opened.targets.filter(submission.awaitsFiling)
    }

    // MARK: - Cases and targets

    private func lines(of subject: Case) -> [BudgetLine] {
        let place = place(of: subject)
        let approval = submission.approval(of: subject.name)
        let filings = submission.filings.filter { subject.filings.contains($0.number) }
        let course = Course(
            isExpecting: subject.replacedBy == nil && (!subject.isOver || approval != nil),
            isWaiting: subject.isTrack && filings.isEmpty,
            filedOn: filings.first?.filedOn,
            stage2On: filings.first { $0.kind == .stage2 }?.filedOn,
            approvedOn: approval?.grantedOn
        )
        let asked = asked(by: subject.route, in: subject.jurisdiction, on: subject.openedOn.latest, bound[subject.name])
        let coming = course.isExpecting ? asked : asked.filter { isOwed($0.rule.id, of: subject) }
        return recorded(subject, asked, place) + expected(coming, untouchedBy: subject, course, place)
    }

    private func isOwed(_ fee: FeeID, of subject: Case) -> Bool {
        duties.contains { duty in
            guard case .stepFee(fee, _, _) = duty.subject else { return false }
            return duty.submission == submission.name && duty.name == subject.name
        }
    }

    private func lines(of target: SubmissionOpened.Target) -> [BudgetLine] {
        let place = place(of: target)
        return expected(
            asked(by: target.route, in: target.jurisdiction, on: today, nil),
            untouchedBy: nil,
            Course(),
            place
        )
    }

    private func place(of subject: Case) -> BudgetLine.Place {
        BudgetLine.Place(
            submission: submission.name,
            name: subject.name,
            jurisdiction: subject.jurisdiction,
            route: subject.route
        )
    }

    private func place(of target: SubmissionOpened.Target) -> BudgetLine.Place {
        BudgetLine.Place(
            submission: submission.name,
            name: nil,
            jurisdiction: target.jurisdiction,
            route: target.route
        )
    }

    private func asked(
        by route: RouteName,
        in code: JurisdictionCode,
        on date: CivilDate,
        _ bound: RouteRule?
    ) -> [Asked] {
        let now = configured[code]?.route(route, on: date)
        let deviceClass = deviceClass(in: code, on: date)
        let rules = now?.fees.filter { $0.window.contains(date) } ?? bound?.fees ?? []
        return rules.compactMap { rule in
            let window = now?.window ?? .always
            let advised = AdvisedFee(rule, for: deviceClass, on: date, within: window)
            guard advised.gap != .otherClasses else { return nil }
            // What the case was bound to on its day holds, whatever was configured since.
            let kept = bound?.fee(rule.id)?.amount
            return Asked(
                rule: rule,
                amount: kept ?? advised.amount,
                gap: kept == nil ? advised.gap : nil,
                // What a case is bound to keeps no source to ask.
                isFirstDayUnknown: now != nil && advised.isFirstDayUnknown
            )
        }
    }

    private func deviceClass(in code: JurisdictionCode, on date: CivilDate) -> DeviceClass? {
        let declared = submission.opened.classes[code]
        return configured[code]?.advisedClass(declared: declared, category: category, on: date)?.deviceClass ?? declared
    }

    // MARK: - Lines

    /// What was paid, waived and refunded, and the last quotation or invoice that none of these followed.
    private func recorded(_ subject: Case, _ asked: [Asked], _ place: BudgetLine.Place) -> [BudgetLine] {
        var lines: [BudgetLine] = []
        for fee in subject.ledger.map(\.fee).uniqued() {
            let entries = subject.ledger.filter { $0.fee == fee }
            let rule = asked.first { $0.rule.id == fee }
            var told: Money?
            for (index, entry) in entries.enumerated() {
                told = entry.amount ?? told
                let isLast = index == entries.count - 1
                guard let standing = standing(of: entry.kind, isLast: isLast) else { continue }
                lines.append(
                    line(
                        fee,
                        rule,
                        standing,
                        place,
                        amount: told ?? rule?.amount,
                        isAmountByRule: told == nil && rule?.amount != nil,
                        reference: entry.reference,
                        on: entry.on
                    )
                )
            }
        }
        // A fee that the procedure itself requires is settled without a ledger.
        for fee in subject.fees where fee.settledBy != nil && !subject.ledger.contains(where: { $0.fee == fee.id }) {
            let rule = asked.first { $0.rule.id == fee.id }
            lines.append(line(fee.id, rule, .paid, place, amount: fee.amount, reference: fee.settledBy, on: nil))
        }
        return lines
    }

    private func standing(of kind: FeeEntry.Kind, isLast: Bool) -> BudgetLine.Standing? {
        switch kind {
        case .quoted: isLast ? .quoted : nil
        case .invoiced: isLast ? .invoiced : nil
        case .paid: .paid
        case .waived: .waived
        case .refunded: .refunded
        }
    }

    /// The fees of which nothing is recorded; of those that stand for one another none, where one of them is.
    private func expected(
        _ asked: [Asked],
        untouchedBy subject: Case?,
        _ course: Course,
        _ place: BudgetLine.Place
    ) -> [BudgetLine] {
        let settled = (subject?.fees ?? []).filter { $0.settledBy != nil }.map(\.id)
        let touched = Set(((subject?.ledger ?? []).map(\.fee) + settled).map { id in group(of: id, asked) })
        return asked.compactMap { fee in
            guard !touched.contains(group(of: fee.rule.id, asked)), fee.rule.due != .yearly else { return nil }
            let standing: BudgetLine.Standing =
                if fee.rule.due == .other { .conditional } else if course.isWaiting {
                    .later
                } else if fee.rule.insteadOf != nil { .alternative } else { .expected }
            return line(fee.rule.id, fee, standing, place, amount: fee.amount, on: course.date(of: fee.rule.due))
        }
    }

    private func group(of fee: FeeID, _ asked: [Asked]) -> FeeID {
        asked.first { $0.rule.id == fee }?.rule.insteadOf ?? fee
    }

    private func line(
        _ fee: FeeID,
        _ asked: Asked?,
        _ standing: BudgetLine.Standing,
        _ place: BudgetLine.Place,
        amount: Money?,
        isAmountByRule: Bool = false,
        reference: String? = nil,
        on date: PartialDate?
    ) -> BudgetLine {
        BudgetLine(
            place: place,
            fee: fee,
            rule: asked?.rule,
            standing: standing,
            amount: amount,
            isAmountByRule: isAmountByRule,
            gap: amount == nil ? asked?.gap ?? .unstated : nil,
            reference: reference,
            on: date,
            isFirstDayUnknown: asked?.isFirstDayUnknown ?? false
        )
    }
}

// MARK: - What comes again every year

extension BudgetBuilder {
    /// The yearly fees of approvals that are kept, by the duties that the one reckoning has for them, and of countries in
    /// which there is none yet.
    var yearly: [YearlyFee] {
        let retentions = duties.filter { $0.kind == .retention && $0.submission == submission.name }
        let kept = retentions.enumerated().flatMap { index, duty in
            let isFurther = retentions[..<index].contains { isOfOneApproval($0, duty) }
            return yearly(in: duty.jurisdiction, place: place(of: duty), duty, isFurtherYear: isFurther)
        }
        let codes =
            (submission.cases.filter { !$0.isTrack && !$0.isOver && $0.replacedBy == nil && $0.name != .hub }
                .map { ($0.jurisdiction, $0.name as CaseName?, $0.route) }
                + targets.map { ($0.jurisdiction, nil, $0.route) })
        let coming = codes.filter { code, name, _ in
            !retentions.contains { $0.jurisdiction == code }
                && !submission.approvals.contains { $0.jurisdiction == code }
        }
        return kept
            + coming.flatMap { code, name, route in
                yearly(
                    in: code,
                    place: .init(submission: submission.name, name: name, jurisdiction: code, route: route),
                    nil
                )
            }
    }

    /// Whether both are years of one approval: of those outside the workspace each is named, others have a case.
    private func isOfOneApproval(_ one: Duty, _ other: Duty) -> Bool {
        guard one.jurisdiction == other.jurisdiction, one.name == other.name else { return false }
        guard one.name == nil, case .approval(let id, _) = one.subject else { return true }
        return if case .approval(id, _) = other.subject { true } else { false }
    }

    private func place(of duty: Duty) -> BudgetLine.Place {
        let subject = duty.name.flatMap { submission[$0] }
        return BudgetLine.Place(
            submission: duty.submission,
            name: duty.name,
            jurisdiction: duty.jurisdiction,
            route: subject?.route ?? RouteName("")
        )
    }

    private func yearly(
        in code: JurisdictionCode,
        place: BudgetLine.Place,
        _ duty: Duty?,
        isFurtherYear: Bool = false
    ) -> [YearlyFee] {
        let date = duty?.date?.latest == .latest ? today : duty?.date?.latest ?? today
        let rules = (configured[code]?.tracks ?? []).filter { $0.isInForce(on: date) }.flatMap(\.fees)
            .filter { $0.due == .yearly && $0.window.contains(date) }
        return rules.map { rule in
            let advised = AdvisedFee(rule, for: deviceClass(in: code, on: date), on: date, within: .always)
            return YearlyFee(
                place: place,
                rule: rule,
                amount: advised.amount,
                gap: advised.gap,
                paidThrough: paidThrough(duty),
                next: duty?.date,
                isOverdue: duty?.isOverdue ?? false,
                isComputed: duty?.isComputed ?? false,
                isFurtherYear: isFurtherYear
            )
        }
    }

    /// The day before the next one on which the fee is due, where a payment named that day.
    private func paidThrough(_ duty: Duty?) -> DateBounds? {
        guard let duty, case .obligation = duty.subject, let next = duty.date, next.earliest != .earliest else {
            return nil
        }
        let last = next.latest == .latest ? next.latest : next.latest.adding(days: -1)
        return DateBounds(earliest: next.earliest.adding(days: -1), latest: last)
    }
}
