import Accounts
import ArgumentParser
import CanonicalJSON
import Regulation
import Submissions
import Views

struct AccountLogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Show everything that happened to accounts, the oldest first.",
        discussion: """
            EXAMPLES
              tasuki account log
              tasuki account log --format csv
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    func run() async throws {
        try await global.run { workspace, labels in
            let records = try await workspace.accounts.records()
            try output.print(
                Answer(
                    display: { table(records, labels, width: $0) },
                    payload: { .array(records.map(json)) },
                    sheet: {
                        [["number", "recordedAt", "recordedBy", "event"]]
                            + records.map {
                                ["\($0.number)", $0.recordedAt.description, $0.recordedBy, words($0.event, labels)]
                            }
                    }
                )
            )
        }
    }

    private func table(_ records: [AccountRecord], _ labels: Labels, width: Int) -> String {
        guard !records.isEmpty else { return labels["accounts.none"] }
        var table = Table(["recordedAt", "recordedBy", "event"].map { labels["accounts.titles.\($0)"] })
        for record in records {
            let recorder =
                record.recordedBy == AccountRecord.terminal ? labels["accounts.terminal"] : record.recordedBy
            table.add([record.recordedAt.description, recorder, words(record.event, labels)])
        }
        return table.text(width: width)
    }

    private func words(_ event: AccountEvent, _ labels: Labels) -> String {
        switch event {
        case .organizationAdded(let organization):
            labels.text(
                "accounts.events.organizationAdded",
                organization.id.rawValue,
                labels["accounts.kinds.\(organization.kind.rawValue)"]
            )
        case .accountAdded(let account):
            labels.text(
                "accounts.events.accountAdded",
                account.person.rawValue,
                account.organization.rawValue,
                account.roles.map { labels.role($0) }.joined(separator: ", ")
            )
        case .accountLeft(let person): labels.text("accounts.events.accountLeft", person.rawValue)
        case .linkIssued(let link):
            labels.text("accounts.events.linkIssued", link.person.rawValue, link.expires.description)
        case .signedIn(let session, by: _):
            labels.text("accounts.events.signedIn", session.person.rawValue, session.expires.description)
        case .signedOut: labels["accounts.events.signedOut"]
        case .tokenIssued(let token):
            labels.text(
                "accounts.events.tokenIssued",
                token.person.rawValue,
                token.name,
                token.expires.description
            )
        case .tokenRevoked(let person, let name):
            labels.text("accounts.events.tokenRevoked", person.rawValue, name)
        }
    }

    /// Digests are of no use to a reader, and nobody needs to see them.
    private func json(_ record: AccountRecord) -> JSONValue {
        var members = AccountCodec.json(of: record.event).objectValue ?? [:]
        for name in ["digest", "link"] { members[name] = nil }
        members["number"] = .integer(Int64(record.number))
        members["recordedAt"] = .string(record.recordedAt.description)
        members["recordedBy"] = .string(record.recordedBy)
        if let expires = members["expires"]?.integerValue {
            members["expires"] = .string(Instant(millisecondsSinceEpoch: expires).description)
        }
        return .object(members)
    }
}
