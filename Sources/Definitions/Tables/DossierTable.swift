package import Regulation

/// The headings of one way to order a dossier, such as the IMDRF Table of Contents.
package struct DossierTable: Hashable, Sendable {
    /// Whether stand-alone software fills a heading.
    package enum Need: String, Hashable, Sendable, CaseIterable {
        case required, conditional, notNeeded = "not-needed"
        /// A chapter, which only holds other headings.
        case chapter = "-"
    }

    /// Whether one document serves every country, or each wants its own.
    package enum Scope: String, Hashable, Sendable, CaseIterable {
        case common, local
    }

    package struct Heading: Hashable, Sendable {
        /// The number as the table writes it.
        package let code: String
        package let need: Need
        package let scope: Scope
        /// Whether each study has a folder of its own below it.
        package let holdsStudies: Bool
        /// By BCP 47 language.
        package let titles: [String: String]
    }

    package let id: String
    package let edition: String
    package let source: Source
    /// In the order of the table.
    package let headings: [Heading]
}

/// Headings of the three tables that hold the same document.
package struct Correspondence: Hashable, Sendable {
    package let imdrf: [HeadingCode]
    /// Numbers of the ASEAN Common Submission Dossier Template.
    package let csdt: [String]
    /// Numbers of the Japanese summary of attached documents (STED).
    package let sted: [String]
    package let confidence: Confidence
    package let basis: String
}
