import CanonicalJSON
import Engine
import Sheets
import Views

/// What an import found, and what became of it.
struct ImportReport {
    /// One finding in the words of a language.
    struct Line {
        let finding: SheetFinding
        let text: String
    }

    let files: Int
    let rows: Int
    let known: Int
    /// Names of the submissions that are opened.
    let opened: [String]
    let filings: Int
    let letters: Int
    /// Amendments and tracks.
    let steps: Int
    /// In the order of files and rows; conflicts before doubts of the same row.
    let lines: [Line]
    let isWritten: Bool

    init(_ plan: ImportPlan, files: Int, isWritten: Bool, _ labels: Labels) {
        self.files = files
        self.isWritten = isWritten
        rows = plan.book.count
        known = plan.known
        opened = plan.steps.filter { $0.kind == .open }.map(\.submission)
        filings = plan.count(.file)
        letters = plan.count(.letter)
        steps = plan.count(.amend) + plan.count(.track)
        lines = plan.findings.enumerated().sorted { left, right in
            let (one, other) = (left.element.place, right.element.place)
            return (one.file, one.row ?? 0, left.offset) < (other.file, other.row ?? 0, right.offset)
        }.map { Line(finding: $0.element, text: labels.words(for: $0.element)) }
    }

    var conflicts: Int { lines.count { !$0.finding.isDoubt } }
    var doubts: Int { lines.count - conflicts }
    var isNothingNew: Bool { opened.isEmpty && filings == 0 && letters == 0 && steps == 0 }

    /// The report for programs; `Schemas/import.schema.json` describes it.
    func json() -> JSONValue {
        .object([
            "written": .bool(isWritten),
            "files": .integer(Int64(files)),
            "rows": .integer(Int64(rows)),
            "known": .integer(Int64(known)),
            "opened": .array(opened.map { .string($0) }),
            "filings": .integer(Int64(filings)),
            "letters": .integer(Int64(letters)),
            "steps": .integer(Int64(steps)),
            "findings": .array(
                lines.map { line in
                    .object([
                        "file": .string(line.finding.place.file),
                        "row": line.finding.place.row.map { .integer(Int64($0)) } ?? .null,
                        "column": line.finding.place.column.map { .string($0) } ?? .null,
                        "doubt": .bool(line.finding.isDoubt),
                        "code": .string(line.finding.code),
                        "text": .string(line.text),
                    ])
                }
            ),
        ])
    }
}
