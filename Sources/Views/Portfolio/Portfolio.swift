import Engine
public import Regulation
public import Submissions

/// One product over all its submissions: where it is approved, what is in course, what is owed and due.
public struct Portfolio: Hashable, Sendable {
    /// One submission of the product.
    public struct Filed: Hashable, Sendable {
        public let name: SubmissionName
        public let productVersion: String
        public let claims: [ClaimID]
        public let version: Int
    }

    /// One approval of the product.
    public struct Holding: Hashable, Sendable {
        /// The submission that granted or declared it.
        public let submission: SubmissionName
        public let approval: Approval
        public let term: ApprovalTerm
        /// Whether the applicant declared it: it was granted outside the workspace.
        public let isDeclared: Bool
        /// Whether its last day has passed, recorded or computed; it may be shown as in force nevertheless.
        public let hasEnded: Bool
    }

    /// One case on its way.
    public struct RunningCase: Hashable, Sendable {
        public let row: StatusRow
    }

    public struct Country: Hashable, Sendable {
        public let code: JurisdictionCode
        public let holdings: [Holding]
        public let courses: [RunningCase]
        public let obligations: [OpenObligation]
        public let due: [DueItem]

        /// Whether an approval is in force.
        public var isApproved: Bool { holdings.contains { $0.approval.standing == .inForce } }
    }

    public let product: ProductID
    /// The product's name; `nil` where no manifest can be read.
    public let name: String?
    public let submissions: [Filed]
    /// In the order of their codes.
    public let countries: [Country]
    /// What falls due in all of them, overdue first.
    public let due: [DueItem]
    public let asOf: Instant
    public let zone: Zone
    public let isSimulated: Bool
    /// The last day of what is shown as due.
    public let through: CivilDate
}
