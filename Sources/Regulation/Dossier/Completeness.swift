/// What a dossier holds against what one jurisdiction wants, heading by heading.
package struct Completeness: Hashable, Sendable {
    package enum Presence: String, Hashable, Sendable {
        case present, missing, missingUnconfirmed = "missing-unconfirmed", notNeeded = "not-needed"
        /// Something is there, and whether its language is accepted is not known.
        case unknown
    }

    /// Why a cell shows what it shows; whether the requirement itself is confirmed is its source's matter.
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        case present
        /// Documents stand under the heading, but in no language that is accepted.
        case otherLanguage = "other-language"
        /// Documents stand under the heading; whether in a language that is accepted, nobody has said.
        case unknownLanguage = "unknown-language"
        case absent
        /// Wanted on a condition, and nothing there: nobody has said whether the condition holds.
        case undecided
        /// Wanted on a condition that does not hold, as the applicant says.
        case ruledOut = "ruled-out"
        /// Nothing is there, and nothing need be.
        case notWanted = "not-wanted"
    }

    package struct Cell: Hashable, Sendable {
        package let requirement: Requirement
        package let accepted: AcceptedLanguages
        /// Whether the condition holds, of a conditional requirement of which the applicant said so.
        package let answer: Bool?
        package let presence: Presence
        /// Whether a filing is refused for it.
        package let blocks: Bool
        /// What serves the requirement, each once, in the order of the dossier.
        package let serving: [DossierEntry]
        /// What stands under the heading for the jurisdiction in languages that are not accepted.
        package let inOtherLanguages: [DossierEntry]
        /// What stands under the heading for the jurisdiction, and nobody knows whether in a language that is accepted.
        package let inUnknownLanguages: [DossierEntry]

        /// Whether something has to be there: it is required, or its condition holds.
        package var isWanted: Bool { requirement.need == .required || answer == true }

        package var reason: Reason {
            switch presence {
            case .present: .present
            case .unknown: .unknownLanguage
            case .notNeeded where answer == false: .ruledOut
            case .notNeeded: requirement.need == .conditional ? .undecided : .notWanted
            case .missing, .missingUnconfirmed: inOtherLanguages.isEmpty ? .absent : .otherLanguage
            }
        }
    }

    package let jurisdiction: JurisdictionCode
    package let cells: [Cell]

    package var blocking: [Cell] { cells.filter(\.blocks) }
    package var isComplete: Bool { blocking.isEmpty }
}
