import ArgumentParser
import Engine
import Regulation
import Submissions
import Views

struct SafetyList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the safety events of a product or of all, the last first, country by country.",
        discussion: """
            EXAMPLES
              tasuki safety list
              tasuki safety list kazami-colon-cade --lang ja
              tasuki safety list kazami-colon-cade --format csv
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "The product, by its id (default: all).")
    var product: String?

    @Option(help: "What was known at the end of that day in the workspace's zone, or at that instant.")
    var asOf: String?

    func run() async throws {
        try await global.run { workspace, labels in
            let instant = try await AsOf.instant(asOf, in: workspace.tasuki)
            var id: ProductID?
            if let product { id = try await workspace.tasuki.product(named: product) }
            let events = try await workspace.tasuki.safetyEvents(of: id, asOf: instant)
            try output.print(SafetyText(labels: labels).answer(events))
        }
    }
}
