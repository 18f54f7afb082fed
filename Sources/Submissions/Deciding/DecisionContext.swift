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
    /// The day before which deadlines pass; `nil` for today at the body's place.
    ///
    /// What is told of a past year, act by act, is
    /// told as it happened: what fell due after an act does not pass before it.
    package let passing: CivilDate?

    package init(
        name: SubmissionName,
        actor: Actor,
        now: Instant,
        occurredOn: PartialDate?,
        expected: VersionCondition?,
        rulebook: Rulebook,
        approvals: [Approval],
        passing: CivilDate? = nil
    ) {
        self.name = name
        self.actor = actor
        self.now = now
        self.occurredOn = occurredOn
        self.expected = expected
        self.rulebook = rulebook
        self.approvals = approvals
        self.passing = passing
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
            approvals: approvals,
            passing: passing
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
            approvals: approvals,
            passing: passing
        )
    }

    /// The day before which deadlines pass in this zone.
    func passing(in zone: Zone) -> CivilDate {
        let today = zone.civilDate(at: now)
        return min(today, passing ?? today)
    }

    /// The day whose rules bind: of a date known only in part the last day, but never one that has not come.
    func bindingDate(_ date: PartialDate) -> CivilDate {
        max(date.earliest, min(date.latest, Zone.utc.civilDate(at: now)))
    }
}
