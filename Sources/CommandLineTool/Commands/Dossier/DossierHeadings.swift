import ArgumentParser
import Definitions
import Engine
import Regulation
import Views

struct DossierHeadings: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "headings",
        abstract: "Show the headings of a dossier table and where their documents stand in the other tables.",
        discussion: """
            The tables are the IMDRF Table of Contents (imdrf-toc), the ASEAN Common Submission Dossier Template \
            (asean-csdt) and the Japanese STED (jp-sted). The correspondence is a proposal that no authority has \
            confirmed: it prepares a table for a person.

            EXAMPLES
              tasuki dossier headings
              tasuki dossier headings --heading CH3.02
              tasuki dossier headings --table jp-sted --heading 4.3 --lang ja
              tasuki dossier headings --table asean-csdt --format csv
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption

    @Option(help: "The table to list or to look up from.")
    var table: DossierTableName = .imdrf

    @Option(help: "Only this heading, as that table numbers it.")
    var heading: String?

    func run() async throws {
        let labels = try global.reporting(nil) { try global.labels() }
        try global.reporting(labels) {
            let crosswalk = try DossierCrosswalk(try global.configuration())
            guard let found = crosswalk.table(table) else {
                throw Failure(.badConfiguration, labels.text("dossier.noTable", table.rawValue))
            }
            let text = DossierHeadingsText(
                labels: labels,
                crosswalk: crosswalk,
                name: table,
                table: found,
                headings: try heading.map { [try look(up: $0, crosswalk, labels)] } ?? found.headings
            )
            try output.print(
                Answer(display: { text.table(width: $0) }, payload: { text.json() }, sheet: { text.csv() })
            )
        }
    }

    private func look(
        up code: String,
        _ crosswalk: DossierCrosswalk,
        _ labels: Labels
    ) throws -> DossierTable.Heading {
        if let found = crosswalk.heading(code, in: table) { return found }
        let elsewhere = DossierTableName.allCases.filter { crosswalk.heading(code, in: $0) != nil }
        let hint = elsewhere.map { labels.text("dossier.inTable", $0.rawValue) }.joined(separator: " ")
        throw Failure(
            .noSuchThing,
            [labels.text("dossier.noHeading", table.rawValue, code), hint].filter { !$0.isEmpty }
                .joined(separator: " ")
        )
    }
}
