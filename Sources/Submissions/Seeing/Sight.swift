package import Regulation

/// What somebody may see of a workspace; what it does not name is not shown, and nothing tells that it is there.
package struct Sight: Hashable, Sendable {
    package enum Scope: Hashable, Sendable {
        /// Everything: the workspace's own people, and an auditor.
        case all
        /// What these companies filed.
        case applicants(Set<OrganizationID>)
        /// What is before these bodies, and what was shared with them.
        case bodies(Set<BodyID>)
    }

    package let scope: Scope
    /// Only these submissions; nil for each that the scope shows.
    package let only: Set<SubmissionName>?

    package init(_ scope: Scope, only: Set<SubmissionName>? = nil) {
        self.scope = scope
        self.only = only
    }

    package static let all = Sight(.all)

    /// Whether everything is shown as it is.
    package var isWhole: Bool { scope == .all && only == nil }
}
