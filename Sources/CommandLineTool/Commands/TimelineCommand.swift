import ArgumentParser
import Engine
import Foundation
import Pages
import Regulation
import Submissions
import Views

struct TimelineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Show the course of every case over time, as a table or a picture.",
        discussion: """
            EXAMPLES
              tasuki timeline colon-cade
              tasuki timeline colon-cade --svg timeline.svg --lang ja
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rehearsal: DryRunOption

    @Argument(help: "The submission.")
    var submission: String

    @Option(help: "Write the picture to this file.")
    var svg: String?

    @Option(help: "What was known at the end of that day in the workspace's zone, or at that instant.")
    var asOf: String?

    func run() async throws {
        try await global.run { workspace, labels in
            let timeline = try await workspace.tasuki.timeline(
                of: SubmissionName(submission),
                asOf: try await AsOf.instant(asOf, in: workspace.tasuki)
            )
            if let svg {
                let picture = TimelinePicture.svg(timeline: timeline, labels: labels)
                try Destination(svg).put(picture, rehearsal.dryRun)
                Terminal.print(labels.rehearsed(labels.text("answers.wrote", svg), rehearsal.dryRun))
                return
            }
            var table = Table(["case", "from", "to", "turn", "state"].map { labels["columns.\($0)"] })
            for lane in timeline.lanes {
                for segment in lane.segments {
                    let states = segment.states.map { labels["states.\(lane.row.procedure).\($0)"] }
                    table.add([
                        lane.row.name.rawValue, segment.from.description, segment.to?.description ?? "",
                        segment.body?.rawValue ?? turn(segment.turn, labels), states.joined(separator: " + "),
                    ])
                }
            }
            Terminal.print { table.text(width: $0) }
        }
    }

    private func turn(_ turn: StateDetail.Turn, _ labels: Labels) -> String {
        switch turn {
        case .applicant: labels["turns.applicant"]
        case .hub: labels["turns.hub"]
        case .body(let function): labels["turns.\(function.rawValue)"]
        case .others: labels["turns.others"]
        case .nobody: labels["turns.nobody"]
        }
    }
}
