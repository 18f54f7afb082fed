/// What a row of letters says of its act, in the names and values of `tasuki act --set`, and back.
package enum LetterCells {
    /// Columns that are fields of actions by their own name.
    private static let plain = ["number", "reference", "claims", "validUntil", "answerBy", "reason"]

    /// The row's fields, each with its path.
    package static func settings(_ row: SheetRow) -> [(path: String, value: String)] {
        let own = plain.compactMap { key -> (String, String)? in
            guard let text = row[key] else { return nil }
            return (key, key == "claims" ? row.names(key).joined(separator: ", ") : text)
        }
        let questions = row.lines("questions").enumerated().map { ("questions.\($0.offset).text", $0.element) }
        return own + questions + row.pairs("fields", "=").map { ($0.name, $0.text) }
    }

    /// Whether the act says all that the row says.
    package static func isSaid(by act: RecordedSubmission.Act, _ row: SheetRow) -> Bool {
        settings(row).allSatisfy { path, value in
            guard let field = act.fields[path] else { return false }
            // What was erased cannot be told from anything.
            guard let recorded = field.value else { return true }
            return ManifestRows.Plain.form(recorded) == ManifestRows.Plain.form(value)
        }
    }

    /// The cells of an act; its documents are named by whoever writes them out.
    static func cells(_ act: RecordedSubmission.Act) -> [String: String] {
        var cells: [String: String] = [:]
        var questions: [String] = []
        var others: [String] = []
        for field in act.fields.fields {
            guard let value = field.value, !value.isEmpty else { continue }
            if plain.contains(field.path) {
                cells[field.path] = value
            } else if field.path == "questions.\(questions.count).text" {
                questions.append(value)
            } else {
                others.append("\(field.path)=\(value)")
            }
        }
        cells["questions"] = questions.joined(separator: "\n")
        cells["fields"] = others.joined(separator: "\n")
        return cells
    }
}
