import Engine
import Regulation
import Submissions

/// Works out what is due in one submission, from values alone.
struct DueBuilder {
    /// What is looked up: rules as bound for cases, as configured for approvals.
    struct Rules {
        let bound: [BoundCase.Pins: BoundCase]
        let configured: [JurisdictionCode: Jurisdiction]
        let hub: BodyID?
        /// The workspace's zone, for a jurisdiction that is not configured.
        let zone: Zone
    }

    let submission: Submission
    let moment: Instant
    let rules: Rules
    var texts: [TextCommitment: String] = [:]
    /// Approvals that another submission tells of.
    var skipped: Set<Approval.ID> = []

    /// Everything with a date, in no order.
    var items: [DueItem] { caseItems + questionItems + obligationItems + approvalItems }

    /// Cases that still run.
    var running: [Case] { submission.cases.filter { !$0.isOver && $0.replacedBy == nil } }

    func today(in jurisdiction: Jurisdiction?) -> CivilDate { (jurisdiction?.zone ?? rules.zone).civilDate(at: moment) }

    func item(
        _ kind: DueItem.Kind,
        _ subject: DueItem.Subject,
        on date: DateBounds,
        of name: CaseName?,
        in jurisdiction: JurisdictionCode,
        turn: StateDetail.Turn = .applicant,
        turnBody: BodyID? = nil,
        today: CivilDate,
        confidence: Confidence = .confirmed,
        isComputed: Bool = false,
        text: String? = nil
    ) -> DueItem {
        DueItem(
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
            isOverdue: kind != .renewalOpens && date.latest < today,
            confidence: confidence,
            isComputed: isComputed,
            text: text,
            sequence: submission.version
        )
    }
}
