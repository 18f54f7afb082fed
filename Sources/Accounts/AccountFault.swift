package import Regulation
import Submissions

/// Why nothing was done about an account.
package enum AccountFault: Error, Hashable, Sendable {
    case noSuchPerson(PersonID, known: [PersonID])
    case noSuchOrganization(OrganizationID, known: [OrganizationID])
    /// An id is empty, or holds more than letters, digits, `.`, `-` and `_`.
    case badID(String)
    /// Only authorities and the hub have bodies, and they need one.
    case bodiesWanted(OrganizationID), bodiesUnwanted(OrganizationID)
    case noSuchBody(BodyID, known: [BodyID])
    /// Somebody without a role could do nothing.
    case noRole(PersonID)
    case roleDoesNotFit(String, Organization.Kind)
    case tokenExists(PersonID, String)
    case noSuchToken(PersonID, String, known: [String])
    /// The link was used, has run out, or never was.
    case linkIsNotGood
    /// Another wrote at the same time; the same may be asked again.
    case changedMeanwhile

    /// A stable word for programs.
    package var code: String {
        switch self {
        case .noSuchPerson: "account.unknown"
        case .noSuchOrganization: "organization.unknown"
        case .badID: "account.malformed-id"
        case .bodiesWanted, .bodiesUnwanted: "organization.bodies"
        case .noSuchBody: "body.unknown"
        case .noRole, .roleDoesNotFit: "account.role"
        case .tokenExists: "token.exists"
        case .noSuchToken: "token.unknown"
        case .linkIsNotGood: "link.not-good"
        case .changedMeanwhile: "account.changed"
        }
    }
}
