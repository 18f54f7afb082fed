public import TransparencyLog

/// What an audit of the whole log found.
public struct LogAudit: Hashable, Sendable {
    /// All leaves: events and refusals, and what is neither.
    public let leaves: Int
    public let events: Int
    public let refusals: Int
    public let submissions: Int
    /// Texts that match their commitments.
    public let texts: Int
    /// Commitments without a text: erased on request.
    public let erasedTexts: Int
    /// The root over the leaves as they are now.
    public let root: Digest
    /// In the order in which they show in the log, then those about submissions and the log as a whole.
    public let findings: [Finding]

    public var isSound: Bool { findings.isEmpty }
}
