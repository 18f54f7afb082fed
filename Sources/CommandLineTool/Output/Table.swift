/// A table for people: columns as wide as they need, wrapped so that the whole fits the terminal.
struct Table {
    let header: [String]
    private(set) var rows: [[String]] = []
    /// Text under the row of that number, over the whole width.
    private var notes: [Int: [String]] = [:]

    init(_ header: [String]) { self.header = header }

    mutating func add(_ cells: [String]) { rows.append(cells) }

    /// Adds a line under the last row, indented to the second column.
    mutating func add(note: String) { notes[rows.count - 1, default: []].append(note) }

    /// The lines, at most `width` columns wide where that is possible at all.
    func text(width: Int) -> String {
        let widths = columnWidths(within: width)
        var lines = self.lines(header, widths)
        lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
        for (number, row) in rows.enumerated() {
            lines += self.lines(row, widths)
            let indent = String(repeating: " ", count: (widths.first ?? 0) + 2)
            for note in notes[number] ?? [] {
                lines += TextWidth.wrap(note, to: max(20, width - indent.count)).map { indent + $0 }
            }
        }
        return lines.joined(separator: "\n")
    }

    /// Whether words would be broken to make the whole as narrow as that.
    func breaksWords(at width: Int) -> Bool { longestWords.map { max($0, 6) }.reduce(gaps, +) > width }

    private var gaps: Int { 2 * max(0, header.count - 1) }

    private var longestWords: [Int] {
        header.indices.map { column in
            ([header] + rows).map { TextWidth.longestWord(in: $0[column]) }.max() ?? 0
        }
    }

    /// Columns of ids, numbers and dates, whose cells are single words: broken, they can be neither read nor copied.
    private var holdsSingleWords: [Bool] {
        header.indices.map { column in
            rows.allSatisfy { row in
                !row[column].contains(" ") && TextWidth.longestWord(in: row[column]) <= TextWidth.longestName
            }
        }
    }

    /// Natural widths; while too wide in sum, the widest column that still can gives way: down to its longest word
    /// first; where that is not enough words are broken, down to 6 columns, of single words last.
    private func columnWidths(within width: Int) -> [Int] {
        var widths = header.indices.map { column in
            ([header] + rows).map { TextWidth.columns(of: $0[column]) }.max() ?? 0
        }
        let words = longestWords.map { max($0, 6) }
        let prose = zip(words, holdsSingleWords).map { $1 ? $0 : 6 }
        for floors in [words, prose, header.map { _ in 6 }] {
            while widths.reduce(gaps, +) > width {
                let candidates = widths.indices.filter { widths[$0] > floors[$0] }
                guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
                widths[widest] -= 1
            }
        }
        return widths
    }

    private func lines(_ cells: [String], _ widths: [Int]) -> [String] {
        let wrapped = zip(cells, widths).map { TextWidth.wrap($0, to: $1) }
        let height = wrapped.map(\.count).max() ?? 1
        return (0..<height).map { line in
            let parts = zip(wrapped, widths).map { column, width -> String in
                let text = line < column.count ? column[line] : ""
                return text + String(repeating: " ", count: max(0, width - TextWidth.columns(of: text)))
            }
            var joined = parts.joined(separator: "  ")
            while joined.last == " " { joined.removeLast() }
            return joined
        }
    }
}
