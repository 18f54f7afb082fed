/// What one authority wants under one heading.
public struct Requirement: Hashable, Sendable {
    public enum Need: String, Hashable, Sendable, CaseIterable {
        case required, conditional, optional, notRequired = "not-required"
    }

    /// For what kind of application it is wanted.
    public enum ApplicationType: String, Hashable, Sendable, CaseIterable {
        case initial, change, renewal
    }

    public let heading: HeadingCode
    public let need: Need
    /// Languages of which one must be present; empty where any will do.
    public let languages: [String]
    public let types: [ApplicationType]
    /// On what it depends, by language; only of a conditional requirement.
    public let when: [String: String]
    public let window: Window
    public let source: Source

    public init(
        heading: HeadingCode,
        need: Need,
        languages: [String],
        types: [ApplicationType] = [.initial],
        when: [String: String] = [:],
        window: Window = .always,
        source: Source
    ) {
        self.heading = heading
        self.need = need
        self.languages = languages
        self.types = types
        self.when = when
        self.window = window
        self.source = source
    }
}
