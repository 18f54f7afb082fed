package import Regulation
package import Submissions

/// Dated steps to be played on a simulated workspace: the demo, and a test of the whole.
package struct Story: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        package enum Deed: Hashable, Sendable {
            /// Opens the submission of the sample.
            case open
            /// Files the sample's dossier without the documents under these headings.
            case file(omitting: [HeadingCode])
            case act(CaseName, ActionName)
            /// Opens a track beside the decision of a jurisdiction.
            case openTrack(RouteName, JurisdictionCode)
            /// Corrects the last event in which that action was done.
            case correct(CaseName, ActionName, reason: String)
        }

        /// When the step is recorded, by the workspace's clock.
        package let at: Instant
        package let deed: Deed
        package let actor: Actor
        /// When it happened, where that is another day than the one on which it is recorded.
        package let on: PartialDate?
        /// Fields as people type them: `number=…`, `questions.0.text=…`.
        package let settings: [String]
        /// Files to attach, relative to the story's folder.
        package let documents: [String]
        /// The code of the refusal that the step must meet; `nil` where it must be accepted.
        package let refused: String?
        /// Where the step stands, for messages.
        package let line: Int
    }

    package let submission: SubmissionName
    /// The clock when the workspace is made, and its zone.
    package let begins: Instant
    package let zone: String
    /// The dossier, relative to the story's folder.
    package let dossier: String
    package let steps: [Step]
}
