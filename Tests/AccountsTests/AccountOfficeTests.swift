import Accounts
import Regulation
import Submissions
import Synchronization
import Testing
import TransparencyLog

/// Keeps events in memory, and has a clock that the test moves.
final class MemoryStore: AccountStore {
    private let records = Mutex<[AccountRecord]>([])
    let now = Mutex(Instant(millisecondsSinceEpoch: 1_000_000))

    func changeCount() throws -> Int { records.withLock(\.count) }

    func accountRecords(after number: Int) async throws -> [AccountRecord] {
        records.withLock { $0.filter { $0.number > number } }
    }

    func append(_ events: [AccountEvent], after number: Int, at instant: Instant, by recorder: String) async throws {
        try records.withLock { records in
            guard records.count == number else { throw AccountFault.changedMeanwhile }
            for event in events {
                // As a store keeps it.
                let kept = try AccountCodec.event(from: AccountCodec.text(of: event))
                records.append(
                    AccountRecord(number: records.count + 1, recordedAt: instant, recordedBy: recorder, event: kept)
                )
            }
        }
    }

    func pass(hours: Int64) { now.withLock { $0 = $0.adding(milliseconds: hours * 3_600_000) } }
}

@Suite("Accounts") struct AccountOfficeTests {
    private let store = MemoryStore()
    private let counter = Counter()

    final class Counter: Sendable {
        private let value = Mutex<UInt8>(0)
        func next() -> UInt8 {
            value.withLock {
                $0 += 1; return $0
            }
        }
    }

    private var office: AccountOffice {
        AccountOffice(
            store: store,
            randomBytes: { [counter] count in Array(repeating: counter.next(), count: count) },
            wallClock: { [store] in store.now.withLock { $0 } }
        )
    }

    private func settled() async throws -> AccountOffice {
        let office = office
        let known: [BodyID] = ["HSA", "PMDA"]
        try await office.add(Organization(id: "HSA", kind: .authority, bodies: ["HSA"]), known: known, by: "terminal")
        try await office.add(Organization(id: "acme", kind: .applicant), known: known, by: "terminal")
        try await office.add(
            Account(person: "aiko", organization: "HSA", roles: [.body("officer")]),
            by: "terminal"
        )
        try await office.add(Account(person: "lead", organization: "acme", roles: [.lead]), by: "terminal")
        return office
    }

