import Accounts
import ArgumentParser
import CanonicalJSON
import Regulation
import Submissions
import Views

struct AccountTokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Make a token by which a person's programs come in.",
        discussion: """
            Of the token only a digest is kept: it is shown this once. A program sends it as \
            'Authorization: Bearer TOKEN'.

            EXAMPLES
              tasuki account token aiko desk-widget --read-only
              tasuki account token regulatory-lead filing-bot --days 30 --submission colon-cade
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption
    @OptionGroup var rehearsal: DryRunOption

    @Flag(help: "It may read and nothing else.")
    var readOnly = false

    @Option(help: "For how many days it is good, 1 to 366.")
    var days = 90

    @Option(name: .customLong("submission"), help: "Only this submission; once for each.")
    var submissions: [String] = []

    @Argument(help: "The person's id.")
    var person: String

    @Argument(help: "What its owner calls it.")
    var name: String

    func validate() throws {
        guard (1...366).contains(days) else { throw ValidationError("--days takes a number from 1 to 366") }
    }

    func run() async throws {
        try await global.run { workspace, labels in
            for name in submissions { _ = try await workspace.tasuki.submission(SubmissionName(name)) }
            let (secret, token) = try await workspace.accounts(rehearsing: rehearsal.dryRun).issueToken(
                named: name,
                to: PersonID(person),
                readOnly: readOnly,
                submissions: submissions.map { SubmissionName($0) },
                days: days,
                by: AccountRecord.terminal
            )
            let until = token.expires.description
            try output.print(
                Answer(
                    display: { _ in
                        let told = labels.text("accounts.tokenOnce", person, name, until)
                        return labels.rehearsed(
                            rehearsal.dryRun ? told : told + "\n" + secret.text,
                            rehearsal.dryRun
                        )
                    },
                    payload: {
                        .object([
                            "person": .string(person), "name": .string(name),
                            "token": rehearsal.dryRun ? .null : .string(secret.text),
                            "until": .string(until), "readOnly": .bool(readOnly),
                        ])
                    }
                )
            )
        }
    }
}
