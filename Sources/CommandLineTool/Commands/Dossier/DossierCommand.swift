import ArgumentParser

struct DossierCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossier",
        abstract: "Look up headings, trace documents through filings, and outline a review report.",
        subcommands: [DossierHeadings.self, DossierWhere.self, DossierReportOutline.self]
    )
}
