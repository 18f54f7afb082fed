import Regulation
import Submissions

// Until when approvals last, when their renewal may be filed, and what keeps them alive.
extension DutyReckoner {
    /// An approval, and where it is kept.
    struct Kept {
        let approval: Approval
        /// The open track that keeps the dates of the approval.
        let track: Case?
        /// The case in which the approval is kept: the open track that owes a yearly fee, has its dates or takes its yearly
        /// fees, or else the case that granted it; `nil` for one that was granted outside the workspace.
        let keeper: CaseName?
    }

    func kept(_ approval: Approval) -> Kept {
        let tracks = tracks(of: approval)
        let track = tracks.last { subject in
            Duty.Kind.registration.values.contains { subject.variables[$0] != nil }
        }
        // Years that pass unpaid follow the one that is owed: they are told where it is, whatever other track there is.
        let keeper = tracks.last(where: owesYearlyFee) ?? track ?? tracks.last(where: takesYearlyFees)
        return Kept(approval: approval, track: track, keeper: keeper?.name ?? submission.granter(of: approval.id))
    }

    func items(of kept: Kept) -> [Duty] {
        let approval = kept.approval
        guard approval.standing == .inForce || approval.standing == .suspended, !skipped.contains(approval.id) else {
            return []
        }
        let jurisdiction = rules.configured[approval.jurisdiction]
        let today = today(in: jurisdiction)
        let term = ApprovalTerm(of: approval, of: submission, in: jurisdiction)
        var dates: [(Duty.Kind, DateBounds, Confidence, isComputed: Bool)] = []
        if let end = term.end { dates.append((.validity, end, term.confidence, term.isComputed)) }
        if !isRenewalFiled(for: approval) {
            if let opens = term.renewalOpens, opens.latest >= today {
                dates.append((.renewalOpens, opens, term.renewalConfidence, true))
            }
            if let closes = term.renewalCloses { dates.append((.renewalCloses, closes, term.renewalConfidence, true)) }
        }
        dates.removeAll { kind, _, _, _ in
            // The track has the date as a deadline of its own, or had it until it was kept.
            Duty.Kind.registration[kind].map { kept.track?.variables[$0] != nil } ?? false
        }
        let zone = jurisdiction?.zone ?? rules.zone
        if let fee = term.rule?.fee {
            // Every year that passed without a payment is owed, and then the next one.
            var last: DateBounds?
            while last.map({ $0.latest < today }) ?? true,
                let (next, confidence) = nextFee(of: approval, fee, zone, after: last, today)
            {
                dates.append((.retention, next, confidence, true))
                last = next
            }
        }
        return dates.map { kind, date, confidence, isComputed in
            item(
                kind,
                .approval(approval.id, number: approval.number),
                on: date,
                of: kept.keeper,
                in: approval.jurisdiction,
                today: today,
                confidence: confidence,
                isComputed: isComputed
            )
        }
    }

    /// The open tracks that concern the approval.
    private func tracks(of approval: Approval) -> [Case] {
        // By index: what is passed over need not be copied.
        let cases = submission.cases
        return cases.indices.filter { index in
            cases[index].isTrack && cases[index].jurisdiction == approval.jurisdiction && !cases[index].isOver
                && cases[index].replacedBy == nil
                && submission.concernedApproval(of: cases[index].name)?.id == approval.id
        }.map { cases[$0] }
    }

    private func owesYearlyFee(_ subject: Case) -> Bool {
        submission.obligations.contains { obligation in
            obligation.name == subject.name && obligation.kind == .retention && obligation.standing == .open
        }
    }

    private func takesYearlyFees(_ subject: Case) -> Bool {
        rules.of(subject)?.procedure.effects.contains { effect in
            if case .meetObligations(.retention, _) = effect { true } else { false }
        } ?? false
    }

    /// Whether a renewal is with the authority: filed after the last decision on the registration.
    private func isRenewalFiled(for approval: Approval) -> Bool {
        let renewals = submission.filings.filter { $0.kind == .renewal }
        guard !renewals.isEmpty else { return false }
        return running.contains { subject in
            guard subject.isTrack, subject.jurisdiction == approval.jurisdiction,
                let last = renewals.last(where: { subject.filings.contains($0.number) })
            else { return false }
            return subject.decisions.last.map { $0.on.latest < last.filedOn.earliest } ?? true
        }
    }

    /// The next day for a yearly fee that no payment covers and that comes after `last`, be it past or to come, and how sure it
    /// is; nil where the fee for it is an obligation that is to come yet.
    ///
    /// What fell due before the submission came here is not known to be owed.
    private func nextFee(
        of approval: Approval,
        _ fee: ValidityRule.Yearly,
        _ zone: Zone,
        after last: DateBounds?,
        _ today: CivilDate
    ) -> (day: DateBounds, confidence: Confidence)? {
        let fees = submission.obligations.filter { obligation in
            obligation.kind == .retention && obligation.due != nil
                && submission[obligation.name]?.jurisdiction == approval.jurisdiction
        }
        let open = fees.last { $0.standing == .open }?.due
        if let open, open.latest >= today { return nil }
        let known =
            [
                zone.civilDate(at: submission.openedAt), fees.compactMap { $0.due.map(Self.known) }.max(),
                fee.window.from?.adding(days: -1), last?.latest,
            ].compactMap(\.self).max() ?? .earliest
        let granted = DateBounds(approval.grantedOn)
        guard let by = fee.by else {
            // Each year is the rule; that the year begins with the approval, or with the day of the last fee, is a guess.
            return anniversary(of: open.map { DateBounds($0) } ?? granted, after: known).flatMap { day in
                fee.window.contains(day.latest) ? (day, .unconfirmed) : nil
            }
        }
        let day = by.next(after: max(known, granted.earliest))
        guard fee.window.contains(day) else { return nil }
        // Whether the year of the approval itself is paid for no source says.
        let confidence = day.year > granted.latest.year ? fee.source.confidence : .unconfirmed
        return (DateBounds(earliest: day, latest: day), confidence)
    }

    /// Until when a fee that had that day is known to be told: a day without an end tells nothing of what comes after.
    private static func known(_ due: PartialDate) -> CivilDate { due.latest < .latest ? due.latest : due.earliest }

    /// The first day after `known` on which a year of the approval is over.
    private func anniversary(of granted: DateBounds, after known: CivilDate) -> DateBounds? {
        // On which day of the year it was granted nobody knows: every day of the next year can be that one.
        if granted.latest.dayNumber - granted.earliest.dayNumber >= 365 {
            return DateBounds(earliest: known.adding(days: 1), latest: known.adding(months: 12))
        }
        let first = max(1, known.year - granted.latest.year)
        for years in first...first + 2 {
            let day = DateBounds(
                earliest: granted.earliest.adding(months: 12 * years),
                latest: granted.latest.adding(months: 12 * years)
            )
            if day.earliest > known { return day }
        }
        return nil
    }
}
