package import CanonicalJSON
import Engine
import Regulation
import Submissions

extension Letter {
    /// The letter for programs; `Schemas/letters.schema.json` describes it.
    package func json(labels: Labels) -> JSONValue {
        .object([
            "letter": .string(id.description),
            "name": name.map { .string($0) } ?? .null,
            "case": .string(fullName),
            "event": .integer(Int64(id.event)),
            "action": .string(action.rawValue),
            "actionLabel": .string(labels.action(of: self)),
            "on": .string(on.description),
            "recordedAt": .string(recordedAt.description),
            "sender": .string(sender.description),
            "recordedBy": .string(recordedBy.person.rawValue),
            "mediaType": .string(mediaType),
            "size": .integer(Int64(size)),
            "digest": .string(digest.rawValue),
            "correctedBy": .array(correctedBy.map { .integer(Int64($0)) }),
            "takenBack": .bool(isTakenBack),
        ])
    }
}

extension Labels {
    /// What was done with the letter.
    package func action(of letter: Letter) -> String {
        letter.procedure.map { self["actions.\($0).\(letter.action)"] } ?? letter.action.rawValue
    }

    /// The name of the letter's file.
    package func name(of letter: Letter) -> String { letter.name ?? self["letters.erased"] }
}
