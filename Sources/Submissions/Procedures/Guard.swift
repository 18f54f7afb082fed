public import Regulation
public import Statecharts

/// A condition of the closed, versioned catalogue, version 1.
///
/// Guards look at the case, its submission, the rules it is bound to, the payload and the register of approvals;
/// never at a clock or the world. What each means is documented in `Documentation.docc/Catalogue.md`.
public indirect enum Guard: Hashable, Sendable {
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
    case filingMade
    case dossierComplete
    case feesPaid
    case holderAppointed
    case questionsOpen
    case questionsAnswered
    case consentGiven
    case reportShared
    case onTime(StateID)

    // The rules to which the case is bound.
    case routeValue(String, equals: String)
    case hasBody(Body.Function)

    // The payload.
    case field(FieldName, equals: String)
    case claimsWithin(ClaimScope)

    // The register of approvals.
    case referenceApproved
    case referenceStageAccepted
}

/// Which case a guard or an effect speaks of.
public enum CaseReference: Hashable, Sendable {
    case own, hub
    case member(JurisdictionCode)
}

/// What the claims of a payload are held against.
public enum ClaimScope: String, Hashable, Sendable, CaseIterable {
    /// Some of the product's claims, at least one.
    case product
    /// Fewer than all of the product's claims: a first stage.
    case stage
    /// No wider than the reference approval covers.
    case reference
    /// Wider than the case's own approval in force.
    case widening
}
