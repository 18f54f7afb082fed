import ArgumentParser
import Definitions
import Engine
import Foundation
import Regulation
import Submissions
import Views

struct BudgetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "budget",
        abstract:
            "Show what a product costs: what is owed by the rules, quoted, invoiced, paid and waived, and comes every year.",
        discussion: """
            By the route of each country: fees that are added, and fees of which one is asked for instead of another, \
            which are told but not added. A currency has a total of its own; with rates that you give, as one unit of \
            the other currency in yours, there is one of all.

            A directory that holds submission.yaml goes before a submission of that name, and needs no workspace.

            EXAMPLES
              tasuki budget colon-cade
              tasuki budget Config/samples/colon-cade --on 2026-12-01
              tasuki budget --product kazami-colon-cade --format csv
              tasuki budget colon-cade --currency JPY --rate SGD=115.2 --rate MYR=35.1 --rate-on 2026-11-27
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "A submission of the workspace, or a dossier directory with submission.yaml in it.")
    var subject: String?

    @Option(help: "All submissions of this product instead.")
    var product: String?

    @Option(help: "Of a directory: the rules of this day (default: today).")
    var on: String?

    @Option(help: "What was known at the end of that day in the workspace's zone, or at that instant.")
    var asOf: String?

    @Option(help: "Your own currency, such as JPY.")
    var currency: String?

    @Option(help: "What one unit of another currency is worth in yours: USD=157.2; may be given several times.")
    var rate: [String] = []

    @Option(help: "The day of these rates.")
    var rateOn: String?

    func validate() throws {
        guard (subject == nil) != (product == nil) else {
            throw ValidationError("name a submission or directory, or else --product")
        }
        let given = [currency != nil, !rate.isEmpty, rateOn != nil]
        guard given.allSatisfy({ $0 }) || !given.contains(true) else {
            throw ValidationError("--currency, --rate and --rate-on go together")
        }
    }

    func run() async throws {
        if let subject, try global.isDossier(subject) {
            let labels = try global.reporting(nil) { try global.labels() }
            let today = try await global.today()
            try global.reporting(labels) { try write(try budget(ofDirectory: subject, today), labels) }
            return
        }
        try await global.run(orFolder: subject ?? "") { workspace, labels in
            let instant = try await AsOf.instant(asOf, in: workspace.tasuki)
            if let product {
                try write(
                    try await workspace.tasuki.budget(
                        of: try await workspace.tasuki.product(named: product),
                        asOf: instant
                    ),
                    labels
                )
            } else if let subject {
                try write(try await workspace.tasuki.budget(of: SubmissionName(subject), asOf: instant), labels)
            }
        }
    }

    private func budget(ofDirectory path: String, _ today: CivilDate) throws -> Budget {
        let configuration = try global.configuration()
        let manifest = try DossierSource(configuration: configuration).manifest(in: path)
        return Budget(
            of: Submission(describedBy: manifest),
            category: manifest.category,
            on: try on.map { try CivilDate.typed($0) } ?? today,
            in: try configuration.jurisdictions()
        )
    }

    private func rates() throws -> ExchangeRates? {
        guard let currency, let rateOn else { return nil }
        guard let date = CivilDate(rateOn) else { throw EngineError.badDate(rateOn, of: "--rate-on", .day) }
        let all = try rate.map { text in
            guard let rate = ExchangeRates.Rate(text) else {
                throw Failure(.usage, "--rate takes CURRENCY=RATE such as USD=157.2, not '\(text)'")
            }
            return rate
        }
        guard let rates = ExchangeRates(own: currency, on: date, all) else {
            throw Failure(.usage, "--currency takes a code such as JPY, and --rate each other currency once")
        }
        return rates
    }

    private func write(_ budget: Budget, _ labels: Labels) throws {
        let rates = try rates()
        let text = BudgetText(labels: labels, rates: rates)
        try output.print(
            Answer(
                display: { text.text(budget, width: $0) },
                payload: { budget.json(labels: labels, rates: rates) },
                sheet: { text.csv(budget) }
            )
        )
    }
}
