import Accounts
import ArgumentParser
import CanonicalJSON
import Engine
import Regulation
import Submissions
import Views

struct AccountLinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Make a link by which a person signs in once.",
        discussion: """
            Whoever has the link comes in as that person, so hand it over as you would a key. It is shown this once.

            EXAMPLES
              tasuki account link aiko
              tasuki account link aiko --hours 1 --url https://hub.example.org
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption
    @OptionGroup var rehearsal: DryRunOption

    @Option(help: "For how many hours it is good, 1 to 168.")
    var hours = 24

    @Option(help: "Where the server is reached.")
    var url = "http://127.0.0.1:8080"

    @Argument(help: "The person's id.")
    var person: String

    func validate() throws {
        guard (1...168).contains(hours) else { throw ValidationError("--hours takes a number from 1 to 168") }
    }

    func run() async throws {
        try await global.run { workspace, labels in
            let until = workspace.tasuki.world.wallClock().adding(milliseconds: Int64(hours) * 3_600_000)
            let secret = try await workspace.accounts(rehearsing: rehearsal.dryRun).issueLink(
                to: PersonID(person),
                hours: hours,
                by: AccountRecord.terminal
            )
            let base = url.hasSuffix("/") ? String(url.dropLast()) : url
            let link = "\(base)/sign-in/\(secret.text)"
            try output.print(
                Answer(
                    display: { _ in
                        let told = labels.text("accounts.link", person, until.description)
                        // A link that would open nothing is shown to nobody.
                        return labels.rehearsed(rehearsal.dryRun ? told : told + "\n" + link, rehearsal.dryRun)
                    },
                    payload: {
                        .object([
                            "person": .string(person), "link": rehearsal.dryRun ? .null : .string(link),
                            "until": .string(until.description),
                        ])
                    }
                )
            )
        }
    }
}
