/// One document of a dossier as the rules see it: under which heading, for which country, in which language.
package struct DossierEntry: Hashable, Codable, Sendable {
    package let heading: HeadingCode
    /// `nil` for a document that serves every jurisdiction.
    package let jurisdiction: JurisdictionCode?
    package let language: String?

    package init(heading: HeadingCode, jurisdiction: JurisdictionCode?, language: String? = nil) {
        self.heading = heading
        self.jurisdiction = jurisdiction
        self.language = language
    }
}
