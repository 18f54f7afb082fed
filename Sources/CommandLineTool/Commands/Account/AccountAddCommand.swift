import Accounts
import ArgumentParser
import HTTPService
import Regulation
import Submissions
import Views

struct AccountAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a person's account, or say what it is from now on.",
        discussion: """
            Roles: lead acts for an applicant, reader sees what the organization sees, inspector audits, and people of \
            an authority have a role of the procedures, such as officer.

            EXAMPLES
              tasuki account add regulatory-lead --organization acme-medical --role lead
              tasuki account add aiko --organization HSA --role officer
              tasuki account add ben --organization HSA --role reader --submission colon-cade
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption
    @OptionGroup var rehearsal: DryRunOption

    @Option(help: "The organization's id.")
    var organization: String

    @Option(name: .customLong("role"), help: "A role; once for each.")
    var roles: [String] = []

    @Option(name: .customLong("body"), help: "Only for this body of the organization; once for each.")
    var bodies: [String] = []

    @Option(name: .customLong("submission"), help: "Only this submission; once for each.")
    var submissions: [String] = []

    @Argument(help: "The person's id, as it is in the log.")
    var person: String

    func run() async throws {
        try await global.run { workspace, labels in
            let account = Account(
                person: PersonID(person),
                organization: OrganizationID(organization),
                roles: roles.map { AccountRole($0) },
                bodies: bodies.map { BodyID($0) },
                submissions: submissions.map { SubmissionName($0) }
            )
            for name in account.submissions { _ = try await workspace.tasuki.submission(name) }
            try await workspace.accounts(rehearsing: rehearsal.dryRun).add(account, by: AccountRecord.terminal)
            try output.print(
                Answer(
                    display: { _ in
                        labels.rehearsed(
                            labels.text(
                                "accounts.added",
                                person,
                                account.roles.map { labels.role($0) }.joined(separator: ", ")
                            ),
                            rehearsal.dryRun
                        )
                    },
                    payload: { AccountCodec.json(of: .accountAdded(account)) }
                )
            )
        }
    }
}

extension Labels {
    /// What somebody does, in words where Tasuki has them.
    func role(_ role: AccountRole) -> String {
        switch role {
        case .lead, .reader, .inspector: self["accounts.roles.\(role.text)"]
        case .body(let name): name
        }
    }
}
