package import Statecharts

extension Guard {
    /// Whether the condition may come true though nothing happens in its submission: by time alone, or by what another
    /// submission's approval becomes.
    package var looksOutside: Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.contains(where: \.looksOutside)
        case .not(let part): part.looksOutside
        case .onTime, .withinPeriod, .pastPeriod, .bundleAhead, .referenceApproved, .referenceStageAccepted, .routeOpen,
            .routeUnsure,
            .approvalInForce, .approvalWithoutEnd, .approvalStage, .telling, .flagsOpen, .obligationsMet,
            .obligationsOpen,
            .feePaid:
            true
        case .claimsWithin(let scope): scope == .reference || scope == .widening
        case .inState, .fact, .everyMember, .variable, .participation, .inBundle, .bundleOpen, .filingMade,
            .dossierComplete,
            .feesPaid, .holderAppointed, .questionsOpen, .questionsAnswered, .consentGiven, .reportShared, .trackFact,
            .evidencePlanned, .evidenceLawful, .evidenceReady, .routeValue, .hasBody, .routeNeeds, .count,
            .changeStep, .changeUnconfirmed, .trait, .field, .collected, .approvalNumber, .approvalEnded, .number,
            .opensMonth,
            .notBefore:
            false
        }
    }
}

extension Guard {
    /// Whether approvals that other submissions hold decide it.
    var asksTheRegister: Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.contains(where: \.asksTheRegister)
        case .not(let part): part.asksTheRegister
        case .referenceApproved, .referenceStageAccepted, .routeOpen, .routeUnsure, .claimsWithin(.reference): true
        default: false
        }
    }
}

extension Procedure {
    /// Whether a case in these states may move by itself through something outside its submission.
    package func looksOutside(in configuration: Configuration) -> Bool {
        statesLookingOutside.contains { configuration.active.contains($0) }
    }
}
