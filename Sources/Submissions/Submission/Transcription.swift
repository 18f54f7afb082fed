package import Regulation

/// An act of a body that the applicant typed in from its letter, and what the body itself says of it.
package struct Transcription: Hashable, Codable, Sendable {
    /// What the body said last, since the entry was last corrected.
    package struct Answer: Hashable, Codable, Sendable {
        /// The event by which it was said.
        package let event: Int
        package let on: PartialDate
        /// Why it is not what the body did; `nil` where it is.
        package let dispute: TextCommitment?

        package init(event: Int, on date: PartialDate, dispute: TextCommitment?) {
            self.event = event
            on = date
            self.dispute = dispute
        }
    }

    /// The number of the event.
    package let event: Int
    package let name: CaseName
    package let action: ActionName
    /// In whose name it was typed in.
    package let sender: Actor.Capacity
    /// As corrected.
    package internal(set) var occurredOn: PartialDate
    /// `nil` while the body has said nothing of it as it stands now.
    package internal(set) var answer: Answer?

    package init(
        event: Int,
        name: CaseName,
        action: ActionName,
        sender: Actor.Capacity,
        occurredOn: PartialDate,
        answer: Answer? = nil
    ) {
        self.event = event
        self.name = name
        self.action = action
        self.sender = sender
        self.occurredOn = occurredOn
        self.answer = answer
    }

    /// The body whose act it was.
    package var body: BodyID? { sender.body }
    package var isConfirmed: Bool { answer.map { $0.dispute == nil } ?? false }
    package var isDisputed: Bool { answer?.dispute != nil }
}

extension Actor.Capacity {
    /// The body at which the role is; `nil` for the applicant and for Tasuki itself.
    package var body: BodyID? { if case .role(_, at: let body) = self { body } else { nil } }
}

extension Submission {
    /// Whether the body acts in this submission itself: it has recorded something here, be it taken back since.
    package func actsItself(_ body: BodyID) -> Bool { actingBodies.contains(body) }

    /// What was typed in from letters in the case and stands, in the order in which it was typed in.
    package func transcriptions(of subject: Case) -> [Transcription] {
        subject.transcribed.isEmpty ? [] : transcriptions.filter { subject.transcribed.contains($0.event) }
    }

    /// What the event typed in from a letter; `nil` where it did not, or was taken back.
    package func transcription(_ event: Int) -> Transcription? {
        transcriptions.first { letter in
            letter.event == event && self[letter.name]?.transcribed.contains(event) == true
        }
    }

    /// Letters of bodies that act here themselves, of which they have said nothing.
    package func lettersToConfirm(of subject: Case) -> [Transcription] {
        transcriptions(of: subject).filter { $0.answer == nil && $0.body.map(actsItself) ?? false }
    }

    /// Letters of which their body says that it did otherwise.
    package func disputes(of subject: Case) -> [Transcription] { transcriptions(of: subject).filter(\.isDisputed) }

    /// Notes who acts, what was typed in from a letter, and what becomes of such an entry.
    mutating func noteLetters(of record: EventRecord) {
        let actor = record.recordedBy.capacity
        // Few, so that comparing beats hashing.
        if let body = actor.body, !actingBodies.contains(body) { actingBodies.append(body) }
        switch record.event {
        case .caseAdvanced(let advanced):
            guard let sender = record.onBehalfOf, let action = advanced.cause.action else { return }
            transcriptions.append(
                Transcription(
                    event: record.number,
                    name: advanced.name,
                    action: action,
                    sender: sender,
                    occurredOn: record.occurredOn
                )
            )
        case .corrected(let corrected):
            // What was said was said of the entry as it was; a body that puts it right says itself what it did.
            answer(corrected.event) { letter in
                if let date = corrected.newDate { letter.occurredOn = date }
                let isOwn = actor.body != nil && actor.body == letter.body
                letter.answer = isOwn ? .init(event: record.number, on: record.occurredOn, dispute: nil) : nil
            }
        case .letterConfirmed(let confirmed):
            answer(confirmed.event) { $0.answer = .init(event: record.number, on: record.occurredOn, dispute: nil) }
            touch(confirmed.name)
        case .letterDisputed(let disputed):
            let reason = disputed.reason
            answer(disputed.event) { $0.answer = .init(event: record.number, on: record.occurredOn, dispute: reason) }
            touch(disputed.name)
        default: break
        }
    }

    private mutating func answer(_ event: Int, _ change: (inout Transcription) -> Void) {
        guard let index = transcriptions.firstIndex(where: { $0.event == event }) else { return }
        change(&transcriptions[index])
    }
}
