package import Regulation
package import Statecharts

/// A condition of the closed, versioned catalogue, version 1.
///
/// Guards look at the case, its submission, the rules it is bound to, the payload and the register of approvals;
/// never at a clock or the world. What each means is documented in `Documentation.docc/Catalogue.md`.
package indirect enum Guard: Hashable, Sendable {
    case all([Guard])
    case any([Guard])
    case not(Guard)

    // The case and its submission.
    case inState(StateID)
    case fact(FactName, of: CaseReference)
    case everyMember(FactName, Participation)
    case variable(VariableName, equals: String)
    case participation(Participation)
    case inBundle
    /// A hub runs that has filed nothing yet and whose bundle the case may join; it takes part in none.
    case bundleOpen
    /// The variable's date has come, or comes within the time ahead in which the rule of the bundle lets a case join.
    case bundleAhead(VariableName)
    case filingMade
    case dossierComplete
    case feesPaid
    case holderAppointed
    case questionsOpen
    case questionsAnswered
    case consentGiven
    case reportShared
    case onTime(StateID)
    case trackFact(RouteName, FactName)
    case evidencePlanned
    case evidenceLawful
    case evidenceReady
    case obligationsMet
    /// The case has an obligation that is open.
    case obligationsOpen
    /// Of some fee of the case the last that was recorded is its payment.
    case feePaid

    // The rules to which the case is bound.
    case routeValue(String, equals: String)
    case hasBody(Body.Function)
    /// The route has a condition of that kind, so that its step on the way is needed.
    case routeNeeds(RouteCondition.Kind.Word)
    /// The variable's date lies no further back than the period.
    case withinPeriod(String, since: VariableName)
    case pastPeriod(String, since: VariableName)
    case count(VariableName, below: String)
    case changeStep(ChangeCategory.Step)
    case changeUnconfirmed
    /// The applicant has answered the question about the product so.
    case trait(TraitName, is: TraitAnswer)

    // The payload.
    case field(FieldName, equals: String)
    /// The variable, in which values were collected, holds the field's.
    case collected(FieldName, in: VariableName)
    /// The field names the approval concerned by its number; any, where that has none.
    case approvalNumber(FieldName)
    case claimsWithin(ClaimScope)
    case number(FieldName, moreThan: VariableName)
    /// The date is the first day of a month.
    case opensMonth(FieldName)
    /// The date does not lie before the variable's, or before the day of the act.
    case notBefore(FieldName, DayReference)

    // The register of approvals.
    case referenceApproved
    case referenceStageAccepted
    case routeOpen
    /// Nothing closes the route, and something that opens it is not confirmed, or nobody has said.
    case routeUnsure
    case approvalInForce
    case approvalWithoutEnd
    /// The approval concerned was withdrawn or has lapsed.
    case approvalEnded
    case flagsOpen
    case approvalStage(ApprovalStage)
    /// What may become of the text that was handed in for publication.
    case telling(Telling.Answer)
}

/// The day against which a guard holds a date.
package enum DayReference: Hashable, Sendable {
    /// The day of the act.
    case act
    case variable(VariableName)
}

/// Which case a guard or an effect speaks of.
package enum CaseReference: Hashable, Sendable {
    case own, hub
    case member(JurisdictionCode)
}

/// Which stage an approval has reached.
package enum ApprovalStage: String, Hashable, Sendable, CaseIterable {
    case first, full
}

/// What the claims of a payload are held against.
package enum ClaimScope: String, Hashable, Sendable, CaseIterable {
    /// Some of the product's claims, at least one.
    case product
    /// Fewer than all of the product's claims: a first stage.
    case stage
    /// No wider than the reference approval covers.
    case reference
    /// Wider than the case's own approval in force.
    case widening
    /// No wider than the approval concerned.
    case approval
}
