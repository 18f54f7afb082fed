/// What stands in the way of an import, or what somebody should look at, with the cell that it is about.
package struct SheetFinding: Hashable, Sendable {
    /// A place in a file, as a spreadsheet names it.
    package struct Place: Hashable, Sendable {
        package let file: String
        /// From 1, the row of headings included; `nil` for the whole file.
        package let row: Int?
        /// The key of the column, or its number where no heading names it.
        package let column: String?

        package init(file: String, row: Int? = nil, column: String? = nil) {
            self.file = file
            self.row = row
            self.column = column
        }

        /// The row of the place, whichever column it is.
        package var ofRow: Place { Place(file: file, row: row) }
    }

    package enum Kind: Hashable, Sendable {
        /// The file cannot be read as CSV.
        case unreadable(CSVReader.Defect.Kind)
        case empty
        /// The headings are those of no table; of the nearest these are missing.
        case noForm(SheetForm.Name, missing: [String])
        case repeatedColumn(String)
        case beyondHeadings
        case missing
        /// A cell that a spreadsheet would run.
        case formula(String)
        case date(String)
        /// A line that is no `NAME: text`, or no `NAME=VALUE`.
        case line(String, sign: String)
        case sameAs(row: Int, file: String)
        /// No row and no workspace has a submission of that name.
        case noSubmission(String)
        /// The submission is there, and says something else.
        case recorded(String)
        /// It is no part of the submission that is there.
        case notRecorded(String)
        /// A filing without the route, or without the folder of what was filed.
        case filingWithout(String)
        /// The manifest in the folder says something else, or nothing of it.
        case saidByManifest(String)
        case notInManifest(String)
        /// The file or folder cannot be had.
        case noFile(String)
        /// What the check of a manifest, or the rule that would refuse the command, says in its own words.
        case refused(String)
        /// Not tried, because that row was refused.
        case waits(row: Int, file: String)
        /// What comes after this row was not looked at.
        case more

        case unknownColumn(String)
        case ended(String)
        /// An approval from elsewhere in a country in which the product is filed as well.
        case alsoFiled(String)
        case sameProduct(String)
    }

    package let place: Place
    package let kind: Kind

    package init(_ kind: Kind, at place: Place) {
        self.kind = kind
        self.place = place
    }

    /// Whether it may be accepted as it is.
    package var isDoubt: Bool {
        switch kind {
        case .unknownColumn, .ended, .alsoFiled, .sameProduct: true
        default: false
        }
    }

    /// The same in every language.
    package var code: String {
        switch kind {
        case .unreadable: "file.unreadable"
        case .empty: "file.empty"
        case .noForm: "headings.unknown"
        case .repeatedColumn: "column.repeated"
        case .beyondHeadings: "cell.beyond-headings"
        case .missing: "cell.missing"
        case .formula: "cell.formula"
        case .date: "cell.date"
        case .line: "cell.line"
        case .sameAs: "row.repeated"
        case .noSubmission: "submission.unknown"
        case .recorded: "recorded.otherwise"
        case .notRecorded: "recorded.not"
        case .filingWithout: "filing.incomplete"
        case .saidByManifest, .notInManifest: "manifest.otherwise"
        case .noFile: "file.missing"
        case .refused: "refused"
        case .waits: "waits"
        case .more: "more"
        case .unknownColumn: "column.unknown"
        case .ended: "approval.ended"
        case .alsoFiled: "approval.also-filed"
        case .sameProduct: "product.twice"
        }
    }
}
