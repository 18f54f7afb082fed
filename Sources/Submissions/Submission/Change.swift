package import Regulation
package import Statecharts

/// One thing that a macrostep changed, as a value that replay applies without asking anybody.
package enum Change: Hashable, Sendable {
    case variableSet(VariableName, String?)
    case factSet(FactName)
    case factCleared(FactName)
    case clockStarted(ClockName, ClockRule)
    case clockHeld(ClockName, by: ClockSide)
    case clockStopped(ClockName)
    case deadlineArmed(StateID, ArmedDeadline)
    case deadlineDisarmed(StateID)
    /// The last day passed; what was to be done is owed until one of the states is left, or by nobody where there is none.
    case deadlineMissed(StateID, within: [StateID])
    case feeRequired(FeeID, Money?)
    case feeSettled(FeeID, reference: String)
    case filed(Filing)
    case questionsAdded([Question])
    /// Taken up by a list; recorded where nobody said by which question of it.
    case questionsConsolidated([QuestionID])
    case questionMerged(QuestionID, into: QuestionID)
    case questionDeclined(QuestionID, reason: TextCommitment)
    case questionAnswered(QuestionID, TextCommitment)
    case consentGiven([JurisdictionCode])
    /// The approvals on which the filing rests, in the revision that it cites.
    case referencesCited([Approval.Reference])
    case reportShared([JurisdictionCode], DocumentDigest)
    case decided(Decision)
    case approvalGranted(Approval)
    case approvalAmended(Approval.ID, claims: [ClaimID], stage: Int?, number: String?, conditions: [Condition])
    case approvalStandingChanged(Approval.ID, Approval.Standing)
    /// The approval now covers this version of the product.
    case approvalVersionChanged(Approval.ID, String)
    case approvalProlonged(Approval.ID, until: PartialDate)
    case approvalHolderChanged(Approval.ID, OrganizationID)
    case flagsSettled(Approval.ID)
    /// The case was filed although not everything that opens its route is confirmed.
    case doubtFlagged(Approval.Flag)
    /// The authority decided on what was filed, so that nothing is left to doubt about its route.
    case doubtSettled
    /// All approvals of the submission carry the notice.
    case safetyNoted(SafetyNotice)
    case feeRecorded(FeeEntry)
    case obligationsAdded([Obligation])
    case obligationClosed(ObligationID, Obligation.Fulfilment, evidence: [DocumentDigest], by: EventName? = nil)
    case studyRecorded(Study)
    case answerDocumented(QuestionID, [DocumentDigest])
    /// The running case takes part in the bundle of that hub from now on.
    case bundleJoined(CaseName)
    case sent(EventName, to: CaseName)
    case replaced(by: CaseName)
    /// Something is as it would be, had what was put right been right from the start.
    case restated(Restatement)
}
