package import Engine
package import Regulation
package import Submissions

/// One product over all its submissions: where it is approved, what is in course, what is owed and due.
package struct Portfolio: Hashable, Sendable {
    /// One submission of the product.
    package struct Filed: Hashable, Sendable {
        package let name: SubmissionName
        package let productVersion: String
        package let claims: [ClaimID]
        package let version: Int
    }

    /// One approval of the product.
    package struct Holding: Hashable, Sendable {
        /// The submission that granted or declared it.
        package let submission: SubmissionName
        package let approval: Approval
        package let term: ApprovalTerm
        /// Whether the applicant declared it: it was granted outside the workspace.
        package let isDeclared: Bool
        /// Whether its last day has passed, recorded or computed; it may be shown as in force nevertheless.
        package let hasEnded: Bool
    }

    /// One case on its way.
    package struct RunningCase: Hashable, Sendable {
        package let row: StatusRow
    }

    package struct Country: Hashable, Sendable {
        package let code: JurisdictionCode
        package let holdings: [Holding]
        package let courses: [RunningCase]
        package let obligations: [OpenObligation]
        package let due: [Duty]

        /// Whether an approval is in force.
        package var isApproved: Bool { holdings.contains { $0.approval.standing == .inForce } }
    }

    package let product: ProductID
    /// The product's name; `nil` where no manifest can be read.
    package let name: String?
    package let submissions: [Filed]
    /// In the order of their codes.
    package let countries: [Country]
    /// What falls due in all of them, overdue first.
    package let due: [Duty]
    package let asOf: Instant
    package let zone: Zone
    package let isSimulated: Bool
    /// The last day of what is shown as due.
    package let through: CivilDate
}
