package import Regulation
package import Submissions
import Synchronization
import TransparencyLog

/// The use cases of accounts, over the events that a store keeps.
///
/// Times are those of the wall clock, also in a workspace whose own clock is simulated: whoever signs in sits in the world.
package final class AccountOffice: Sendable {
    private struct Known {
        var book = AccountBook()
        var changes: Int?
    }

    private let store: any AccountStore
    private let randomBytes: @Sendable (Int) -> [UInt8]
    private let wallClock: @Sendable () -> Instant
    /// Whether commands are only checked, and nothing is written down.
    private let isRehearsing: Bool
    private let known = Mutex(Known())

    package init(
        store: any AccountStore,
        randomBytes: @escaping @Sendable (Int) -> [UInt8],
        wallClock: @escaping @Sendable () -> Instant,
        isRehearsing: Bool = false
    ) {
        self.isRehearsing = isRehearsing
        self.store = store
        self.randomBytes = randomBytes
        self.wallClock = wallClock
    }

    /// How long a session lasts, in milliseconds: a working day and what is added to it.
    package static let sessionLength: Int64 = 12 * 3_600_000

    /// All accounts as they are now.
    package func book() async throws -> AccountBook {
        let changes = try store.changeCount()
        let book = known.withLock { $0.changes == changes ? $0.book : nil }
        if let book { return book }
        return try await read(changes)
    }

    /// Reads what was added; `changes` was counted before.
    private func read(_ changes: Int) async throws -> AccountBook {
        var book = known.withLock { $0.book }
        for record in try await store.accountRecords(after: book.version) { book.apply(record) }
        return known.withLock { [book] known in
            if book.version >= known.book.version { known = Known(book: book, changes: changes) }
            return known.book
        }
    }

    /// Every event, with who recorded it.
    package func records() async throws -> [AccountRecord] { try await store.accountRecords(after: 0) }

    // MARK: - Coming in

    /// Who presents the secret of a token.
    package func admission(token text: String) async throws -> Admission? {
        guard let secret = Secret(.token, presented: text) else { return nil }
        return try await book().admission(token: secret, at: wallClock())
    }

    /// Who presents the secret of a session.
    package func admission(session text: String) async throws -> Admission? {
        guard let secret = Secret(.session, presented: text) else { return nil }
        return try await book().admission(session: secret, at: wallClock())
    }

    /// Whom the link would sign in; nothing is used up by looking.
    package func person(of link: String) async throws -> PersonID {
        guard let secret = Secret(.link, presented: link), let found = try await book().link(secret, at: wallClock())
        else { throw AccountFault.linkIsNotGood }
        return found.person
    }

    /// Signs in by a link, which is used up, and gives the secret of a new session.
    package func signIn(by link: String) async throws -> (secret: Secret, session: Session) {
        let book = try await book()
        let now = wallClock()
        guard let presented = Secret(.link, presented: link), let found = book.link(presented, at: now) else {
            throw AccountFault.linkIsNotGood
        }
        let secret = Secret(.session, randomBytes)
        let session = Session(
            digest: secret.digest,
            person: found.person,
            expires: now.adding(milliseconds: Self.sessionLength)
        )
        try await append(.signedIn(session, by: presented.digest), to: book, by: found.person.rawValue)
        return (secret, session)
    }

    /// Ends the session of the secret; of none, nothing.
    package func signOut(_ text: String) async throws {
        guard let secret = Secret(.session, presented: text) else { return }
        let book = try await book()
        guard let session = book.session(secret, at: wallClock()) else { return }
        try await append(.signedOut(session.digest), to: book, by: session.person.rawValue)
    }

    // MARK: - What an administrator does

    /// Adds an organization, or says of one what it is from now on.
    package func add(_ organization: Organization, known bodies: [BodyID], by recorder: String) async throws {
        try Self.check(organization.id.rawValue)
        if organization.isOfBodies, organization.bodies.isEmpty { throw AccountFault.bodiesWanted(organization.id) }
        if !organization.isOfBodies, !organization.bodies.isEmpty {
            throw AccountFault.bodiesUnwanted(organization.id)
        }
        for body in organization.bodies where !bodies.contains(body) {
            throw AccountFault.noSuchBody(body, known: bodies)
        }
        try await append(.organizationAdded(organization), to: try await book(), by: recorder)
    }

    /// Adds an account, or says of a person's what it is from now on.
    package func add(_ account: Account, by recorder: String) async throws {
        let book = try await book()
        try Self.check(account.person.rawValue)
        guard let organization = book.organizations[account.organization] else {
            throw AccountFault.noSuchOrganization(account.organization, known: book.organizations.keys.sorted())
        }
        if account.roles.isEmpty { throw AccountFault.noRole(account.person) }
        for role in account.roles where !role.fits(organization.kind) {
            throw AccountFault.roleDoesNotFit(role.text, organization.kind)
        }
        for role in account.roles { try Self.check(role.text) }
        for body in account.bodies where !organization.bodies.contains(body) {
            throw AccountFault.noSuchBody(body, known: organization.bodies)
        }
        try await append(.accountAdded(account), to: book, by: recorder)
    }

    /// Ends all that a person may do.
    package func leave(_ person: PersonID, by recorder: String) async throws {
        let book = try await book()
        _ = try Self.account(of: person, in: book)
        try await append(.accountLeft(person), to: book, by: recorder)
    }

    /// Makes a link by which the person signs in once.
    package func issueLink(to person: PersonID, hours: Int, by recorder: String) async throws -> Secret {
        let book = try await book()
        _ = try Self.account(of: person, in: book)
        let secret = Secret(.link, randomBytes)
        let expires = wallClock().adding(milliseconds: Int64(hours) * 3_600_000)
        let link = SignInLink(digest: secret.digest, person: person, expires: expires)
        try await append(.linkIssued(link), to: book, by: recorder)
        return secret
    }

    /// Makes a token for a person's programs; this is the only time that its secret is to be had.
    package func issueToken(
        named name: String,
        to person: PersonID,
        readOnly: Bool,
        submissions: [SubmissionName] = [],
        days: Int,
        by recorder: String
    ) async throws -> (secret: Secret, token: AccessToken) {
        let book = try await book()
        try Self.check(name)
        _ = try Self.account(of: person, in: book)
        let now = wallClock()
        // A name is free again once its token has run out.
        if book.tokens(of: person).contains(where: { $0.name == name && $0.expires > now }) {
            throw AccountFault.tokenExists(person, name)
        }
        let secret = Secret(.token, randomBytes)
        let token = AccessToken(
            digest: secret.digest,
            person: person,
            name: name,
            isReadOnly: readOnly,
            submissions: submissions,
            expires: now.adding(milliseconds: Int64(days) * 86_400_000)
        )
        try await append(.tokenIssued(token), to: book, by: recorder)
        return (secret, token)
    }

    package func revokeToken(named name: String, of person: PersonID, by recorder: String) async throws {
        let book = try await book()
        _ = try Self.account(of: person, in: book)
        let names = book.tokens(of: person).map(\.name)
        guard names.contains(name) else { throw AccountFault.noSuchToken(person, name, known: names) }
        try await append(.tokenRevoked(person, name), to: book, by: recorder)
    }

    private func append(_ event: AccountEvent, to book: AccountBook, by recorder: String) async throws {
        if isRehearsing { return }
        try await store.append([event], after: book.version, at: wallClock(), by: recorder)
    }

    private static func account(of person: PersonID, in book: AccountBook) throws -> Account {
        guard let account = book.accounts[person] else {
            throw AccountFault.noSuchPerson(person, known: book.accounts.keys.sorted())
        }
        return account
    }

    /// Ids are what the log of submissions takes for a person.
    private static func check(_ text: String) throws {
        let isID =
            !text.isEmpty && text.utf8.count <= 64
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || ".-_".utf8.contains(byte)
            }
        guard isID else { throw AccountFault.badID(text) }
    }
}
