package import Accounts
import ArgumentParser
import Engine

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Say who may come in through the server, and what each may see and do.",
        discussion: """
            Whoever works on this machine itself needs no account: the terminal keeps the accounts, and what is done at \
            it is recorded as not checked. Accounts are only added to: who may come in, and since when, is never \
            rewritten.

            EXAMPLES
              tasuki account organization HSA authority --body HSA
              tasuki account add aiko --organization HSA --role officer
              tasuki account link aiko
              tasuki account list
            """,
        subcommands: [
            AccountListCommand.self, AccountOrganizationCommand.self, AccountAddCommand.self, AccountLinkCommand.self,
            AccountTokenCommand.self, AccountRevokeCommand.self, AccountLeaveCommand.self, AccountLogCommand.self,
        ],
        defaultSubcommand: AccountListCommand.self
    )
}

extension Workspace {
    /// The accounts, whose times are those of the machine's clock.
    package var accounts: AccountOffice { accounts(rehearsing: false) }

    /// The same; in a rehearsal what is asked is checked, and nothing is written down.
    func accounts(rehearsing: Bool) -> AccountOffice {
        AccountOffice(
            store: store,
            randomBytes: tasuki.world.randomBytes,
            wallClock: tasuki.world.wallClock,
            isRehearsing: rehearsing
        )
    }
}
