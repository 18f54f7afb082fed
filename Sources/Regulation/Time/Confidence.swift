/// How well a fact of the configuration is known.
package enum Confidence: String, Hashable, Codable, Sendable, CaseIterable {
    /// Read in the official source that is named beside it.
    case confirmed
    /// Taken from a secondary source, or not yet published; shown as such, and never deciding alone.
    case unconfirmed
}
