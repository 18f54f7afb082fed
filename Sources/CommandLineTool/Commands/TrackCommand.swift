import ArgumentParser
import Engine
import Regulation
import Submissions
import Views

struct TrackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "track",
        abstract: "Open a track beside the decision of a country, such as a change, or list what there is.",
        discussion: """
            EXAMPLES
              tasuki track list SG
              tasuki track list colon-cade
              tasuki track colon-cade SG change
              tasuki track colon-cade JP reimbursement --on 2026-12-01
              tasuki track bundle colon-cade change-hub JP SG TH
            """,
        subcommands: [Open.self, TrackBundle.self, TrackList.self],
        defaultSubcommand: Open.self
    )

    struct Open: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open a track as a case of its own.",
            discussion: "EXAMPLE\n  tasuki track colon-cade SG change --on 2026-12-01"
        )

        @OptionGroup var global: GlobalOptions
        @OptionGroup var actor: ActorOptions
        @OptionGroup var basis: BasisOptions
        @OptionGroup var output: FormatOption

        @Argument(help: "The submission.")
        var submission: String

        @Argument(help: "The country or region, by its ISO 3166-1 code.")
        var country: String

        @Argument(help: "The track, as 'tasuki track list' names it.")
        var track: String

        @Option(
            help: """
                When it began, as well as it is known: 2026-05-12, 2026-05, 2026, between two dates 2026-02-13/2026-03-25, \
                not after ../2026-03-25, not before 2026-03-25/.., or unknown (default: today).
                """
        )
        var on: DateArgument?

        func run() async throws {
            try await global.run { workspace, labels in
                try await basis.rehearsal(workspace, labels, output).carryOut { tasuki in
                    try await tasuki.openTrack(
                        RouteName(track),
                        of: try workspace.jurisdiction(country),
                        in: SubmissionName(submission),
                        by: try actor.actor(),
                        on: try on?.date(),
                        expecting: basis.expect.map(VersionCondition.init),
                        key: basis.key
                    )
                } telling: { acceptance in
                    try await OpenedTrack(workspace: workspace, labels: labels, output: output).print(acceptance)
                }
            }
        }
    }
}

/// What is answered once a track is open.
struct OpenedTrack {
    let workspace: Workspace
    let labels: Labels
    let output: FormatOption

    /// Tells what was opened, with the `members` of the bundle where it is a hub, and what may be done now.
    func print(_ acceptance: Acceptance, members: [CaseName] = []) async throws {
        let offered = try await offered(after: acceptance)
        try output.print(
            Answer(
                display: { width in
                    guard let offered else { return "" }
                    let names = members.map { "\(acceptance.submission)/\($0)" }.joined(separator: ", ")
                    let opened =
                        members.isEmpty
                        ? labels.text("answers.openedTrack", offered.row.fullName)
                        : labels.text("answers.openedBundle", offered.row.fullName, names)
                    return opened + "\n\n" + ActionsText(labels: labels).table(offered, width: width)
                },
                payload: { acceptance.json }
            )
        )
    }

    /// What may be done to the new case, which only people are shown.
    private func offered(after acceptance: Acceptance) async throws -> CaseActions? {
        guard !output.isForPrograms, let name = acceptance.name else { return nil }
        return try await workspace.tasuki.actions(of: name, in: acceptance.submission)
    }
}
