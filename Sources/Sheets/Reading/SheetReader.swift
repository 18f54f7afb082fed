import Regulation
import Views

/// Reads one CSV file as a table of the form: which one its headings say, by their keys or by their titles in any
/// language.
package struct SheetReader {
    private let file: String
    private let titles: SheetTitles
    private var csv: CSVReader
    /// The keys of the columns by place, once the headings were read; nil for a column that is passed over.
    private var columns: [String?]?
    private var form: SheetForm?
    private var isDone = false

    package private(set) var rows: [SheetRow] = []
    package private(set) var findings: [SheetFinding] = []

    /// What is reported of one file; the rest would say the same.
    private static let findingsLimit = 200

    package init(file: String, titles: SheetTitles, limits: CSVReader.Limits = CSVReader.Limits()) {
        self.file = file
        self.titles = titles
        csv = CSVReader(limits: limits)
    }

    /// Takes the next bytes of the file.
    ///
    /// - Returns: Whether more of it is wanted.
    package mutating func read(_ bytes: some Sequence<UInt8>) -> Bool {
        feed { csv, take in try csv.read(bytes, take) }
        return !isDone
    }

    /// Ends the file, and judges what it is as a whole.
    package mutating func end() {
        feed { csv, take in try csv.end(take) }
        if columns == nil, !isDone { findings.append(SheetFinding(.empty, at: .init(file: file))) }
    }

    private mutating func feed(_ body: (inout CSVReader, (CSVReader.Row) throws -> Void) throws -> Void) {
        guard !isDone else { return }
        var reader = csv
        do {
            try body(&reader) { row in
                if columns == nil { try takeHeadings(row) } else { try takeRow(row) }
            }
        } catch let defect as CSVReader.Defect {
            findings.append(SheetFinding(.unreadable(defect.kind), at: place(of: defect)))
            isDone = true
        } catch {
            isDone = true
        }
        csv = reader
    }

    /// The cell, or the row alone where there are too many of them.
    private func place(of defect: CSVReader.Defect) -> SheetFinding.Place {
        switch defect.kind {
        case .rows, .bytes: return SheetFinding.Place(file: file, row: defect.row)
        default:
            let column = columns?.indices.contains(defect.column - 1) == true ? columns?[defect.column - 1] : nil
            return SheetFinding.Place(file: file, row: defect.row, column: column ?? "\(defect.column)")
        }
    }

    /// The file is given up; what there is to say was said.
    private struct Done: Error {}

    private mutating func takeHeadings(_ row: CSVReader.Row) throws {
        let headings = row.cells.map(\.trimmed)
        guard !headings.allSatisfy(\.isEmpty) else { return }
        // The page that explains the columns is handed out beside the tables, and holds nothing to import.
        if titles.isLegend(headings) { throw Done() }
        let form = titles.form(of: headings)
        let keys = headings.map { titles.key(of: $0, in: form) }
        let missing = form.columns.filter { $0.isRequired && !keys.contains($0.key) }.map(\.key)
        guard missing.isEmpty else {
            findings.append(SheetFinding(.noForm(form.name, missing: missing), at: .init(file: file, row: row.number)))
            throw Done()
        }
        for (place, heading) in headings.enumerated() where !heading.isEmpty {
            let cell = SheetFinding.Place(file: file, row: row.number, column: heading)
            if let key = keys[place] {
                if keys[..<place].contains(key) { findings.append(SheetFinding(.repeatedColumn(heading), at: cell)) }
            } else {
                findings.append(SheetFinding(.unknownColumn(heading), at: cell))
            }
        }
        (self.form, columns) = (form, keys)
    }

    private mutating func takeRow(_ row: CSVReader.Row) throws {
        guard let form, let columns else { return }
        var cells: [String: String] = [:]
        for (place, text) in row.cells.enumerated() {
            let text = text.trimmed
            guard !text.isEmpty else { continue }
            guard place < columns.count else {
                note(.beyondHeadings, row, "\(place + 1)")
                continue
            }
            guard let key = columns[place], let column = form[key] else { continue }
            guard let plain = CSVTable.plain(text) else {
                note(.formula(text), row, key)
                continue
            }
            cells[key] = plain
            check(plain, column, row)
        }
        guard !cells.isEmpty else { return }
        rows.append(SheetRow(form: form.name, file: file, number: row.number, cells: cells))
        if findings.count > Self.findingsLimit {
            note(.more, row, nil)
            throw Done()
        }
    }

    private mutating func check(_ text: String, _ column: SheetForm.Column, _ row: CSVReader.Row) {
        switch column.key {
        case _ where column.kind == .date:
            if PartialDate(text) == nil { note(.date(text), row, column.key) }
        case "claimTexts", "traits": checkLines(text, ":", column, row)
        case "fields": checkLines(text, "=", column, row)
        default: break
        }
    }

    private mutating func checkLines(
        _ text: String,
        _ sign: Character,
        _ column: SheetForm.Column,
        _ row: CSVReader.Row
    ) {
        for line in SheetRow.lines(of: text) where SheetRow.pair(line, sign) == nil {
            note(.line(line, sign: String(sign)), row, column.key)
        }
    }

    private mutating func note(_ kind: SheetFinding.Kind, _ row: CSVReader.Row, _ column: String?) {
        findings.append(SheetFinding(kind, at: .init(file: file, row: row.number, column: column)))
    }
}