    @Test("A link signs in once, and only while it is good")
    func links() async throws {
        let office = try await settled()
        let link = try await office.issueLink(to: "aiko", hours: 1, by: "terminal").text
        #expect(try await office.person(of: link) == "aiko")
        #expect(try await office.person(of: link) == "aiko", "to look uses nothing up")
        let (secret, session) = try await office.signIn(by: link)
        #expect(session.person == "aiko")
        await #expect(throws: AccountFault.linkIsNotGood) { try await office.signIn(by: link) }
        let admission = try #require(try await office.admission(session: secret.text))
        #expect(admission.capacities == [.role("officer", at: "HSA")])
        #expect(admission.sight == Sight(.bodies(["HSA"])))
        // A secret of one kind opens nothing of another.
        #expect(try await office.admission(token: secret.text) == nil)
        store.pass(hours: 13)
        #expect(try await office.admission(session: secret.text) == nil, "a session ends by itself")
        let late = try await office.issueLink(to: "aiko", hours: 1, by: "terminal").text
        store.pass(hours: 1)
        await #expect(throws: AccountFault.linkIsNotGood) { try await office.person(of: late) }
        await #expect(throws: AccountFault.linkIsNotGood) { try await office.signIn(by: late) }
        await #expect(throws: AccountFault.linkIsNotGood) {
            try await office.signIn(by: "tsl_" + String(repeating: "A", count: 43))
        }
    }

    @Test("Signing out ends that session and no other; another office of the same store knows it")
    func signingOut() async throws {
        let office = try await settled()
        var secrets: [Secret] = []
        for _ in 0..<2 {
            let link = try await office.issueLink(to: "lead", hours: 1, by: "terminal").text
            secrets.append(try await office.signIn(by: link).secret)
        }
        let other = self.office
        #expect(try await other.admission(session: secrets[0].text)?.person == "lead")
        try await office.signOut(secrets[0].text)
        #expect(try await other.admission(session: secrets[0].text) == nil)
        #expect(try await other.admission(session: secrets[1].text)?.capacities == [.applicant])
    }

    @Test("A token opens what it was made for until it is revoked or runs out")
    func tokens() async throws {
        let office = try await settled()
        let (secret, _) = try await office.issueToken(
            named: "widget",
            to: "aiko",
            readOnly: true,
            submissions: ["colon-cade"],
            days: 2,
            by: "terminal"
        )
        let admission = try #require(try await office.admission(token: secret.text))
        #expect(admission.capacities.isEmpty, "it only reads")
        #expect(admission.sight == Sight(.bodies(["HSA"]), only: ["colon-cade"]))
        await #expect(throws: AccountFault.tokenExists("aiko", "widget")) {
            try await office.issueToken(named: "widget", to: "aiko", readOnly: true, days: 2, by: "terminal")
        }
        try await office.revokeToken(named: "widget", of: "aiko", by: "terminal")
        #expect(try await office.admission(token: secret.text) == nil)
        let (second, _) = try await office.issueToken(
            named: "widget",
            to: "aiko",
            readOnly: false,
            days: 2,
            by: "terminal"
        )
        #expect(try await office.admission(token: second.text)?.capacities.isEmpty == false)
        store.pass(hours: 48)
        #expect(try await office.admission(token: second.text) == nil)
        // What ran out does not keep its name.
        _ = try await office.issueToken(named: "widget", to: "aiko", readOnly: false, days: 2, by: "terminal")
    }

    @Test("Who leaves is shut out at once, also if the same person comes again")
    func leaving() async throws {
        let office = try await settled()
        let link = try await office.issueLink(to: "aiko", hours: 1, by: "terminal").text
        let (token, _) = try await office.issueToken(named: "t", to: "aiko", readOnly: false, days: 1, by: "terminal")
        let session = try await office.signIn(by: try await office.issueLink(to: "aiko", hours: 1, by: "terminal").text)
        try await office.leave("aiko", by: "terminal")
        #expect(try await office.admission(token: token.text) == nil)
        #expect(try await office.admission(session: session.secret.text) == nil)
        await #expect(throws: AccountFault.linkIsNotGood) { try await office.signIn(by: link) }
        try await office.add(Account(person: "aiko", organization: "HSA", roles: [.reader]), by: "terminal")
        #expect(try await office.admission(token: token.text) == nil)
        await #expect(throws: AccountFault.noSuchPerson("ben", known: ["aiko", "lead"])) {
            try await office.leave("ben", by: "terminal")
        }
    }

    @Test("What cannot be is refused, and changes nothing")
    func refusals() async throws {
        let office = try await settled()
        let before = try await office.records().count
        let known: [BodyID] = ["HSA"]
        let organizations: [(Organization, AccountFault)] = [
            (Organization(id: "a b", kind: .auditor), .badID("a b")),
            (Organization(id: "X", kind: .authority), .bodiesWanted("X")),
            (Organization(id: "X", kind: .applicant, bodies: ["HSA"]), .bodiesUnwanted("X")),
            (Organization(id: "X", kind: .hub, bodies: ["NONE"]), .noSuchBody("NONE", known: ["HSA"])),
        ]
        for (organization, fault) in organizations {
            await #expect(throws: fault) { try await office.add(organization, known: known, by: "terminal") }
        }
        let accounts: [(Account, AccountFault)] = [
            (Account(person: "a@b", organization: "HSA", roles: [.reader]), .badID("a@b")),
            (
                Account(person: "ben", organization: "NIX", roles: [.reader]),
                .noSuchOrganization("NIX", known: ["HSA", "acme"])
            ),
            (Account(person: "ben", organization: "HSA", roles: []), .noRole("ben")),
            (Account(person: "ben", organization: "HSA", roles: [.lead]), .roleDoesNotFit("lead", .authority)),
            (
                Account(person: "ben", organization: "acme", roles: [.body("officer")]),
                .roleDoesNotFit("officer", .applicant)
            ),
            (
                Account(person: "ben", organization: "HSA", roles: [.reader], bodies: ["PMDA"]),
                .noSuchBody("PMDA", known: ["HSA"])
            ),
        ]
        for (account, fault) in accounts {
            await #expect(throws: fault) { try await office.add(account, by: "terminal") }
        }
        #expect(try await office.records().count == before)
    }

    @Test("What is kept holds no secret")
    func secrets() async throws {
        let office = try await settled()
        let link = try await office.issueLink(to: "aiko", hours: 1, by: "terminal")
        let (token, _) = try await office.issueToken(named: "t", to: "aiko", readOnly: false, days: 1, by: "terminal")
        let session = try await office.signIn(by: link.text)
        let kept = try await office.records().map { AccountCodec.text(of: $0.event) }.joined()
        for secret in [link, token, session.secret] {
            #expect(!kept.contains(secret.text.dropFirst(4)))
            #expect(kept.contains(secret.digest.description))
        }
    }

    @Test("Every event comes back from its text")
    func codec() async throws {
        let office = try await settled()
        let link = try await office.issueLink(to: "aiko", hours: 1, by: "terminal").text
        _ = try await office.issueToken(
            named: "t",
            to: "aiko",
            readOnly: true,
            submissions: ["s"],
            days: 1,
            by: "terminal"
        )
        let session = try await office.signIn(by: link)
        try await office.signOut(session.secret.text)
        try await office.revokeToken(named: "t", of: "aiko", by: "terminal")
        try await office.leave("aiko", by: "terminal")
        let events = try await office.records().map(\.event)
        #expect(events.count == 10)
        for event in events { #expect(try AccountCodec.event(from: AccountCodec.text(of: event)) == event) }
        #expect(throws: AccountCodec.Malformed.self) { try AccountCodec.event(from: #"{"type":"account.added"}"#) }
    }
}
