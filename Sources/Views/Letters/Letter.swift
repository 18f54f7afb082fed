import Engine
package import Regulation
package import Submissions

/// A document that came with an event: a letter of an authority, or what was sent to it.
package struct Letter: Hashable, Sendable {
    /// The event with which it came, and its place among the documents of that event.
    package struct ID: Hashable, Sendable, CustomStringConvertible {
        package let submission: SubmissionName
        package let event: Int
        /// From 1.
        package let place: Int

        package init(submission: SubmissionName, event: Int, place: Int = 1) {
            self.submission = submission
            self.event = event
            self.place = place
        }

        /// The letter that `text` names: `colon-cade#17`, and `colon-cade#17.2` for a second one; nil where it names none.
        package init?(_ text: String) {
            let parts = text.split(separator: "#", omittingEmptySubsequences: false)
            guard parts.count == 2, let name = parts.first, !name.isEmpty, let last = parts.last else { return nil }
            let numbers = last.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
            guard numbers.count <= 2, numbers.allSatisfy({ $0 > 0 }), let event = numbers.first else { return nil }
            self.init(
                submission: SubmissionName(String(name)),
                event: event,
                place: numbers.count == 2 ? numbers[1] : 1
            )
        }

        package var description: String { "\(submission)#\(event)" + (place == 1 ? "" : ".\(place)") }
    }

    package let id: ID
    /// The name of the file as it came; nil where it was erased.
    package let name: String?
    package let digest: DocumentDigest
    package let mediaType: String
    /// In bytes.
    package let size: Int
    package let caseName: CaseName
    package let action: ActionName
    package let procedure: ProcedureID?
    /// When it happened, as it stands after every correction.
    package let on: PartialDate
    package let recordedAt: Instant
    /// Whose act it was.
    package let sender: Actor.Capacity
    package let recordedBy: Actor
    /// Numbers of later events that correct the event or take it back; the letter stays with the event.
    package let correctedBy: [Int]
    /// Whether the event was taken back.
    package let isTakenBack: Bool
    /// What was typed in from it, where it was, with what its body says of it.
    package var transcription: Transcription?

    /// `colon-cade/SG`.
    package var fullName: String { "\(id.submission)/\(caseName)" }
}

extension Letter {
    /// Whether the letter came from that body, or from the applicant where that is asked for.
    package func isFrom(_ sender: String) -> Bool {
        switch self.sender {
        case .role(_, at: let body): body.rawValue.lowercased() == sender.lowercased()
        case .applicant, .dependency, .deadline: self.sender.description == sender.lowercased()
        }
    }
}
