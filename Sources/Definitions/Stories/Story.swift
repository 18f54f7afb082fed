public import Regulation
public import Submissions

/// Dated steps to be played on a simulated workspace: the demo, and a test of the whole.
public struct Story: Hashable, Sendable {
    public struct Step: Hashable, Sendable {
        public enum Deed: Hashable, Sendable {
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
        public let at: Instant
        public let deed: Deed
        public let actor: Actor
        /// When it happened, where that is another day than the one on which it is recorded.
        public let on: PartialDate?
        /// Fields as people type them: `number=…`, `questions.0.text=…`.
        public let settings: [String]
        /// Files to attach, relative to the story's folder.
        public let documents: [String]
        /// The code of the refusal that the step must meet; `nil` where it must be accepted.
        public let refused: String?
        /// Where the step stands, for messages.
        public let line: Int
    }

    public let submission: SubmissionName
    /// The clock when the workspace is made, and its zone.
    public let begins: Instant
    public let zone: String
    /// The dossier, relative to the story's folder.
    public let dossier: String
    public let steps: [Step]
}
