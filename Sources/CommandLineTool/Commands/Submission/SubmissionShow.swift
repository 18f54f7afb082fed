import ArgumentParser
import Definitions
import Engine
import Regulation
import Submissions
import Views

struct SubmissionShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a submission: filings, questions, approvals.",
        discussion: "EXAMPLE\n  tasuki submission show colon-cade"
    )

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The submission.")
    var submission: String

    func run() async throws {
        try await global.run { workspace, labels in
            let view = try await workspace.tasuki.submission(SubmissionName(submission))
            let places = try await workspace.tasuki.filingPlaces(of: SubmissionName(submission))
            let checklist = try global.configuration().dataChecks()
            Terminal.print {
                SubmissionText(labels: labels, filedFor: places, checklist: checklist).text(view, width: $0)
            }
        }
    }
}

struct SubmissionList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the submissions of the workspace.",
        discussion: "EXAMPLE\n  tasuki submission list"
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var page: PageOptions

    func run() async throws {
        try await global.run { workspace, labels in
            var table = Table(["submission", "product", "case", "version"].map { labels["columns.\($0)"] })
            for name in try await workspace.names(nil, page, labels) {
                let view = try await workspace.tasuki.submission(name)
                let open = view.submission.cases.filter { $0.replacedBy == nil }.map(\.name.rawValue)
                table.add([
                    name.rawValue, "\(view.submission.opened.product) \(view.submission.opened.productVersion)",
                    open.joined(separator: ", "), "\(view.submission.version)",
                ])
            }
            Terminal.print { table.text(width: $0) }
        }
    }
}
