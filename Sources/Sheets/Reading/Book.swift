/// All rows of an import, and what each says of which submission.
package struct Book: Hashable, Sendable {
    package private(set) var rows: [SheetForm.Name: [SheetRow]] = [:]
    package private(set) var findings: [SheetFinding] = []

    package init() {}

    /// Takes in what was read of one file.
    package mutating func add(_ reader: SheetReader) {
        findings += reader.findings
        add(rows: reader.rows)
    }

    mutating func add(rows new: [SheetRow]) {
        for row in new { rows[row.form, default: []].append(row) }
    }

    package mutating func note(_ kind: SheetFinding.Kind, at place: SheetFinding.Place) {
        findings.append(SheetFinding(kind, at: place))
    }

    package subscript(form: SheetForm.Name) -> [SheetRow] { rows[form] ?? [] }

    package func rows(_ form: SheetForm.Name, of submission: String) -> [SheetRow] {
        self[form].filter { $0["submission"] == submission }
    }

    /// The submissions that the rows name, in their order.
    package var submissions: [String] {
        var seen: Set<String> = []
        return SheetForm.Name.allCases.flatMap { self[$0] }.compactMap { $0["submission"] }
            .filter { seen.insert($0).inserted }
    }

    package var count: Int { rows.values.reduce(0) { $0 + $1.count } }

    /// Holds the rows against each other: what is required is there, and nothing is said twice.
    ///
    /// - Parameter hasManifest: Whether the folder of a product's row holds a manifest, which then says the rest.
    package mutating func check(hasManifest: (SheetRow) -> Bool) {
        for name in SheetForm.Name.allCases {
            let form = SheetForm.form(name)
            var seen: [[String?]: SheetRow] = [:]
            for row in self[name] {
                let isWhole = name == .products && hasManifest(row)
                for column in form.columns where column.isRequired && row[column.key] == nil {
                    if !isWhole || column.key == "submission" { note(.missing, at: row.place(column.key)) }
                }
                let identity = Self.identity(of: row)
                if let first = seen[identity] {
                    note(.sameAs(row: first.number, file: first.file), at: row.place())
                } else {
                    seen[identity] = row
                }
            }
        }
    }

    /// What tells a row from the others of its table.
    private static func identity(of row: SheetRow) -> [String?] {
        switch row.form {
        case .products: [row["submission"]]
        case .cases: [row["submission"], row["country"]]
        case .approvals: [row["submission"], row["country"], row["number"]]
        case .letters, .steps: SheetForm.form(row.form).columns.map { row[$0.key] }
        }
    }
}
