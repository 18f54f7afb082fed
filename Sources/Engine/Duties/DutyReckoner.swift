package import Regulation
import Statecharts
package import Submissions

/// The one reckoning of duties, from values alone: every list, page, calendar and row reads what it says.
package struct DutyReckoner {
    /// What is looked up: rules as bound for cases, as configured for approvals.
    package struct Rules {
        /// A submission has few cases, so that comparing beats hashing.
        var bound: [(pins: BoundCase.Pins, value: BoundCase)] = []
        var configured: [JurisdictionCode: Jurisdiction] = [:]
        let hub: BodyID?
        /// The workspace's zone, for a jurisdiction that is not configured.
        let zone: Zone

        package func of(_ subject: Case) -> BoundCase? {
            bound.firstIndex { $0.pins == subject.pins }.map { bound[$0].value }
        }
    }

    let submission: Submission
    let moment: Instant
    let rules: Rules
    /// Approvals that another submission tells of.
    let skipped: Set<Approval.ID>

    package init(_ submission: Submission, at moment: Instant, _ rules: Rules, skipping skipped: Set<Approval.ID> = [])
    {
        self.submission = submission
        self.moment = moment
        self.rules = rules
        self.skipped = skipped
    }

    /// Every duty of the submission, in order.
    package var duties: [Duty] {
        let outside = submission.approvals.map(kept).filter { $0.keeper == nil }.flatMap(items)
        return (submission.cases.flatMap(duties(of:)) + outside + filings).sorted { $0.precedes($1) }
    }

    /// What is to be done in the case, or for the approval that it granted; in no order.
    package func duties(of subject: Case) -> [Duty] {
        var duties = obligations(of: subject)
        for approval in submission.approvals where approval.jurisdiction == subject.jurisdiction {
            let kept = kept(approval)
            if kept.keeper == subject.name { duties += items(of: kept) }
        }
        // What is owed for what was done ends by being paid or waived, not with the case, where the procedure says so.
        let bound = rules.of(subject)
        let isRunning = !subject.isOver && subject.replacedBy == nil
        if isRunning || bound?.procedure.takesPayment(of: subject) == true { duties += invoices(of: subject) }
        guard subject.replacedBy == nil else { return duties }
        duties += flags(of: subject) + letters(of: subject)
        if let bound { duties += stepFees(of: subject, bound) }
        guard !subject.isOver else { return duties }
        duties += questions(of: subject)
        guard let bound else { return duties }
        return duties + deadlines(of: subject, bound) + targets(of: subject, bound)
    }

    /// Cases that still run.
    var running: [Case] { submission.cases.filter { !$0.isOver && $0.replacedBy == nil } }

    func today(in jurisdiction: Jurisdiction?) -> CivilDate { (jurisdiction?.zone ?? rules.zone).civilDate(at: moment) }

    func item(
        _ kind: Duty.Kind,
        _ subject: Duty.Subject,
        on date: DateBounds?,
        of name: CaseName?,
        in jurisdiction: JurisdictionCode,
        turn: StateDetail.Turn = .applicant,
        turnBody: BodyID? = nil,
        today: CivilDate,
        confidence: Confidence = .confirmed,
        isComputed: Bool = false,
        texts: [TextCommitment] = []
    ) -> Duty {
        Duty(
            kind: kind,
            subject: subject,
            date: date,
            submission: submission.name,
            name: name,
            jurisdiction: jurisdiction,
            product: submission.opened.product,
            turn: turn,
            turnBody: turnBody,
            // That a window has opened is no failure of anybody's.
            isOverdue: kind != .renewalOpens && date.map { $0.latest < today } ?? false,
            confidence: confidence,
            isComputed: isComputed,
            texts: texts
        )
    }
}
