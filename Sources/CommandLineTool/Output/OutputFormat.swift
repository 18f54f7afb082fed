import ArgumentParser

/// How a result is written: a table for people, the rest for programs.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv
}

struct FormatOption: ParsableArguments {
    @Option(help: "table, json or csv.")
    var format: OutputFormat = .table
}
