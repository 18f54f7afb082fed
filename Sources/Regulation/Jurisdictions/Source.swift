/// Where a fact comes from, and how sure it is.
package struct Source: Hashable, Sendable {
    package let text: String
    package let url: String?
    /// The date of the source, with the precision it has.
    package let asOf: PartialDate?
    package let confidence: Confidence

    package init(text: String, url: String?, asOf: PartialDate?, confidence: Confidence) {
        self.text = text
        self.url = url
        self.asOf = asOf
        self.confidence = confidence
    }
}
