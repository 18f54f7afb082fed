package import Regulation

/// The headings under which documents may stand, such as those of the IMDRF Table of Contents.
package struct HeadingTable: Hashable, Sendable {
    package struct Heading: Hashable, Sendable {
        package let code: HeadingCode
        /// By BCP 47 language; a title in square brackets stands for that of a study, as in `[Study description]`.
        package let titles: [String: String]
        /// Whether each study has a folder of its own below it.
        package let holdsStudies: Bool

        package init(code: HeadingCode, titles: [String: String], holdsStudies: Bool = false) {
            self.code = code
            self.titles = titles
            self.holdsStudies = holdsStudies
        }
    }

    /// In the order of the table.
    package let headings: [Heading]
    private let places: [HeadingCode: Int]
    private let studies: Set<HeadingCode>

    /// The table of `headings`; of two with the same code the first counts.
    ///
    /// A table may show one study as an example (`CH3.05.05.08.01 [Study description]`): the heading above it then
    /// holds studies too, the second as `CH3.05.05.08.02`.
    package init(headings: [Heading]) {
        self.headings = headings
        self.places = Dictionary(headings.enumerated().map { ($1.code, $0) }) { first, _ in first }
        let examples = headings.filter { $0.titles.values.contains { $0.hasPrefix("[") } }
        self.studies = Set(headings.filter(\.holdsStudies).map(\.code) + examples.compactMap(\.code.parent))
    }

    /// Whether a document may stand under `code`: the table lists it, or it is part of a study.
    package func contains(_ code: HeadingCode) -> Bool {
        places[code] != nil || sequence(first: code, next: \.parent).dropFirst().contains { studies.contains($0) }
    }

    /// The title of `code` in `language`, else in English; `nil` for a study of the applicant's own.
    package func title(of code: HeadingCode, language: String) -> String? {
        places[code].flatMap { headings[$0].titles[language] ?? headings[$0].titles["en"] }
    }
}
