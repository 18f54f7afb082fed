import Regulation
import Statecharts
import Submissions

// What the applicant owes: answers, and what decisions ask of the holder.
extension DutyReckoner {
    /// One duty for the questions of the case that are due together.
    func questions(of subject: Case) -> [Duty] {
        struct Key: Hashable {
            let scope: JurisdictionCode?
            let due: PartialDate
        }
        guard submission.questions.contains(where: { $0.origin == subject.name && $0.status == .issued }) else {
            return []
        }
        let dated = submission.questions.compactMap { question in
            question.origin != subject.name
                ? nil : question.due.map { (Key(scope: question.scope, due: $0), question) }
        }
        let groups = Dictionary(grouping: dated) { $0.0 }.mapValues { $0.map(\.1) }
        return dated.map(\.0).uniqued().compactMap { key in
            let together = groups[key] ?? []
            let open = together.filter { $0.status == .issued }
            guard let first = together.first, !open.isEmpty else { return nil }
            return item(
                .question,
                .questions(open.map(\.id), first: first.id),
                on: DateBounds(key.due),
                of: subject.name,
                in: key.scope ?? subject.jurisdiction,
                today: today(in: rules.of(subject)?.rules),
                texts: open.map(\.text)
            )
        }
    }

    func obligations(of subject: Case) -> [Duty] {
        submission.obligations.compactMap { obligation in
            guard obligation.name == subject.name, obligation.standing == .open else { return nil }
            return item(
                obligation.kind == .retention ? .retention : .obligation,
                .obligation(obligation.id, obligation.kind),
                on: obligation.due.map { DateBounds($0) },
                of: subject.name,
                in: obligation.jurisdiction ?? subject.jurisdiction,
                today: today(in: rules.of(subject)?.rules),
                texts: obligation.text.map { [$0] } ?? []
            )
        }
    }

    /// Targets that wait for a filing, the first or once more, on whatever day the applicant chooses.
    var filings: [Duty] {
        submission.opened.targets.filter(submission.awaitsFiling).map { target in
            let last = submission.member(target.jurisdiction)?.name
            let subject = Duty.Subject.target(target.route, after: last)
            return item(.filing, subject, on: nil, of: nil, in: target.jurisdiction, today: today(in: nil))
        }
    }

    /// Fees of which an invoice came last; nothing tells by which day they are to be paid.
    func invoices(of subject: Case) -> [Duty] {
        guard !subject.ledger.isEmpty else { return [] }
        return subject.ledger.map(\.fee).uniqued().compactMap { fee in
            guard let last = subject.ledger.last(where: { $0.fee == fee }), last.kind == .invoiced else { return nil }
            return item(
                .fee,
                .fee(fee, last.amount, reference: last.reference),
                on: nil,
                of: subject.name,
                in: subject.jurisdiction,
                today: today(in: rules.of(subject)?.rules)
            )
        }
    }

    /// Fees that the rule asks for with a step that was taken, while the case can still take their payment; of fees that
    /// stand for one another the first is told, until one of them is recorded.
    ///
    /// They have no day: who pays with the filing need not record it, and nothing tells when an authority would be late
    /// to ask for it.
    func stepFees(of subject: Case, _ bound: BoundCase) -> [Duty] {
        guard let route = bound.rules.boundRoute, !subject.filings.isEmpty else { return [] }
        func group(_ id: FeeID) -> FeeID { route.fee(id)?.insteadOf ?? id }
        let settled = subject.fees.filter { $0.settledBy != nil }.map(\.id)
        // Few, so that comparing beats hashing.
        let touched = (subject.ledger.map(\.fee) + settled).map(group)
        let kinds = submission.filings.filter { subject.filings.contains($0.number) }.map(\.kind)
        let isApproved = submission.approval(of: subject.name) != nil
        let owed = route.fees.filter { rule in
            rule.insteadOf == nil && isOwed(rule, of: subject, by: route, isApproved: isApproved, kinds)
                && !touched.contains(rule.id)
        }
        guard !owed.isEmpty, bound.procedure.takesPayment(of: subject) else { return [] }
        return owed.map { rule in
            item(
                .fee,
                .stepFee(rule.id, rule.amount, due: rule.due),
                on: nil,
                of: subject.name,
                in: subject.jurisdiction,
                today: today(in: bound.rules),
                // Of a fee whose rule names no step, that it is due by now is a guess.
                confidence: rule.due == nil ? .unconfirmed : rule.source.confidence
            )
        }
    }

    /// Whether the step with which the fee falls due was taken.
    ///
    /// One whose rule names no step is taken for due once there is an approval, where it is stated how much it is: what is
    /// not even known to be asked for is no duty. `kinds` are those of the filings of the case.
    private func isOwed(
        _ rule: FeeRule,
        of subject: Case,
        by route: RouteRule,
        isApproved: Bool,
        _ kinds: [Filing.Kind]
    ) -> Bool {
        switch rule.due {
        case .filed: kinds.contains { [.initial, .application, .fallback, .change, .renewal].contains($0) }
        case .stage2: kinds.contains(.stage2)
        case .approved: isApproved
        // No event tells of every authority that it accepted: a clock does that counts from there, or the approval.
        case .accepted: isApproved || subject.clocks.keys.contains { route.clock($0)?.starts == .accepted }
        case nil: isApproved && rule.amount.map { $0.minorUnits > 0 } ?? false
        case .yearly, .other: false
        }
    }

    /// Changes elsewhere, on which the case or its approval rests, that its authority has still to look into.
    func flags(of subject: Case) -> [Duty] {
        let open = submission.openFlags(of: subject)
        guard !open.isEmpty else { return [] }
        let bound = rules.of(subject)
        let pinned = bound?.rules
        return open.map { flag in
            item(
                .flag,
                .flag(flag),
                on: nil,
                of: subject.name,
                in: subject.jurisdiction,
                turn: .body(.decides),
                turnBody: bound.flatMap { $0.rules.authority(in: $0.procedure).last },
                today: today(in: pinned)
            )
        }
    }

    /// What bodies that act here themselves have still to say of what was typed in from their letters, and what the
    /// applicant has to settle of what they said.
    ///
    /// It does not end with the case: most letters that matter are those that end it.
    func letters(of subject: Case) -> [Duty] {
        guard !subject.transcribed.isEmpty else { return [] }
        let bound = rules.of(subject)
        func duty(_ kind: Duty.Kind, _ letter: Transcription, _ turn: StateDetail.Turn) -> Duty {
            item(
                kind,
                .letter(letter, of: bound?.procedure.id),
                on: nil,
                of: subject.name,
                in: subject.jurisdiction,
                turn: turn,
                turnBody: turn == .applicant ? nil : letter.body,
                today: today(in: bound?.rules),
                texts: letter.answer?.dispute.map { [$0] } ?? []
            )
        }
        return submission.lettersToConfirm(of: subject).map { letter in
            let function = bound?.rules.bodies.first { $0.id == letter.body }?.functions.first
            return duty(.letter, letter, function.map { .body($0) } ?? .hub)
        } + submission.disputes(of: subject).map { duty(.dispute, $0, .applicant) }
    }
}
