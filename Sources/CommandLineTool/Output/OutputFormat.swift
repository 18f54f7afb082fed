import ArgumentParser

/// How a command's answer is written: a table for people, the rest for programs.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv
}

struct FormatOption: ParsableArguments {
    @Option(help: "table, json or csv.")
    var format: OutputFormat = .table

    @Flag(help: "With --format csv: begin with the mark by which Excel knows UTF-8.")
    var csvBom = false

    func validate() throws {
        guard !csvBom || format == .csv else { throw ValidationError("--csv-bom goes with --format csv") }
    }

    /// Whether a program reads the answer, so that what people alone are shown need not be read from the store.
    var isForPrograms: Bool { format == .json }

    /// Prints the answer in the format that was asked for.
    func print(_ answer: Answer) throws {
        try Terminal.print { (csvBom ? "\u{FEFF}" : "") + (try answer.text(in: format, width: $0)) }
    }
}
