import CanonicalJSON
package import Regulation
package import Submissions

/// An attempt that a rule refused, as its leaf holds it.
package struct RecordedRefusal: Hashable, Sendable {
    /// The word by which such a leaf names its type.
    static let type: StaticString = "refused"

    package let submission: SubmissionName
    package let recordedAt: Instant
    package let actor: Actor
    /// What was tried: `SG/approve`, `correct/12`, `file`.
    package let attempt: String
    /// The stable code of the rule that answered.
    package let code: String

    /// - Throws: the first defect found, with its path.
    init(form leaf: CanonicalValue) throws(EventDefect) {
        self = try ObjectReader.reading(leaf) { (leaf: inout ObjectReader) throws(EventDefect) in
            try Self(from: &leaf)
        }
    }

    private init(from leaf: inout ObjectReader) throws(EventDefect) {
        let version: Int = try leaf.required("v")
        guard version == 1 else { throw EventDefect(path: "v", .newerVersion(version, newestKnown: 1)) }
        let type: String = try leaf.required("type")
        guard type == "\(Self.type)" else {
            throw EventDefect(path: "type", .unknownWord(type, known: ["\(Self.type)"]))
        }
        submission = try leaf.required("submission")
        recordedAt = try leaf.required("recordedAt")
        actor = try leaf.required("by")
        (attempt, code) = try leaf.object("data") { (data: inout ObjectReader) throws(EventDefect) in
            let attempt: String = try data.required("attempt")
            let code: String = try data.required("code")
            return (attempt, code)
        }
    }
}
