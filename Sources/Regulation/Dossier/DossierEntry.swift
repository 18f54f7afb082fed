/// One document of a dossier as the rules see it: under which heading, for which country, in which language.
public struct DossierEntry: Hashable, Codable, Sendable {
    public let heading: HeadingCode
    /// `nil` for a document that serves every jurisdiction.
    public let jurisdiction: JurisdictionCode?
    public let language: String?

    public init(heading: HeadingCode, jurisdiction: JurisdictionCode?, language: String? = nil) {
        self.heading = heading
        self.jurisdiction = jurisdiction
        self.language = language
    }
}
