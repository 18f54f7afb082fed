/// One table of the form in which products, approvals, cases and letters come in and go out: the one place that knows its
/// columns, from which the template, the import, the export and their documentation are made.
///
/// Titles and meanings of columns are words, under `form` in the label files.
package struct SheetForm: Hashable, Sendable {
    package enum Name: String, Hashable, Sendable, CaseIterable {
        case products, approvals, cases, letters, steps
    }

    package struct Column: Hashable, Sendable {
        /// What the column holds, for those who read it.
        package enum Kind: Hashable, Sendable {
            case text
            case date
            /// Names with commas between them.
            case names
            /// One statement a line.
            case lines
        }

        /// The same in every language; a column of the same key means the same in every table.
        package let key: String
        package let kind: Kind
        package let isRequired: Bool
        package let example: String

        fileprivate init(_ key: String, _ kind: Kind = .text, required: Bool = false, example: String = "") {
            self.key = key
            self.kind = kind
            isRequired = required
            self.example = example
        }
    }

    package let name: Name
    package let columns: [Column]

    package subscript(key: String) -> Column? { columns.first { $0.key == key } }

    package static func form(_ name: Name) -> SheetForm {
        switch name {
        case .products: products
        case .approvals: approvals
        case .cases: cases
        case .letters: letters
        case .steps: steps
        }
    }

    /// A submission of one version of a product, as its manifest says it.
    private static let products = SheetForm(
        name: .products,
        columns: [
            Column("submission", required: true, example: "lung-triage"),
            Column("product", required: true, example: "example-lung-triage"),
            Column("name", required: true, example: "Example Lung Triage"),
            Column("version", required: true, example: "2.1"),
            Column("claimTexts", .lines, required: true, example: "C1: Mark suspected pneumothorax in chest X-rays."),
            Column("stage1Claims", .names, example: "C1"),
            Column("situation", required: true, example: "serious"),
            Column("significance", required: true, example: "drive-clinical-management"),
            Column("traits", .lines, example: "predicate/KR: equivalent"),
            Column("applicant", required: true, example: "example-company"),
            Column("applicantName", required: true, example: "Example Company K.K."),
            Column("applicantLocalName", example: "株式会社サンプル"),
            Column("applicantCountry", example: "JP"),
            Column("folder", example: "lung-triage"),
        ]
    )

    /// Approvals that the product holds, whose course is not told.
    private static let approvals = SheetForm(
        name: .approvals,
        columns: [
            Column("submission", required: true, example: "lung-triage"),
            Column("country", required: true, example: "US"),
            Column("number", required: true, example: "K250001"),
            Column("grantedOn", .date, required: true, example: "2025-06"),
            Column("validUntil", .date),
            Column("basis", required: true, example: "full"),
            Column("claims", .names, required: true, example: "C1"),
            Column("version", required: true, example: "2.0"),
            Column("restsOn", .names),
        ]
    )

    /// What is said of a country: its route, class and holder, and when it was filed.
    private static let cases = SheetForm(
        name: .cases,
        columns: [
            Column("submission", required: true, example: "lung-triage"),
            Column("country", required: true, example: "SG"),
            Column("route", example: "reliance"),
            Column("participation"),
            Column("claims", .names, example: "C1"),
            Column("class", example: "B"),
            Column("holder", example: "example-sg"),
            Column("holderName", example: "Example Singapore Pte. Ltd."),
            Column("holderLocalName"),
            Column("filedOn", .date, example: "2026-04-13"),
        ]
    )

    /// What happened in a case, most of it told by a letter.
    private static let letters = SheetForm(
        name: .letters,
        columns: [
            Column("submission", required: true, example: "lung-triage"),
            Column("case", required: true, example: "SG"),
            Column("date", .date, required: true, example: "2026-05-12"),
            Column("action", required: true, example: "accept"),
            Column("document", .lines, example: "letters/hsa-acceptance.pdf"),
            Column("number"),
            Column("reference", example: "HSA-2026-0412"),
            Column("claims", .names),
            Column("validUntil", .date),
            Column("answerBy", .date),
            Column("questions", .lines),
            Column("reason"),
            Column("fields", .lines),
            Column("as", example: "officer@HSA"),
            Column("order"),
        ]
    )

    /// What else a submission went through, which neither a case nor a letter tells: manifests that were amended, filings of
    /// which `filedOn` cannot tell, tracks.
    private static let steps = SheetForm(
        name: .steps,
        columns: [
            Column("submission", required: true, example: "lung-triage"),
            Column("date", .date, required: true, example: "2026-09-01"),
            Column("step", required: true, example: "track"),
            Column("country", .names, example: "SG"),
            Column("track", example: "change"),
            Column("case", example: "SG-change"),
            Column("folder", example: "lung-triage-2"),
            Column("as"),
            Column("order"),
        ]
    )
}
