/// An invariant that did not hold.
package struct Violation: Error, Hashable, Sendable {
    /// The invariant in a few words; the same whatever the run.
    package let rule: String
    package let detail: String

    init(_ rule: String, _ detail: String) {
        self.rule = rule
        self.detail = detail
    }
}
