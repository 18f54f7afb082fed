/// A table for spreadsheets: RFC 4180 in UTF-8 with a byte order mark, every cell safe to open.
package struct CSVTable {
    let header: [String]
    private(set) var rows: [[String]] = []

    package init(header: [String]) {
        self.header = header
    }

    /// Adds a row with a cell for each column.
    package mutating func add(_ cells: [String?]) {
        precondition(cells.count == header.count, "a row has as many cells as the header")
        rows.append(cells.map { $0 ?? "" })
    }

    package var bytes: [UInt8] {
        Array(("\u{FEFF}" + Self.text([header] + rows)).utf8)
    }

    /// RFC 4180 lines of rows, every cell safe to open.
    package static func text(_ rows: [[String]]) -> String {
        rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
    }

    /// One cell, quoted where it must be and never a formula.
    package static func cell(_ text: String) -> String { quoted(neutralized(text)) }

    /// The cell with an apostrophe in front where a spreadsheet would take it for a formula.
    ///
    /// That is so of a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return, as OWASP lists them
    /// ("CSV Injection"), with their full-width forms, which some programs read alike.
    static func neutralized(_ cell: String) -> String { isFormula(cell) ? "'" + cell : cell }

    /// The text of a cell that comes in, without the apostrophe by which it went out; `nil` where a spreadsheet would run it.
    package static func plain(_ cell: String) -> String? {
        if isFormula(cell) { return nil }
        let rest = cell.dropFirst()
        return cell.first == "'" && isFormula(String(rest)) ? String(rest) : cell
    }

    private static func isFormula(_ cell: String) -> Bool {
        // By scalar: a combining mark after the sign makes another character of it, but not for the spreadsheet.
        switch cell.unicodeScalars.first {
        case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
        default: false
        }
    }

    static func quoted(_ cell: String) -> String {
        let isPlain = !cell.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
        return isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}
