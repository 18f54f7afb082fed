/// What a dossier holds against what one jurisdiction wants, heading by heading.
package struct Completeness: Hashable, Sendable {
    package enum Presence: String, Hashable, Sendable {
        case present, missing, missingUnconfirmed = "missing-unconfirmed", notNeeded = "not-needed"
    }

    /// Why a cell shows what it shows; whether the requirement itself is confirmed is its source's matter.
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        case present
        /// Documents stand under the heading, but in no language that is accepted.
        case otherLanguage = "other-language"
        case absent
        /// Wanted on a condition, and nothing there: nobody has said whether the condition holds.
        case undecided
        /// Nothing is there, and nothing need be.
        case notWanted = "not-wanted"
    }

    package struct Cell: Hashable, Sendable {
        package let requirement: Requirement
        package let presence: Presence
        /// Whether a filing is refused for it.
        package let blocks: Bool
        /// What serves the requirement, each once, in the order of the dossier.
        package let serving: [DossierEntry]
        /// What stands under the heading for the jurisdiction in languages that are not accepted.
        package let inOtherLanguages: [DossierEntry]

        package var reason: Reason {
            switch (presence, requirement.need) {
            case (.present, _): .present
            case (.notNeeded, .conditional): .undecided
            case (.notNeeded, _): .notWanted
            case (.missing, _), (.missingUnconfirmed, _): inOtherLanguages.isEmpty ? .absent : .otherLanguage
            }
        }
    }

    package let jurisdiction: JurisdictionCode
    package let cells: [Cell]

    package var blocking: [Cell] { cells.filter(\.blocks) }
    package var isComplete: Bool { blocking.isEmpty }
}
