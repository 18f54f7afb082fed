import Accounts
import ArgumentParser
import Regulation
import Submissions
import Views

struct AccountRevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "End a token at once.",
        discussion: "EXAMPLE\n  tasuki account revoke aiko desk-widget"
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption
    @OptionGroup var rehearsal: DryRunOption

    @Argument(help: "The person's id.")
    var person: String

    @Argument(help: "What its owner calls it.")
    var name: String

    func run() async throws {
        try await global.run { workspace, labels in
            let event = AccountEvent.tokenRevoked(PersonID(person), name)
            try await workspace.accounts(rehearsing: rehearsal.dryRun).revokeToken(
                named: name,
                of: PersonID(person),
                by: AccountRecord.terminal
            )
            try output.print(
                Answer(
                    display: { _ in labels.rehearsed(labels.text("accounts.revoked", person, name), rehearsal.dryRun) },
                    payload: { AccountCodec.json(of: event) }
                )
            )
        }
    }
}
