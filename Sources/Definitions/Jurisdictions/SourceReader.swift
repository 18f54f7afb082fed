import Regulation

/// Reads where a fact comes from.
enum SourceReader {
    private static let keys = ["text", "url", "asOf", "confidence"]

    /// The source in `tree`; `demandsText` is false for the pinned form, which keeps only the confidence.
    static func source(_ tree: Tree, demandsText: Bool, _ findings: Findings) -> Source? {
        guard let fields = Fields(tree, "a source", keys: keys, findings) else { return nil }
        let text = demandsText ? fields.requiredWord("text") : fields.word("text")
        let confidence: Confidence? = fields.requiredChoice("confidence")
        let asOf = fields["asOf"].flatMap { $0.printedDate("‘asOf’", findings) }
        let url = fields.word("url")
        if let url, !url.hasPrefix("https://"), !url.hasPrefix("http://") {
            findings.error("‘\(url)’ is no address on the web", at: fields["url"]?.place ?? tree.place)
        }
        guard let confidence else { return nil }
        return Source(text: text ?? "", url: url, asOf: asOf, confidence: confidence)
    }
}

extension Fields {
    /// The source of the fact that these fields state; every fact has one.
    func source(demandsText: Bool) -> Source? {
        required("source").flatMap { SourceReader.source($0, demandsText: demandsText, findings) }
    }
}
