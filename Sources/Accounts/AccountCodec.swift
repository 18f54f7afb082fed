package import CanonicalJSON
import Regulation
import Submissions
import TransparencyLog

/// Events of accounts as they are kept: canonical JSON, a type and its members.
package enum AccountCodec {
    /// The text cannot be an event; the store was changed beneath.
    package struct Malformed: Error {}

    package static func text(of event: AccountEvent) -> String { json(of: event).canonicalText() }

    package static func event(from text: String) throws -> AccountEvent {
        guard let members = try? JSONValue(parsing: Array(text.utf8)).objectValue,
            let event = event(members)
        else { throw Malformed() }
        return event
    }

    package static func json(of event: AccountEvent) -> JSONValue {
        switch event {
        case .organizationAdded(let organization):
            return object(
                "organization.added",
                [
                    "organization": .string(organization.id.rawValue), "kind": .string(organization.kind.rawValue),
                    "bodies": list(organization.bodies.map(\.rawValue)),
                ]
            )
        case .accountAdded(let account):
            return object(
                "account.added",
                [
                    "person": .string(account.person.rawValue),
                    "organization": .string(account.organization.rawValue),
                    "roles": list(account.roles.map(\.text)), "bodies": list(account.bodies.map(\.rawValue)),
                    "submissions": list(account.submissions.map(\.rawValue)),
                ]
            )
        case .accountLeft(let person): return object("account.left", ["person": .string(person.rawValue)])
        case .linkIssued(let link):
            return object("link.issued", good(link.digest, link.person, link.expires))
        case .signedIn(let session, by: let link):
            var members = good(session.digest, session.person, session.expires)
            members["link"] = .string(link.description)
            return object("signed-in", members)
        case .signedOut(let session): return object("signed-out", ["digest": .string(session.description)])
        case .tokenIssued(let token):
            var members = good(token.digest, token.person, token.expires)
            members["name"] = .string(token.name)
            members["readOnly"] = .bool(token.isReadOnly)
            members["submissions"] = list(token.submissions.map(\.rawValue))
            return object("token.issued", members)
        case .tokenRevoked(let person, let name):
            return object("token.revoked", ["person": .string(person.rawValue), "name": .string(name)])
        }
    }

    private static func object(_ type: String, _ members: [String: JSONValue]) -> JSONValue {
        .object(members.merging(["type": .string(type)]) { first, _ in first })
    }

    private static func good(_ digest: Digest, _ person: PersonID, _ expires: Instant) -> [String: JSONValue] {
        [
            "digest": .string(digest.description), "person": .string(person.rawValue),
            "expires": .integer(expires.millisecondsSinceEpoch),
        ]
    }

    private static func list(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

    private static func event(_ members: [String: JSONValue]) -> AccountEvent? {
        func text(_ name: String) -> String? { members[name]?.stringValue }
        func texts(_ name: String) -> [String]? { members[name]?.arrayValue?.compactMap(\.stringValue) }
        func digest(_ name: String) -> Digest? { text(name).flatMap { Digest(hex: $0) } }
        let person = text("person").map { PersonID($0) }
        let expires = members["expires"]?.integerValue.map { Instant(millisecondsSinceEpoch: $0) }
        switch text("type") {
        case "organization.added":
            guard let id = text("organization"), let kind = text("kind").flatMap(Organization.Kind.init(rawValue:)),
                let bodies = texts("bodies")
            else { return nil }
            return .organizationAdded(
                Organization(id: OrganizationID(id), kind: kind, bodies: bodies.map { BodyID($0) })
            )
        case "account.added":
            guard let person, let organization = text("organization"), let roles = texts("roles"),
                let bodies = texts("bodies"), let submissions = texts("submissions")
            else { return nil }
            return .accountAdded(
                Account(
                    person: person,
                    organization: OrganizationID(organization),
                    roles: roles.map { AccountRole($0) },
                    bodies: bodies.map { BodyID($0) },
                    submissions: submissions.map { SubmissionName($0) }
                )
            )
        case "account.left": return person.map { .accountLeft($0) }
        case "link.issued":
            guard let digest = digest("digest"), let person, let expires else { return nil }
            return .linkIssued(SignInLink(digest: digest, person: person, expires: expires))
        case "signed-in":
            guard let digest = digest("digest"), let person, let expires, let link = self.digest(members["link"])
            else { return nil }
            return .signedIn(Session(digest: digest, person: person, expires: expires), by: link)
        case "signed-out": return digest("digest").map { .signedOut($0) }
        case "token.issued":
            guard let digest = digest("digest"), let person, let expires, let name = text("name"),
                let isReadOnly = members["readOnly"]?.boolValue, let submissions = texts("submissions")
            else { return nil }
            return .tokenIssued(
                AccessToken(
                    digest: digest,
                    person: person,
                    name: name,
                    isReadOnly: isReadOnly,
                    submissions: submissions.map { SubmissionName($0) },
                    expires: expires
                )
            )
        case "token.revoked":
            guard let person, let name = text("name") else { return nil }
            return .tokenRevoked(person, name)
        default: return nil
        }
    }

    private static func digest(_ value: JSONValue?) -> Digest? { value?.stringValue.flatMap { Digest(hex: $0) } }
}
