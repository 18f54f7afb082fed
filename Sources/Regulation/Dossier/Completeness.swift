/// One document of a dossier as the rules see it: under which heading, for which country, in which language.
public struct DossierEntry: Hashable, Sendable {
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

/// What a dossier holds against what one jurisdiction wants, heading by heading.
public struct Completeness: Hashable, Sendable {
    public enum Presence: String, Hashable, Sendable {
        case present, missing, missingUnconfirmed = "missing-unconfirmed", notNeeded = "not-needed"
    }

    public struct Cell: Hashable, Sendable {
        public let requirement: Requirement
        public let presence: Presence
        /// Whether a filing is refused for it.
        public let blocks: Bool
    }

    public let jurisdiction: JurisdictionCode
    public let cells: [Cell]

    public var blocking: [Cell] { cells.filter(\.blocks) }
    public var isComplete: Bool { blocking.isEmpty }
}

extension Jurisdiction {
    /// The completeness of `entries` for this jurisdiction.
    ///
    /// A requirement not confirmed for the authority blocks only where the applicant adopted its heading.
    public func completeness(of entries: [DossierEntry], adopted: Set<HeadingCode>) -> Completeness {
        let mine = entries.filter { $0.jurisdiction == nil || $0.jurisdiction == code }
        let cells = requirements.map { requirement -> Completeness.Cell in
            let present = mine.contains { requirement.heading.contains($0.heading) && requirement.accepts($0.language) }
            guard !present else { return .init(requirement: requirement, presence: .present, blocks: false) }
            guard requirement.need == .required else {
                return .init(requirement: requirement, presence: .notNeeded, blocks: false)
            }
            let confirmed = requirement.source.confidence == .confirmed
            return .init(
                requirement: requirement,
                presence: confirmed ? .missing : .missingUnconfirmed,
                blocks: confirmed || adopted.contains(requirement.heading)
            )
        }
        return Completeness(jurisdiction: code, cells: cells)
    }
}

extension Requirement {
    /// A document whose language is not stated is taken at its word; `zh-Hant` is a kind of `zh` (RFC 4647 basic filtering).
    func accepts(_ language: String?) -> Bool {
        guard let language, !languages.isEmpty else { return true }
        return languages.contains { language == $0 || language.hasPrefix($0 + "-") }
    }
}
