/// A table for spreadsheets: RFC 4180 in UTF-8 with a byte order mark, every cell safe to open.
struct CSVTable {
    let header: [String]
    private(set) var rows: [[String]] = []

    init(header: [String]) {
        self.header = header
    }

    /// Adds a row with a cell for each column.
    mutating func add(_ cells: [String?]) {
        precondition(cells.count == header.count, "a row has as many cells as the header")
        rows.append(cells.map { $0 ?? "" })
    }

    var bytes: [UInt8] {
        var text = "\u{FEFF}"
        for row in [header] + rows {
            text += row.map { Self.quoted(Self.neutralized($0)) }.joined(separator: ",") + "\r\n"
        }
        return Array(text.utf8)
    }

    /// The cell with an apostrophe in front where a spreadsheet would take it for a formula.
    ///
    /// That is so of a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return, as OWASP lists them
    /// ("CSV Injection"), with their full-width forms, which some programs read alike.
    static func neutralized(_ cell: String) -> String {
        // By scalar: a combining mark after the sign makes another character of it, but not for the spreadsheet.
        switch cell.unicodeScalars.first {
        case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": "'" + cell
        default: cell
        }
    }

    static func quoted(_ cell: String) -> String {
        let isPlain = !cell.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
        return isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}
