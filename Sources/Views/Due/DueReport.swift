package import Engine
package import Regulation
package import Submissions

/// What is due within a span, and what the holder still owes at all.
package struct DueReport: Hashable, Sendable {
    package let asOf: Instant
    /// The workspace's zone.
    package let zone: Zone
    package let isSimulated: Bool
    /// The last day that the look covers.
    package let through: CivilDate
    /// Overdue first, then by date.
    package let items: [Duty]
    /// The versions of the submissions, which grow with every event, so that a calendar knows the later word.
    package let versions: [SubmissionName: Int]
    /// Every open obligation, also those without a date.
    package let obligations: [OpenObligation]
    /// The submission after which there are more to look at; `nil` where all were.
    package internal(set) var next: SubmissionName?

    package init(
        asOf: Instant,
        zone: Zone,
        isSimulated: Bool,
        through: CivilDate,
        items: [Duty],
        versions: [SubmissionName: Int],
        obligations: [OpenObligation]
    ) {
        self.asOf = asOf
        self.zone = zone
        self.isSimulated = isSimulated
        self.through = through
        self.items = items
        self.versions = versions
        self.obligations = obligations
    }
}

/// Something that the holder still owes.
package struct OpenObligation: Hashable, Sendable {
    package let submission: SubmissionName
    package let jurisdiction: JurisdictionCode
    package let obligation: Obligation
    /// Its wording; `nil` where there is none, or where it was erased.
    package let text: String?
    package let isOverdue: Bool
}

extension OpenObligation {
    init?(_ duty: Duty, in submissions: [Submission]) {
        guard case .obligation(let id, _) = duty.subject,
            let submission = submissions.first(where: { $0.name == duty.submission }),
            let obligation = submission.obligations.first(where: { $0.id == id })
        else { return nil }
        self.init(
            submission: duty.submission,
            jurisdiction: duty.jurisdiction,
            obligation: obligation,
            text: duty.text,
            isOverdue: duty.isOverdue
        )
    }
}

extension [Duty] {
    /// What is overdue, can fall due through `date`, or waits without a day, in order.
    package func through(_ date: CivilDate) -> [Duty] {
        filter { duty in duty.isOverdue || duty.date.map { $0.earliest <= date } ?? true }
            .sorted { $0.precedes($1) }
    }
}
