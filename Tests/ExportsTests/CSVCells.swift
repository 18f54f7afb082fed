/// The cells of a table as a spreadsheet reads them (RFC 4180), row after row.
enum CSVCells {
    static func of(_ text: String) -> [String] {
        var cells: [String] = []
        var cell = String.UnicodeScalarView()
        var isQuoted = false
        var rest = text.unicodeScalars.dropFirst()[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"" where isQuoted && rest.first == "\"":
                cell.append(scalar)
                rest = rest.dropFirst()
            case "\"": isQuoted.toggle()
            case ",", "\n":
                guard !isQuoted else { fallthrough }
                cells.append(String(cell))
                cell = String.UnicodeScalarView()
            case "\r" where !isQuoted: break
            default: cell.append(scalar)
            }
        }
        return cells
    }
}
