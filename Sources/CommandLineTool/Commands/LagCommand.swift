import ArgumentParser
import Engine
import Foundation
import Pages
import Regulation
import Submissions
import Views

struct LagCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lag",
        abstract: "Show the device lag: days from a product's first approval anywhere to that of each country.",
        discussion: """
            The days are split into those before the filing, those with the authority and those with the applicant. \
            Where a country has not approved yet, they are counted so far. Beside them stand the days of the review, \
            and what the plan expects of a review that rests on no approval elsewhere.

            Without a product, all products of the workspace are counted together, country by country.

            EXAMPLES
              tasuki lag
              tasuki lag kazami-colon-cade
              tasuki lag kazami-colon-cade --svg lag.svg --lang ja
              tasuki lag kazami-colon-cade --as-of 2026-12-31 --format json
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption
    @OptionGroup var rehearsal: DryRunOption

    @Argument(help: "The product, by its id; without it, all products.")
    var product: String?

    @Option(help: "What was known at the end of that day in the workspace's zone, or at that instant.")
    var asOf: String?

    @Option(help: "Write the lag of the product as a picture to this file.")
    var svg: String?

    func validate() throws {
        guard svg == nil || product != nil else { throw ValidationError("--svg goes with a product") }
    }

    func run() async throws {
        try await global.run { workspace, labels in
            let instant = try await AsOf.instant(asOf, in: workspace.tasuki)
            let id: ProductID? =
                if let product { try await workspace.tasuki.product(named: product) } else { nil }
            let products = try await workspace.tasuki.lag(
                of: id,
                asOf: instant,
                in: labels.language,
                reading: ManifestText.read
            )
            let text = LagText(labels: labels)
            guard let id else {
                let overview = LagOverview(products)
                try output.print(
                    Answer(
                        display: { text.text(overview, width: $0) },
                        payload: { overview.json },
                        sheet: { text.rows(products) }
                    )
                )
                return
            }
            guard let lag = products.first else { throw EngineError.productNotKnownYet(id) }
            if let svg {
                try Destination(svg).put(LagPicture.svg(lag, labels: labels), rehearsal.dryRun)
                Terminal.print(labels.rehearsed(labels.text("answers.wrote", svg), rehearsal.dryRun))
                return
            }
            try output.print(
                Answer(
                    display: { text.text(lag, width: $0) },
                    payload: { lag.json },
                    sheet: { text.rows([lag]) }
                )
            )
        }
    }
}
