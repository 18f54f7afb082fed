/// Where a fact comes from, and how sure it is.
public struct Source: Hashable, Sendable {
    public let text: String
    public let url: String?
    /// The date of the source, with the precision it has.
    public let asOf: PartialDate?
    public let confidence: Confidence

    public init(text: String, url: String?, asOf: PartialDate?, confidence: Confidence) {
        self.text = text
        self.url = url
        self.asOf = asOf
        self.confidence = confidence
    }
}
