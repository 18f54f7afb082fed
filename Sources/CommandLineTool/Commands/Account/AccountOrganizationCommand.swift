import Accounts
import ArgumentParser
import CanonicalJSON
import Engine
import HTTPService
import Regulation
import Views

struct AccountOrganizationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organization",
        abstract: "Add an organization, or say what one is from now on.",
        discussion: """
            An applicant's id is that of the company in its manifests. An authority and the hub have bodies, for which \
            their people act; an auditor sees everything and does nothing.

            EXAMPLES
              tasuki account organization acme-medical applicant
              tasuki account organization HSA authority --body HSA
              tasuki account organization PMDA hub --body PMDA
              tasuki account organization audit-office auditor
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption
    @OptionGroup var rehearsal: DryRunOption

    @Option(name: .customLong("body"), help: "A body for which its people act; once for each.")
    var bodies: [String] = []

    @Argument(help: "The organization's id.")
    var id: String

    @Argument(help: "applicant, authority, hub or auditor.")
    var kind: Organization.Kind

    func run() async throws {
        try await global.run { workspace, labels in
            let organization = Organization(
                id: OrganizationID(id),
                kind: kind,
                bodies: bodies.map { BodyID($0) }
            )
            let known = try workspace.tasuki.world.definitions.jurisdictions().flatMap(\.bodies).map(\.id)
            try await workspace.accounts(rehearsing: rehearsal.dryRun).add(
                organization,
                known: known,
                by: AccountRecord.terminal
            )
            try output.print(
                Answer(
                    display: { _ in
                        labels.rehearsed(
                            labels.text("accounts.organizationAdded", id, labels["accounts.kinds.\(kind.rawValue)"]),
                            rehearsal.dryRun
                        )
                    },
                    payload: { AccountCodec.json(of: .organizationAdded(organization)) }
                )
            )
        }
    }
}

extension Organization.Kind: ExpressibleByArgument {}
