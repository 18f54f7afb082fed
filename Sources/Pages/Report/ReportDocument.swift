package import Regulation
package import Submissions

/// A document of the submission, in one of the places where the submission uses it.
package struct ReportDocument: Hashable, Sendable {
    package let digest: DocumentDigest
    /// As it was handed in; nil where the name was erased.
    package let name: String?
    package let heading: HeadingCode?
    package let jurisdiction: JurisdictionCode?
    package let language: String?
    /// The filing to which it belongs.
    package let filing: Int?
    /// The event with which it came.
    package let event: Int?

    package init(
        digest: DocumentDigest,
        name: String?,
        heading: HeadingCode? = nil,
        jurisdiction: JurisdictionCode? = nil,
        language: String? = nil,
        filing: Int? = nil,
        event: Int? = nil
    ) {
        self.digest = digest
        self.name = name
        self.heading = heading
        self.jurisdiction = jurisdiction
        self.language = language
        self.filing = filing
        self.event = event
    }
}

/// A document as the report shows it.
struct ReportPlace: TemplateModel {
    /// Heading, country and language.
    let places: [String]
    let name: FreeText
    let digest: String
    let filing: Int?
    let event: Int?

    init(_ document: ReportDocument, _ source: ReportSource) {
        let country = document.jurisdiction.map { source.country($0) }
        places = [document.heading?.description, country, document.language].compactMap { $0?.ifAny }
        name = FreeText(typed: document.name)
        digest = document.digest.rawValue
        filing = document.filing
        event = document.event
    }
}
