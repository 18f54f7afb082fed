import Accounts
import ArgumentParser
import Regulation
import Submissions
import Views

struct AccountLeaveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leave",
        abstract: "End all that a person may do, with sessions, links and tokens.",
        discussion: """
            What the person recorded stays, with the person's id.

            EXAMPLE
              tasuki account leave aiko
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption
    @OptionGroup var rehearsal: DryRunOption

    @Argument(help: "The person's id.")
    var person: String

    func run() async throws {
        try await global.run { workspace, labels in
            try await workspace.accounts(rehearsing: rehearsal.dryRun).leave(
                PersonID(person),
                by: AccountRecord.terminal
            )
            try output.print(
                Answer(
                    display: { _ in labels.rehearsed(labels.text("accounts.left", person), rehearsal.dryRun) },
                    payload: { AccountCodec.json(of: .accountLeft(PersonID(person))) }
                )
            )
        }
    }
}
