public import Regulation

/// What was decided on a case, on which terms.
public struct Decision: Hashable, Codable, Sendable {
    public enum Outcome: String, Hashable, Codable, Sendable, CaseIterable {
        case approved, refused, withdrawn, left
        case notFiled = "not-filed"
        case deemedWithdrawn = "deemed-withdrawn"
    }

    public let outcome: Outcome
    public var on: PartialDate
    public let claims: [ClaimID]
    public var number: String?
    public var conditions: [Condition]
    public var reason: TextCommitment?

    public init(
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
