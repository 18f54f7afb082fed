/// An authority or assessor of a jurisdiction, with what the law lets it do.
public struct Body: Hashable, Sendable {
    /// What a body does in a procedure.
    ///
    /// One jurisdiction may split these over several bodies.
    public enum Function: String, Hashable, Sendable, CaseIterable {
        case reviews, decides, advises, assesses
    }

    public let id: BodyID
    public let functions: [Function]
    /// Names by BCP 47 language: English, Japanese and the body's own.
    public let names: [String: String]
    public let source: Source

    public init(id: BodyID, functions: [Function], names: [String: String], source: Source) {
        self.id = id
        self.functions = functions
        self.names = names
        self.source = source
    }
}
