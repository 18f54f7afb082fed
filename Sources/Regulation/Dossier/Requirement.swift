/// What one authority wants under one heading.
package struct Requirement: Hashable, Sendable {
    package enum Need: String, Hashable, Sendable, CaseIterable {
        case required, conditional, optional, notRequired = "not-required"
    }

    /// For what kind of application it is wanted.
    package enum ApplicationType: String, Hashable, Sendable, CaseIterable {
        case initial, change, renewal
    }

    package let heading: HeadingCode
    package let need: Need
    /// Languages of which one must be present; empty where any will do.
    package let languages: [String]
    package let types: [ApplicationType]
    /// On what it depends, by language; only of a conditional requirement.
    package let when: [String: String]
    package let window: Window
    package let source: Source

    package init(
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
