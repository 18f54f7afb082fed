/// What somebody does at an organization.
package enum AccountRole: Hashable, Sendable {
    /// Acts for an applicant.
    case lead
    /// Sees what the organization sees, and does nothing.
    case reader
    /// Audits.
    case inspector
    /// A role of the procedures at the bodies of an authority, such as `officer`.
    case body(String)

    package init(_ text: String) {
        switch text {
        case "lead": self = .lead
        case "reader": self = .reader
        case "inspector": self = .inspector
        default: self = .body(text)
        }
    }

    package var text: String {
        switch self {
        case .lead: "lead"
        case .reader: "reader"
        case .inspector: "inspector"
        case .body(let role): role
        }
    }

    /// Whether people of such an organization can have the role.
    func fits(_ kind: Organization.Kind) -> Bool {
        switch (self, kind) {
        case (.lead, .applicant), (.inspector, .auditor), (.body, .authority), (.body, .hub): true
        case (.reader, _): true
        case (.lead, _), (.inspector, _), (.body, _): false
        }
    }
}
