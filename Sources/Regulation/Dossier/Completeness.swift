/// What a dossier holds against what one jurisdiction wants, heading by heading.
public struct Completeness: Hashable, Sendable {
    public enum Presence: String, Hashable, Sendable {
        case present, missing, missingUnconfirmed = "missing-unconfirmed", notNeeded = "not-needed"
    }

    /// Why a cell shows what it shows; whether the requirement itself is confirmed is its source's matter.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        case present
        /// Documents stand under the heading, but in no language that is accepted.
        case otherLanguage = "other-language"
        case absent
        /// Wanted on a condition, and nothing there: nobody has said whether the condition holds.
        case undecided
        /// Nothing is there, and nothing need be.
        case notWanted = "not-wanted"
    }

    public struct Cell: Hashable, Sendable {
        public let requirement: Requirement
        public let presence: Presence
        /// Whether a filing is refused for it.
        public let blocks: Bool
        /// What serves the requirement, each once, in the order of the dossier.
        public let serving: [DossierEntry]
        /// What stands under the heading for the jurisdiction in languages that are not accepted.
        public let inOtherLanguages: [DossierEntry]

        public var reason: Reason {
            switch (presence, requirement.need) {
            case (.present, _): .present
            case (.notNeeded, .conditional): .undecided
            case (.notNeeded, _): .notWanted
            case (.missing, _), (.missingUnconfirmed, _): inOtherLanguages.isEmpty ? .absent : .otherLanguage
            }
        }
    }

    public let jurisdiction: JurisdictionCode
    public let cells: [Cell]

    public var blocking: [Cell] { cells.filter(\.blocks) }
    public var isComplete: Bool { blocking.isEmpty }
}
