package import Regulation

/// An event with who recorded it, when it happened and when it was recorded.
package struct EventRecord: Hashable, Sendable {
    /// Counts the events of the submission, from 1.
    package let number: Int
    /// The civil date at the body's place, as precisely as it is known.
    package let occurredOn: PartialDate
    package let recordedAt: Instant
    package let recordedBy: Actor
    /// Whose act it was, where the applicant transcribed a letter.
    package let onBehalfOf: Actor.Capacity?
    package let event: SubmissionEvent

    package init(
        number: Int,
        occurredOn: PartialDate,
        recordedAt: Instant,
        recordedBy: Actor,
        onBehalfOf: Actor.Capacity?,
        event: SubmissionEvent
    ) {
        self.number = number
        self.occurredOn = occurredOn
        self.recordedAt = recordedAt
        self.recordedBy = recordedBy
        self.onBehalfOf = onBehalfOf
        self.event = event
    }
}
