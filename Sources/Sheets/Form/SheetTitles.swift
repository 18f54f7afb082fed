package import Views

/// The headings under which columns are known: their keys, and their titles in every language.
package struct SheetTitles: Sendable {
    private let languages: [Labels]

    package init(_ languages: [Labels]) { self.languages = languages }

    /// The table of which most columns are there; among equals one whose required columns all are.
    func form(of headings: [String]) -> SheetForm {
        let forms = SheetForm.Name.allCases.map { SheetForm.form($0) }
        func rank(_ form: SheetForm) -> (Int, Int) {
            let keys = Set(headings.compactMap { key(of: $0, in: form) })
            let isWhole = form.columns.allSatisfy { !$0.isRequired || keys.contains($0.key) }
            return (keys.count, isWhole ? 1 : 0)
        }
        return forms.max { rank($0) < rank($1) } ?? SheetForm.form(.letters)
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
