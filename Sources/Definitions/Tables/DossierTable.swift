public import Regulation

/// The headings of one way to order a dossier, such as the IMDRF Table of Contents.
public struct DossierTable: Hashable, Sendable {
    /// Whether stand-alone software fills a heading.
    public enum Need: String, Hashable, Sendable, CaseIterable {
        case required, conditional, notNeeded = "not-needed"
        /// A chapter, which only holds other headings.
        case chapter = "-"
    }

    /// Whether one document serves every country, or each wants its own.
    public enum Scope: String, Hashable, Sendable, CaseIterable {
        case common, local
    }

    public struct Heading: Hashable, Sendable {
        /// The number as the table writes it.
        public let code: String
        public let need: Need
        public let scope: Scope
        /// Whether each study has a folder of its own below it.
        public let holdsStudies: Bool
        /// By BCP 47 language.
        public let titles: [String: String]
    }

    public let id: String
    public let edition: String
    public let source: Source
    /// In the order of the table.
    public let headings: [Heading]
}

/// Headings of the three tables that hold the same document.
public struct Correspondence: Hashable, Sendable {
    public let imdrf: [HeadingCode]
    /// Numbers of the ASEAN Common Submission Dossier Template.
    public let csdt: [String]
    /// Numbers of the Japanese summary of attached documents (STED).
    public let sted: [String]
    public let confidence: Confidence
    public let basis: String
}
