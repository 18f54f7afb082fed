/// A table for people: columns as wide as they need, wrapped so that the whole fits the terminal.
struct Table {
    let header: [String]
    private(set) var rows: [[String]] = []

    init(_ header: [String]) { self.header = header }

    mutating func add(_ cells: [String]) { rows.append(cells) }

    /// The lines, at most `width` columns wide where that is possible at all.
    func text(width: Int) -> String {
        let widths = columnWidths(within: width)
        var lines = self.lines(header, widths)
        lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
        for row in rows { lines += self.lines(row, widths) }
        return lines.joined(separator: "\n")
    }

    /// Natural widths; while too wide in sum, the widest column gives way, down to its longest word or 6 columns.
    private func columnWidths(within width: Int) -> [Int] {
        var widths = header.indices.map { column in
            ([header] + rows).map { TextWidth.columns(of: $0[column]) }.max() ?? 0
        }
        let gaps = 2 * max(0, header.count - 1)
        while widths.reduce(gaps, +) > width {
            guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 6 else { break }
            widths[widest] -= 1
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
