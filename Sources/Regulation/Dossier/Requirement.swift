/// What one authority wants under one heading.
public struct Requirement: Hashable, Sendable {
    public enum Need: String, Hashable, Sendable, CaseIterable {
        case required, conditional, optional, notRequired = "not-required"
    }

    public let heading: HeadingCode
    public let need: Need
    /// Languages of which one must be present; empty where any will do.
    public let languages: [String]
    public let source: Source

    public init(heading: HeadingCode, need: Need, languages: [String], source: Source) {
        self.heading = heading
        self.need = need
        self.languages = languages
        self.source = source
    }
}
