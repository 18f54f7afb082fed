import Regulation
import Submissions

/// Whether what names an actor may enter the log, which holds ids and never names or mail addresses.
enum ActorCheck {
    /// - Throws: ``EngineError/badPayload(path:reason:)`` that names the option to correct.
    static func check(_ actor: Actor) throws {
        try check(actor.person, at: "by")
        if case .role(let role, let body) = actor.capacity, !isID(role) || !isID(body.rawValue) {
            throw EngineError.badPayload(path: "as", reason: "expected ROLE@BODY such as officer@HSA")
        }
    }

    static func check(_ person: PersonID, at path: String) throws {
        guard isID(person.rawValue) else {
            throw EngineError.badPayload(
                path: path,
                reason: "expected a person's id of letters, digits, '.', '-' and '_', no name or mail address"
            )
        }
    }

    private static func isID(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 64
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || ".-_".utf8.contains(byte)
            }
    }
}
