import ArgumentParser
import Engine
import Regulation
import Submissions
import Views

/// Opens tracks of several countries to be filed together, with the hub through which they are.
struct TrackBundle: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle",
        abstract:
            "Open tracks of several countries, such as their changes or renewals, to be filed and asked about together.",
        discussion: """
            A hub is opened as a case of its own, and in each country the track that its rules let take part; a registration \
            that is near its renewal joins as it runs. Once each country's category is assessed, or the window of its renewal \
            has opened, what is filed at the hub is filed for all of them, and questions go through the hub; each country decides \
            for itself. Another case joins until the hub has filed ('act CASE join --set hub=HUB'), and any may leave. No such \
            scheme exists: it is a proposal (案).

            EXAMPLES
              tasuki track bundle colon-cade change-hub JP SG TH --on 2027-06-01
              tasuki track bundle colon-cade renewal-hub MY TH
              tasuki act colon-cade/TW-registration join --set hub=renewal-hub
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var basis: BasisOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "The submission.")
    var submission: String

    @Argument(help: "The hub, as the rules of the countries name it: change-hub or renewal-hub.")
    var hub: String

    @Argument(help: "The countries or regions, two or more, by their ISO 3166-1 codes.")
    var countries: [String]

    @Option(help: "When it began, as 'tasuki track --help' says it (default: today).")
    var on: DateArgument?

    func run() async throws {
        try await global.run { workspace, labels in
            try await basis.rehearsal(workspace, labels, output).carryOut { tasuki in
                try await tasuki.openBundle(
                    RouteName(hub),
                    for: try countries.map { try workspace.jurisdiction($0) },
                    in: SubmissionName(submission),
                    by: try actor.actor(),
                    on: try on?.date(),
                    expecting: basis.expect.map(VersionCondition.init),
                    key: basis.key
                )
            } telling: { acceptance in
                var members: [CaseName] = []
                if let hub = acceptance.name {
                    let opened = try await workspace.tasuki.submission(acceptance.submission).submission
                    members = opened.members(of: hub).map(\.name)
                }
                let answer = OpenedTrack(workspace: workspace, labels: labels, output: output)
                try await answer.print(acceptance, members: members)
            }
        }
    }
}
