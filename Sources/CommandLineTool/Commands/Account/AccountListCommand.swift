import Accounts
import ArgumentParser
import CanonicalJSON
import Engine
import Regulation
import Submissions
import Views

struct AccountListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show who may come in, with what each sees and may do, and the tokens that are good.",
        discussion: """
            EXAMPLES
              tasuki account list
              tasuki account list --format json
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    func run() async throws {
        try await global.run { workspace, labels in
            let book = try await workspace.accounts.book()
            let now = workspace.tasuki.world.wallClock()
            let items = book.accounts.values.sorted { $0.person < $1.person }.compactMap { account in
                book.organization(of: account).map { organization in
                    AccountItem(
                        account: account,
                        organization: organization,
                        tokens: book.tokens(of: account.person).filter { $0.expires > now }
                    )
                }
            }
            try output.print(
                Answer(
                    display: { table(items, labels, width: $0) },
                    payload: { .array(items.map(\.json)) },
                    sheet: {
                        [["person", "organization", "kind", "roles", "as", "sees", "tokens"]]
                            + items.map { $0.cells(labels) }
                    }
                )
            )
        }
    }

    private func table(_ items: [AccountItem], _ labels: Labels, width: Int) -> String {
        guard !items.isEmpty else { return labels["accounts.none"] }
        var table = Table(["person", "organization", "roles", "sees"].map { labels["accounts.titles.\($0)"] })
        for item in items {
            table.add([
                item.account.person.rawValue, item.organization.id.rawValue, item.roles(labels), item.sees(labels),
            ])
            for token in item.tokens {
                let may = labels[token.isReadOnly ? "accounts.mayRead" : "accounts.mayAct"]
                table.add(
                    note:
                        "\(labels["accounts.titles.token"]) \(token.name): \(may) · \(labels["accounts.titles.until"]) \(token.expires)"
                )
            }
        }
        return table.text(width: width)
    }
}

/// One account as the list shows it.
struct AccountItem {
    let account: Account
    let organization: Organization
    let tokens: [AccessToken]

    func roles(_ labels: Labels) -> String { account.roles.map { labels.role($0) }.joined(separator: ", ") }

    func sees(_ labels: Labels) -> String {
        let sight = account.sight(at: organization)
        let whole =
            switch sight.scope {
            case .all: labels["accounts.seesAll"]
            case .applicants: labels.text("accounts.seesCompany", organization.id.rawValue)
            case .bodies(let bodies):
                labels.text("accounts.seesBodies", bodies.map(\.rawValue).sorted().joined(separator: ", "))
            }
        guard let only = sight.only else { return whole }
        return whole + "; "
            + labels.text("accounts.seesOnly", only.map(\.rawValue).sorted().joined(separator: ", "))
    }

    func cells(_ labels: Labels) -> [String] {
        [
            account.person.rawValue, organization.id.rawValue, organization.kind.rawValue,
            account.roles.map(\.text).joined(separator: " "),
            account.capacities(at: organization).map(\.description).joined(separator: " "), sees(labels),
            tokens.map(\.name).joined(separator: " "),
        ]
    }

    var json: JSONValue {
        .object([
            "person": .string(account.person.rawValue),
            "organization": .string(organization.id.rawValue),
            "kind": .string(organization.kind.rawValue),
            "roles": .array(account.roles.map { .string($0.text) }),
            "as": .array(account.capacities(at: organization).map { .string($0.description) }),
            "bodies": .array(organization.bodies.map { .string($0.rawValue) }),
            "submissions": .array(account.submissions.map { .string($0.rawValue) }),
            "tokens": .array(
                tokens.map { token in
                    .object([
                        "name": .string(token.name), "readOnly": .bool(token.isReadOnly),
                        "until": .string(token.expires.description),
                        "submissions": .array(token.submissions.map { .string($0.rawValue) }),
                    ])
                }
            ),
        ])
    }
}
