public import Regulation

/// Everything outside the submission on which a decision may depend, as values.
public struct DecisionContext: Sendable {
    public let name: SubmissionName
    public let actor: Actor
    /// When the command is recorded.
    public let now: Instant
    /// The civil date that the actor names; today at the body's place where none is named.
    public let occurredOn: PartialDate?
    /// The case version, or for commands on the submission its version, that the actor has seen.
    public let expectedVersion: Int?
    public let rulebook: Rulebook
    /// Approvals of the same product that other submissions hold.
    public let approvals: [Approval]

    public init(
        name: SubmissionName,
        actor: Actor,
        now: Instant,
        occurredOn: PartialDate?,
        expectedVersion: Int?,
        rulebook: Rulebook,
        approvals: [Approval]
    ) {
        self.name = name
        self.actor = actor
        self.now = now
        self.occurredOn = occurredOn
        self.expectedVersion = expectedVersion
        self.rulebook = rulebook
        self.approvals = approvals
    }
}
