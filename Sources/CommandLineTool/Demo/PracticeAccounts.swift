import Accounts
import Definitions
import Engine
import Regulation
import Submissions

/// The accounts of a demo: whoever acts in its story, and one who audits.
struct PracticeAccounts {
    let organizations: [Organization]
    let accounts: [Account]

    /// - Parameters:
    ///   - story: Who acts, and in which capacities.
    ///   - applicant: The company of its manifest.
    ///   - hub: The body that is the window of bundled filings.
    init(_ story: Story, applicant: OrganizationID, hub: BodyID?) {
        var bodies: [PersonID: Set<BodyID>] = [:]
        var roles: [PersonID: Set<String>] = [:]
        var leads: Set<PersonID> = []
        for actor in story.steps.map(\.actor) {
            switch actor.capacity {
            case .applicant: leads.insert(actor.person)
            case .role(let role, at: let body):
                bodies[actor.person, default: []].insert(body)
                roles[actor.person, default: []].insert(role)
            case .dependency, .deadline: break
            }
        }
        var organizations = [Organization(id: applicant, kind: .applicant)]
        var accounts = leads.sorted().map { Account(person: $0, organization: applicant, roles: [.lead]) }
        for (person, own) in bodies.sorted(by: { $0.key < $1.key }) where !leads.contains(person) {
            let names = own.sorted()
            let id = OrganizationID(names.map(\.rawValue).joined(separator: "-"))
            if !organizations.contains(where: { $0.id == id }) {
                let isHub = hub.map(own.contains) ?? false
                organizations.append(Organization(id: id, kind: isHub ? .hub : .authority, bodies: names))
            }
            let own = (roles[person] ?? []).sorted().map { AccountRole.body($0) }
            accounts.append(Account(person: person, organization: id, roles: own))
        }
        organizations.append(Organization(id: "audit-office", kind: .auditor))
        accounts.append(Account(person: "inspector", organization: "audit-office", roles: [.inspector]))
        self.organizations = organizations
        self.accounts = accounts
    }

    func add(to workspace: Workspace) async throws {
        let known = try workspace.tasuki.world.definitions.jurisdictions().flatMap(\.bodies).map(\.id)
        let office = workspace.accounts
        for organization in organizations {
            try await office.add(organization, known: known, by: AccountRecord.terminal)
        }
        for account in accounts { try await office.add(account, by: AccountRecord.terminal) }
    }
}
