package import Regulation

/// One row of a table: its cells by the keys of the columns, those without anything in them left out.
package struct SheetRow: Hashable, Sendable {
    package let form: SheetForm.Name
    package let file: String
    package let number: Int
    package let cells: [String: String]

    package init(form: SheetForm.Name, file: String, number: Int, cells: [String: String]) {
        self.form = form
        self.file = file
        self.number = number
        self.cells = cells
    }

    package subscript(key: String) -> String? { cells[key] }

    package func place(_ key: String? = nil) -> SheetFinding.Place {
        SheetFinding.Place(file: file, row: number, column: key)
    }

    /// The date in a cell that was read as one.
    package func date(_ key: String) -> PartialDate? { cells[key].flatMap { PartialDate($0) } }

    /// Names with commas between them, also those of Chinese and Japanese, or one a line.
    package func names(_ key: String) -> [String] {
        (cells[key] ?? "").split { ",、，;\n\r".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    package func lines(_ key: String) -> [String] { Self.lines(of: cells[key] ?? "") }

    /// The lines as a name and what stands behind the sign.
    package func pairs(_ key: String, _ sign: Character) -> [(name: String, text: String)] {
        lines(key).compactMap { Self.pair($0, sign) }
    }

    static func lines(of text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// `nil` where one of the two is missing.
    static func pair(_ line: String, _ sign: Character) -> (name: String, text: String)? {
        guard let place = line.firstIndex(where: { $0 == sign || (sign == ":" && $0 == "：") }) else { return nil }
        let (name, text) = (String(line[..<place]).trimmed, String(line[line.index(after: place)...]).trimmed)
        return name.isEmpty || text.isEmpty ? nil : (name, text)
    }
}

extension String {
    /// Without white space at both ends, that of Japanese included.
    package var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }
}
