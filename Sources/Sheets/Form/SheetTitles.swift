package import Views

/// The headings under which columns are known: their keys, and their titles in every language.
package struct SheetTitles: Sendable {
    private let languages: [Labels]

    package init(_ languages: [Labels]) { self.languages = languages }

    /// The table whose required columns are all there, else the one of which the most is there.
    func form(of headings: [String]) -> SheetForm {
        let forms = SheetForm.Name.allCases.map { SheetForm.form($0) }
        func found(_ form: SheetForm, _ columns: [SheetForm.Column]) -> Int {
            let keys = Set(headings.compactMap { key(of: $0, in: form) })
            return columns.count { keys.contains($0.key) }
        }
        let whole = forms.filter { form in
            let required = form.columns.filter(\.isRequired)
            return found(form, required) == required.count
        }
        let candidates = whole.isEmpty ? forms : whole
        return candidates.max { found($0, $0.columns) < found($1, $1.columns) } ?? SheetForm.form(.letters)
    }

    func key(of heading: String, in form: SheetForm) -> String? {
        let wanted = heading.lowercased()
        return form.columns.first { column in
            column.key.lowercased() == wanted
                || languages.contains { $0["form.columns.\(column.key)"].lowercased() == wanted }
        }?.key
    }

    func isLegend(_ headings: [String]) -> Bool {
        guard let first = headings.first else { return false }
        return languages.contains { $0["form.legend.table"] == first }
    }
}
