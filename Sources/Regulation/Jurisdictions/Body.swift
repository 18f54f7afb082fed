/// An authority or assessor of a jurisdiction, with what the law lets it do.
package struct Body: Hashable, Sendable {
    /// What a body does in a procedure.
    ///
    /// One jurisdiction may split these over several bodies.
    package enum Function: String, Hashable, Sendable, CaseIterable {
        case reviews, decides, advises, assesses
    }

    package let id: BodyID
    package let functions: [Function]
    /// Names by BCP 47 language: English, Japanese and the body's own.
    package let names: [String: String]
    /// The working calendar of the place where it sits, where that is not the jurisdiction's.
    package let calendar: String?
    package let source: Source

    package init(
        id: BodyID,
        functions: [Function],
        names: [String: String],
        calendar: String? = nil,
        source: Source
    ) {
        self.id = id
        self.functions = functions
        self.names = names
        self.calendar = calendar
        self.source = source
    }
}
