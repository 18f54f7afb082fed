package import Views

/// The form with rows in it, or without any as the template, to be written as CSV or as a workbook.
package struct FilledForm: Hashable, Sendable {
    package struct Table: Hashable, Sendable {
        package let form: SheetForm
        /// Cells in the order of the columns.
        package let rows: [[String]]
    }

    package let tables: [Table]

    /// The template: every table with its headings alone.
    package static var template: FilledForm {
        FilledForm(tables: SheetForm.Name.allCases.map { Table(form: .form($0), rows: []) })
    }

    init(tables: [Table]) { self.tables = tables }

    /// - Parameter rows: Cells by the keys of the columns, table by table.
    package init(_ rows: [SheetForm.Name: [[String: String]]]) {
        tables = SheetForm.Name.allCases.map { name in
            let form = SheetForm.form(name)
            let lines = (rows[name] ?? []).map { cells in form.columns.map { cells[$0.key] ?? "" } }
            return Table(form: form, rows: lines)
        }
    }

    /// Each table as a CSV file with a byte order mark, every cell safe to open, and the page that explains the columns.
    package func files(_ labels: Labels) -> [(name: String, bytes: [UInt8])] {
        let tables = tables.map { table in
            var sheet = CSVTable(header: Self.titles(table.form, labels))
            for row in table.rows { sheet.add(row) }
            return (name: "\(table.form.name.rawValue).csv", bytes: sheet.bytes)
        }
        let legend = Self.legend(labels)
        var sheet = CSVTable(header: legend[0])
        for row in legend.dropFirst() { sheet.add(row) }
        return tables + [(name: "columns.csv", bytes: sheet.bytes)]
    }

    static func titles(_ form: SheetForm, _ labels: Labels) -> [String] {
        form.columns.map { labels["form.columns.\($0.key)"] }
    }

    /// What each column means, with its headings.
    package static func legend(_ labels: Labels) -> [[String]] {
        let header = ["table", "column", "key", "required", "meaning", "example"].map { labels["form.legend.\($0)"] }
        return [header]
            + SheetForm.Name.allCases.flatMap { name in
                SheetForm.form(name).columns.map { column in
                    [
                        labels["form.tables.\(name.rawValue)"], labels["form.columns.\(column.key)"], column.key,
                        column.isRequired ? labels["form.legend.isRequired"] : "",
                        labels["form.meanings.\(column.key)"], column.example,
                    ]
                }
            }
    }
}
