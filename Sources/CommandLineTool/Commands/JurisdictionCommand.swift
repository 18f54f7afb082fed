import ArgumentParser
import Definitions
import Engine
import Regulation

struct JurisdictionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jurisdiction",
        abstract: "Show the countries and regions as configured, with the source of each figure.",
        subcommands: [List.self, Show.self]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the countries and regions.",
            discussion: "EXAMPLE\n  tasuki jurisdiction list --lang ja"
        )

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let labels = try global.reporting(nil) { try global.labels() }
            try global.reporting(labels) {
                var table = Table(["jurisdiction", "authority", "route", "language"].map { labels["columns.\($0)"] })
                for jurisdiction in try global.configuration().jurisdictions() {
                    let routes = jurisdiction.routes.map { labels["routes.\($0.name)"] }
                    table.add([
                        "\(jurisdiction.code) \(jurisdiction.names[labels.language] ?? "")",
                        jurisdiction.authority.map(\.rawValue).joined(separator: " → "),
                        routes.enumerated().filter { routes.firstIndex(of: $0.element) == $0.offset }.map(\.element)
                            .joined(separator: ", "),
                        jurisdiction.dossierLanguages.joined(separator: ", "),
                    ])
                }
                Terminal.print(table.text(width: Terminal.width))
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show one country or region: bodies, routes, clocks, fees, each with its source.",
            discussion: "EXAMPLES\n  tasuki jurisdiction show SG\n  tasuki jurisdiction show MY --on 2026-02-01"
        )

        @OptionGroup var global: GlobalOptions

        @Argument(help: "The ISO 3166-1 code.")
        var code: String

        @Option(help: "Only the versions in force on this day.")
        var on: String?

        func run() async throws {
            let labels = try global.reporting(nil) { try global.labels() }
            try global.reporting(labels) {
                let date = try on.map { text in
                    guard let date = CivilDate(text) else { throw EngineError.badDate(text) }
                    return date
                }
                let all = try global.configuration().jurisdictions()
                guard let found = all.first(where: { $0.code.rawValue == code.uppercased() }) else {
                    throw EngineError.noSuchJurisdiction(JurisdictionCode(code), known: all.map(\.code))
                }
                Terminal.print(JurisdictionText(labels: labels).text(found, on: date, width: Terminal.width))
            }
        }
    }
}
