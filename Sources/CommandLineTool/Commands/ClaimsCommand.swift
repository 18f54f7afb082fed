import ArgumentParser
import Engine
import Regulation
import Submissions
import Views

struct ClaimsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claims",
        abstract:
            "Show which claims of a product may be told to professionals and to the public, since when and by which rule.",
        discussion: """
            Never more than an approval in force covers, at either stage. What a country's rules ask of the product is \
            answered in its manifest (tasuki product describe); where no source states a rule, the answer is ‘?’, which \
            allows nothing.

            EXAMPLES
              tasuki claims kazami-colon-cade
              tasuki claims kazami-colon-cade --as-of 2027-06-30 --lang ja
              tasuki claims kazami-colon-cade --format json
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "The product, by its id.")
    var product: String

    @Option(help: "What was known at the end of that day in the workspace's zone, or at that instant.")
    var asOf: String?

    func run() async throws {
        try await global.run { workspace, labels in
            let id = try await workspace.tasuki.product(named: product)
            let instant = try await AsOf.instant(asOf, in: workspace.tasuki)
            let found = try await workspace.tasuki.claims(
                of: id,
                asOf: instant,
                in: labels.language,
                reading: ManifestText.read
            )
            guard let report = found else { throw EngineError.productNotKnownYet(id) }
            let text = ClaimsText(labels: labels)
            try output.print(
                Answer(
                    display: { text.text(report, width: $0) },
                    payload: { report.json(labels: labels) },
                    sheet: { text.rows(report) }
                )
            )
        }
    }
}
