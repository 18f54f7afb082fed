package import Regulation
package import Submissions
package import TransparencyLog

/// Who somebody turned out to be, and what that allows.
package struct Admission: Hashable, Sendable {
    package enum Means: Hashable, Sendable {
        /// A session, by the digest of its secret.
        case session(Digest)
        /// A token, by its name.
        case token(String)
    }

    package let account: Account
    package let organization: Organization
    package let means: Means
    package let expires: Instant
    package let capacities: [Actor.Capacity]
    package let sight: Sight

    init(_ account: Account, of organization: Organization, bySession session: Session) {
        self.account = account
        self.organization = organization
        means = .session(session.digest)
        expires = session.expires
        capacities = account.capacities(at: organization)
        sight = account.sight(at: organization)
    }

    init(_ account: Account, of organization: Organization, by token: AccessToken) {
        self.account = account
        self.organization = organization
        means = .token(token.name)
        expires = token.expires
        capacities = token.isReadOnly ? [] : account.capacities(at: organization)
        let sight = account.sight(at: organization)
        // A token never opens more than its owner has.
        let only = token.submissions.isEmpty ? nil : Set(token.submissions)
        self.sight = Sight(sight.scope, only: only.map { sight.only?.intersection($0) ?? $0 } ?? sight.only)
    }

    package var person: PersonID { account.person }

    /// Whether the request came from a browser, which sends its cookie whoever asks it to.
    package var isSession: Bool { if case .session = means { true } else { false } }
}

extension AccountBook {
    /// Who presents the secret of a session; nil where it is none that is good now.
    package func admission(session secret: Secret, at now: Instant) -> Admission? {
        guard let session = session(secret, at: now), let account = accounts[session.person],
            let organization = organization(of: account)
        else { return nil }
        return Admission(account, of: organization, bySession: session)
    }

    /// Who presents the secret of a token; nil where it is none that is good now.
    package func admission(token secret: Secret, at now: Instant) -> Admission? {
        guard let token = token(secret, at: now), let account = accounts[token.person],
            let organization = organization(of: account)
        else { return nil }
        return Admission(account, of: organization, by: token)
    }
}
