package import Regulation

/// Everything outside the submission on which a decision may depend, as values.
package struct DecisionContext: Sendable {
    package let name: SubmissionName
    package let actor: Actor
    /// When the command is recorded.
    package let now: Instant
    /// The civil date that the actor names; today at the body's place where none is named.
    package let occurredOn: PartialDate?
    /// The case version, or for commands on the submission its version, that the actor has seen.
    package let expected: VersionCondition?
    package let rulebook: Rulebook
    /// Approvals of the same product that other submissions hold.
    package let approvals: [Approval]

    package init(
        name: SubmissionName,
        actor: Actor,
        now: Instant,
        occurredOn: PartialDate?,
        expected: VersionCondition?,
        rulebook: Rulebook,
        approvals: [Approval]
    ) {
        self.name = name
        self.actor = actor
        self.now = now
        self.occurredOn = occurredOn
        self.expected = expected
        self.rulebook = rulebook
        self.approvals = approvals
    }

    /// The same, where what is due is done by Tasuki itself.
    var ofDeadlines: DecisionContext {
        DecisionContext(
            name: name,
            actor: .deadline,
            now: now,
            occurredOn: nil,
            expected: nil,
            rulebook: rulebook,
            approvals: approvals
        )
    }

    /// The same, where no version was seen.
    var expectingNothing: DecisionContext {
        DecisionContext(
            name: name,
            actor: actor,
            now: now,
            occurredOn: occurredOn,
            expected: nil,
            rulebook: rulebook,
            approvals: approvals
        )
    }

    /// The day whose rules bind: of a date known only in part the last day, but never one that has not come.
    func bindingDate(_ date: PartialDate) -> CivilDate {
        max(date.earliest, min(date.latest, Zone.utc.civilDate(at: now)))
    }
}
