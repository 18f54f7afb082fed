package import Regulation

/// Whom an account belongs to: a company, an authority, the hub's authority, or who audits.
package struct Organization: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A company that files; its id is that of the applicant in manifests.
        case applicant
        case authority
        /// The authority that is the window of bundled filings.
        case hub
        /// Reads and exports everything, and does nothing.
        case auditor
    }

    package let id: OrganizationID
    package let kind: Kind
    /// The bodies for which its people act; none but for an authority and the hub.
    package let bodies: [BodyID]

    package init(id: OrganizationID, kind: Kind, bodies: [BodyID] = []) {
        self.id = id
        self.kind = kind
        self.bodies = bodies
    }

    /// Whether people act there for bodies.
    package var isOfBodies: Bool { kind == .authority || kind == .hub }
}
