package import Regulation
import Submissions
import TransparencyLog

/// All accounts as their events make them.
package struct AccountBook: Sendable {
    package private(set) var organizations: [OrganizationID: Organization] = [:]
    package private(set) var accounts: [PersonID: Account] = [:]
    private var links: [Digest: SignInLink] = [:]
    private var sessions: [Digest: Session] = [:]
    private var tokens: [Digest: AccessToken] = [:]
    /// The number of the last event.
    package private(set) var version = 0

    package init() {}

    package mutating func apply(_ record: AccountRecord) {
        version = record.number
        switch record.event {
        case .organizationAdded(let organization): organizations[organization.id] = organization
        case .accountAdded(let account): accounts[account.person] = account
        case .accountLeft(let person):
            accounts[person] = nil
            links = links.filter { $0.value.person != person }
            sessions = sessions.filter { $0.value.person != person }
            tokens = tokens.filter { $0.value.person != person }
        case .linkIssued(let link): links[link.digest] = link
        case .signedIn(let session, by: let link):
            links[link] = nil
            // What has ended is of no use to anybody.
            sessions = sessions.filter { $0.value.expires > record.recordedAt }
            sessions[session.digest] = session
        case .signedOut(let session): sessions[session] = nil
        case .tokenIssued(let token): tokens[token.digest] = token
        case .tokenRevoked(let person, let name):
            tokens = tokens.filter { $0.value.person != person || $0.value.name != name }
        }
    }

    package func organization(of account: Account) -> Organization? { organizations[account.organization] }

    // MARK: - What was presented, while it is good

    package func link(_ secret: Secret, at now: Instant) -> SignInLink? {
        links[secret.digest].flatMap { $0.expires > now ? $0 : nil }
    }

    package func session(_ secret: Secret, at now: Instant) -> Session? {
        sessions[secret.digest].flatMap { $0.expires > now ? $0 : nil }
    }

    package func token(_ secret: Secret, at now: Instant) -> AccessToken? {
        tokens[secret.digest].flatMap { $0.expires > now ? $0 : nil }
    }

    /// The tokens of a person, in the order of their names.
    package func tokens(of person: PersonID) -> [AccessToken] {
        tokens.values.filter { $0.person == person }.sorted { $0.name < $1.name }
    }
}
