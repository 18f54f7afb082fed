public import Regulation

/// An event with who recorded it, when it happened and when it was recorded.
public struct EventRecord: Hashable, Sendable {
    /// Counts the events of the submission, from 1.
    public let number: Int
    /// The civil date at the body's place, as precisely as it is known.
    public let occurredOn: PartialDate
    public let recordedAt: Instant
    public let recordedBy: Actor
    /// Whose act it was, where the applicant transcribed a letter.
    public let onBehalfOf: Actor.Capacity?
    public let event: SubmissionEvent

    public init(
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
