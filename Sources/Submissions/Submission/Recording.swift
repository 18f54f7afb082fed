package import Regulation

/// What a person recorded in one event: the part that may be corrected.
///
/// A submission does not keep what each event recorded, which would grow with its history; it is read from the log when
/// a correction or a reversal names the event.
package struct Recording: Hashable, Codable, Sendable {
    package let name: CaseName
    package let action: ActionName
    package var payload: Payload
    package var occurredOn: PartialDate
    package let recordedBy: PersonID

    /// What the event recorded; `nil` where it was no action of a person.
    package init?(_ record: EventRecord) {
        guard case .caseAdvanced(let advanced) = record.event, let action = advanced.cause.action else {
            return nil
        }
        name = advanced.name
        self.action = action
        payload = advanced.payload
        occurredOn = record.occurredOn
        recordedBy = record.recordedBy.person
    }
}

extension Submission {
    /// What a person recorded in the event as it stands after its corrections; `nil` where it was taken back.
    package func recording(_ record: EventRecord) -> Recording? {
        guard !reversed.contains(record.number), var recording = Recording(record) else { return nil }
        for corrected in corrections[record.number] ?? [] {
            for change in corrected.fields { recording.payload.fields[change.field] = change.new }
            if let new = corrected.newDate { recording.occurredOn = new }
        }
        return recording
    }
}
