import Engine
public import Regulation
public import Submissions

/// What is due within a span, and what the holder still owes at all.
public struct DueReport: Hashable, Sendable {
    public let asOf: Instant
    /// The workspace's zone.
    public let zone: Zone
    public let isSimulated: Bool
    /// The last day that the look covers.
    public let through: CivilDate
    /// Overdue first, then by date.
    public let items: [DueItem]
    /// Every open obligation, also those without a date.
    public let obligations: [OpenObligation]
    /// The submission after which there are more to look at; `nil` where all were.
    public internal(set) var next: SubmissionName?

    public init(
        asOf: Instant,
        zone: Zone,
        isSimulated: Bool,
        through: CivilDate,
        items: [DueItem],
        obligations: [OpenObligation]
    ) {
        self.asOf = asOf
        self.zone = zone
        self.isSimulated = isSimulated
        self.through = through
        self.items = items
        self.obligations = obligations
    }
}

/// Something that the holder still owes.
public struct OpenObligation: Hashable, Sendable {
    public let submission: SubmissionName
    public let jurisdiction: JurisdictionCode
    public let obligation: Obligation
    /// Its wording; `nil` where there is none, or where it was erased.
    public let text: String?
    public let isOverdue: Bool
}

extension [DueItem] {
    /// What is overdue or can fall due through `date`, in order.
    func through(_ date: CivilDate) -> [DueItem] {
        filter { $0.isOverdue || $0.date.earliest <= date }.sorted { $0.precedes($1) }
    }
}
