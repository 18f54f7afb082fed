package import Regulation

/// An event with who recorded it, when it happened and when it was recorded.
package struct EventRecord: Hashable, Sendable {
    /// Counts the events of the submission, from 1.
    package let number: Int
    /// The civil date at the body's place, as it was stated.
    package let occurredOn: PartialDate
    /// The days of it that were possible in the order of the steps; `nil` where all of them were.
    package let within: PartialDate?
    package let recordedAt: Instant
    package let recordedBy: Actor
    /// Whose act it was, where the applicant transcribed a letter.
    package let onBehalfOf: Actor.Capacity?
    package let event: SubmissionEvent

    package init(
        number: Int,
        occurredOn: PartialDate,
        within: PartialDate? = nil,
        recordedAt: Instant,
        recordedBy: Actor,
        onBehalfOf: Actor.Capacity?,
        event: SubmissionEvent
    ) {
        self.number = number
        self.occurredOn = occurredOn
        self.within = within
        self.recordedAt = recordedAt
        self.recordedBy = recordedBy
        self.onBehalfOf = onBehalfOf
        self.event = event
    }

    /// The same event, recorded at another moment.
    package func recorded(at moment: Instant) -> EventRecord {
        EventRecord(
            number: number,
            occurredOn: occurredOn,
            within: within,
            recordedAt: moment,
            recordedBy: recordedBy,
            onBehalfOf: onBehalfOf,
            event: event
        )
    }

    /// The date from which everything is reckoned.
    package var reckonedOn: PartialDate { within ?? occurredOn }
}
