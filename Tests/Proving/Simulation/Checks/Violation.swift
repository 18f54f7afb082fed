/// An invariant that did not hold.
public struct Violation: Error, Hashable, Sendable {
    /// The invariant in a few words; the same whatever the run.
    public let rule: String
    public let detail: String

    init(_ rule: String, _ detail: String) {
        self.rule = rule
        self.detail = detail
    }
}
