import Engine
package import Regulation
package import Submissions

/// One document in one filing: where it stood, and whom it reached.
package struct FiledDocument: Hashable, Sendable {
    package let submission: SubmissionName
    package let filing: Filing
    /// The number of the event that filed it.
    package let event: Int
    /// Its place in the log, by which filings of one day follow one another.
    package let position: Int
    /// The cases to which the filing belongs.
    package let cases: [CaseName]
    /// The countries that it reached; through the hub, those that took part then.
    package let jurisdictions: [JurisdictionCode]
    package let digest: DocumentDigest
    /// In bytes.
    package let size: Int
    package let mediaType: String
    /// Within its dossier; `nil` for what came with an action.
    package let path: String?
    /// The name of the file; `nil` where it was erased.
    package let name: String?
    /// Its own heading, or those of the questions that were answered with it.
    package let headings: [HeadingCode]
    /// The only country that it serves, where it does not serve all.
    package let jurisdiction: JurisdictionCode?
    package let language: String?

    package init(
        submission: SubmissionName,
        filing: Filing,
        event: Int,
        position: Int,
        cases: [CaseName],
        jurisdictions: [JurisdictionCode],
        digest: DocumentDigest,
        size: Int,
        mediaType: String,
        path: String?,
        name: String?,
        headings: [HeadingCode],
        jurisdiction: JurisdictionCode?,
        language: String?
    ) {
        self.submission = submission
        self.filing = filing
        self.event = event
        self.position = position
        self.cases = cases
        self.jurisdictions = jurisdictions
        self.digest = digest
        self.size = size
        self.mediaType = mediaType
        self.path = path
        self.name = name
        self.headings = headings
        self.jurisdiction = jurisdiction
        self.language = language
    }

    /// In the order in which they were filed: by date as far as it is known, then by the log.
    static func isOrdered(_ left: Self, before right: Self) -> Bool {
        let (one, other) = (left.filing.filedOn.earliest, right.filing.filedOn.earliest)
        return one == other ? left.position < right.position : one < other
    }
}
