package import Regulation

/// What somebody wants to happen to a submission.
package enum Command: Hashable, Sendable {
    case open(SubmissionOpened)
    /// From now on the manifest says this.
    case amend(SubmissionOpened)
    /// Files the dossier for these targets of the submission, or for all that wait for a filing, and opens their cases.
    case file(revision: DocumentDigest, entries: [DossierEntry], for: [JurisdictionCode])
    /// `revision` is the list of documents that the action files, where it files any.
    case act(CaseName, ActionName, Payload, revision: DocumentDigest?)
    case correct(event: Int, fields: [FieldName: FieldValue], date: PartialDate?, reason: TextCommitment)
    /// Takes back a mistaken action.
    case reverse(event: Int, reason: TextCommitment)
    /// A body says that it did what was typed in from its letter.
    case confirmLetter(event: Int)
    /// A body says that it did something else.
    case disputeLetter(event: Int, reason: TextCommitment)
    case rebind(CaseName, to: Pin, reason: TextCommitment)
    /// Opens a track beside the decision of a jurisdiction, such as a change or reimbursement.
    case openTrack(RouteName, JurisdictionCode)
    /// Opens the hub of a bundle of tracks, and in each country the track that takes part in it.
    case openBundle(RouteName, [JurisdictionCode])
    /// Opens a track with its first act.
    case beginTrack(RouteName, JurisdictionCode, ActionName, Payload)
    /// Fires every deadline that has passed.
    case fireDeadlines
    /// Flags the approvals named, and lets the cases look again at the register.
    case reconsider([ApprovalFlagged])
}
