import Regulation

/// What people of one language read: of the names that a manifest gives, the one that is used where it is spoken.
extension SubmissionManifest.Product {
    /// The name in `language`, a BCP 47 tag: the one of the country of that language, or else the one for all.
    package func name(in language: String) -> String {
        SubmissionManifest.country(of: language).flatMap { localNames[$0] } ?? name
    }
}

extension SubmissionManifest.Organization {
    /// The name in `language`: the one in the organization's own script where it sits in the country of that language.
    package func name(in language: String) -> String {
        guard let country, country == SubmissionManifest.country(of: language) else { return name }
        return localName ?? name
    }
}

extension SubmissionManifest {
    /// The country whose names are written in the language; English is that of all.
    fileprivate static func country(of language: String) -> JurisdictionCode? {
        language == "ja" ? JurisdictionCode("JP") : nil
    }
}
