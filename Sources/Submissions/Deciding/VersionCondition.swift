/// The versions of which the case, or the submission, must have one for the command to be meant.
package struct VersionCondition: Hashable, Sendable {
    /// Empty where none of what was named can be a version, so that the condition never holds.
    package let versions: [Int]

    package init(_ version: Int) { versions = [version] }

    package init(oneOf versions: [Int]) { self.versions = versions }

    func check(_ actual: Int) throws(Refusal) {
        if versions.contains(actual) { return }
        guard versions.count == 1, let expected = versions.first else { throw .noVersionMatches(actual: actual) }
        throw .staleVersion(expected: expected, actual: actual)
    }
}
