package import Accounts
import Regulation
import Submissions
package import Views

extension Labels {
    /// Why nothing was done about an account, and what to do.
    package func words(for fault: AccountFault) -> String {
        switch fault {
        case .noSuchPerson(let person, let known):
            text("accounts.faults.noSuchPerson", person.rawValue) + hint(known.map(\.rawValue))
        case .noSuchOrganization(let id, let known):
            text("accounts.faults.noSuchOrganization", id.rawValue) + hint(known.map(\.rawValue))
        case .badID(let text): self.text("accounts.faults.badID", text)
        case .bodiesWanted(let id): text("accounts.faults.bodiesWanted", id.rawValue)
        case .bodiesUnwanted(let id): text("accounts.faults.bodiesUnwanted", id.rawValue)
        case .noSuchBody(let body, let known):
            text("refusals.unknownBody", body.rawValue) + hint(known.map(\.rawValue))
        case .noRole(let person): text("accounts.faults.noRole", person.rawValue)
        case .roleDoesNotFit(let role, let kind):
            text("accounts.faults.roleDoesNotFit", role, self["accounts.kinds.\(kind.rawValue)"])
        case .tokenExists(let person, let name): text("accounts.faults.tokenExists", person.rawValue, name)
        case .noSuchToken(let person, let name, let known):
            text("accounts.faults.noSuchToken", person.rawValue, name) + hint(known)
        case .linkIsNotGood: self["accounts.faults.linkIsNotGood"]
        case .changedMeanwhile: self["accounts.faults.changedMeanwhile"]
        }
    }

    private func hint(_ names: [String]) -> String {
        names.isEmpty
            ? "" : self["refusals.separator"] + text("refusals.known", names.joined(separator: ", "))
    }
}
