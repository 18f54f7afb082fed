import Regulation
import Submissions
import TransparencyLog

/// Turns free texts into salted commitments, and keeps the texts with their salts.
struct TextCommitter {
    let randomBytes: @Sendable (Int) -> [UInt8]
    private(set) var texts: [CommittedText] = []

    init(randomBytes: @escaping @Sendable (Int) -> [UInt8]) { self.randomBytes = randomBytes }

    mutating func commit(_ text: String) -> TextCommitment {
        let salt = randomBytes(16)
        let digest = SaltedText.commit(text, salt: salt)
        let commitment = TextCommitment(digest.description)
        texts.append(CommittedText(commitment: commitment, salt: salt, text: text))
        return commitment
    }

    /// A reason that a person gives beside the fields of an action.
    ///
    /// - Throws: ``EngineError/badPayload(path:reason:)`` where it says nothing.
    mutating func commit(reason text: String) throws(EngineError) -> TextCommitment {
        guard !text.allSatisfy(\.isWhitespace) else {
            throw .badPayload(path: "reason", reason: "expected a text that is not empty")
        }
        return commit(text)
    }
}
