package import Regulation

/// What was decided on a case, on which terms.
package struct Decision: Hashable, Codable, Sendable {
    package enum Outcome: String, Hashable, Codable, Sendable, CaseIterable {
        case approved, refused, withdrawn, left
        case notFiled = "not-filed"
        case deemedWithdrawn = "deemed-withdrawn"

        /// Whether the applicant has then to file again, as nobody decided on what was filed.
        package var asksForFiling: Bool {
            switch self {
            case .notFiled, .withdrawn, .deemedWithdrawn, .left: true
            case .approved, .refused: false
            }
        }
    }

    package let outcome: Outcome
    package var on: PartialDate
    package let claims: [ClaimID]
    package var number: String?
    package var conditions: [Condition]
    package var reason: TextCommitment?

    package init(
        outcome: Outcome,
        on: PartialDate,
        claims: [ClaimID] = [],
        number: String? = nil,
        conditions: [Condition] = [],
        reason: TextCommitment? = nil
    ) {
        self.outcome = outcome
        self.on = on
        self.claims = claims
        self.number = number
        self.conditions = conditions
        self.reason = reason
    }
}
