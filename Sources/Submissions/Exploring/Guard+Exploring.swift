import Regulation
import Statecharts

extension Guard {
    /// The conditions of which this one is made.
    var atoms: [Guard] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.atoms)
        case .not(let part): part.atoms
        default: [self]
        }
    }

    /// Whether it comes to hold, or no more, when an approval ends that the case did not end itself.
    var seesApprovalEnd: Bool {
        looksOutside || atoms.contains { if case .approvalEnded = $0 { true } else { false } }
    }

    /// The facts of its own case that it asks for.
    var ownFacts: [FactName] {
        atoms.compactMap { if case .fact(let fact, of: .own) = $0 { fact } else { nil } }
    }

    /// Whether other cases of the bundle decide it, or the part that this case has in one.
    var asksOtherCases: Bool {
        switch self {
        case .fact(_, of: .hub), .fact(_, of: .member), .everyMember, .participation, .inBundle: true
        default: false
        }
    }

    /// Whether the two cannot hold together.
    func excludes(_ other: Guard) -> Bool {
        switch (self, other) {
        case (.questionsOpen, .questionsAnswered), (.questionsAnswered, .questionsOpen): true
        case (.changeUnconfirmed, .changeStep), (.changeStep, .changeUnconfirmed): true
        case (.approvalInForce, .approvalEnded), (.approvalEnded, .approvalInForce): true
        case (.routeOpen, .routeUnsure), (.routeUnsure, .routeOpen): true
        case (.routeValue(let key, let one), .routeValue(let other, let another)): key == other && one != another
        case (.field(let name, let one), .field(let other, let another)): name == other && one != another
        case (.variable(let name, let one), .variable(let other, let another)): name == other && one != another
        case (.participation(let one), .participation(let another)): one != another
        case (.telling(let one), .telling(let another)): one != another
        case (.changeStep(let one), .changeStep(let another)): one != another
        case (.approvalStage(let one), .approvalStage(let another)): one != another
        case (.withinPeriod(let period, let day), .pastPeriod(let other, let another)):
            period == other && day == another
        case (.pastPeriod(let period, let day), .withinPeriod(let other, let another)):
            period == other && day == another
        default: false
        }
    }

    /// Whether the effect may make the condition hold that did not, or the other way about.
    func mayChange(by effect: Effect, in procedure: Procedure) -> Bool {
        switch self {
        case .all, .any, .not: atoms.contains { $0.mayChange(by: effect, in: procedure) }
        case .variable(let name, _), .withinPeriod(_, let name), .pastPeriod(_, let name), .count(let name, _),
            .number(_, let name), .notBefore(_, .variable(let name)), .collected(_, let name),
            .bundleAhead(let name):
            effect.sets == name
        case .inBundle, .bundleOpen: if case .joinBundle = effect { true } else { false }
        case .telling:
            effect.changesRegister || effect.sets.map { procedure.text?.variables.contains($0) ?? false } ?? false
        case .changeStep, .changeUnconfirmed: effect.sets == "category" || effect.sets == "categoryAccepted"
        case .filingMade, .dossierComplete: if case .recordFiling = effect { true } else { false }
        case .feesPaid, .feePaid:
            switch effect {
            case .requireFee, .settleFees, .recordFee: true
            default: false
            }
        case .questionsOpen, .questionsAnswered:
            switch effect {
            case .proposeQuestions, .issueQuestions, .answerQuestions, .declineQuestion: true
            default: false
            }
        case .consentGiven: if case .giveConsent = effect { true } else { false }
        case .reportShared: if case .shareReport = effect { true } else { false }
        case .evidencePlanned, .evidenceLawful, .evidenceReady: effect == .recordStudy
        case .obligationsMet, .obligationsOpen:
            switch effect {
            case .addObligation, .closeObligation, .meetObligations, .endObligations, .recordDecision: true
            default: false
            }
        case .referenceStageAccepted, .routeOpen: effect.sets == "referenceAccepted"
        case .approvalInForce, .approvalEnded, .approvalNumber, .approvalWithoutEnd, .approvalStage, .flagsOpen,
            .claimsWithin(.widening):
            effect.changesRegister || effect == .settleFlags || effect == .settleDoubt || effect == .doubtRoute
        // The rest is as it is for the whole of a step.
        default: false
        }
    }
}

extension Procedure {
    /// Whether it holds a text against what may be told.
    package var asksWhatMayBeTold: Bool { guards.values.contains(where: \.isAboutTelling) }

    /// Whether it asks if the case's route is open, before something is filed by it.
    package var asksWhetherRouteIsOpen: Bool { guards.values.flatMap(\.atoms).contains(.routeOpen) }

    /// Whether it asks what the category of a change asks for.
    package var asksForChangeCategory: Bool {
        guards.values.flatMap(\.atoms).contains { if case .changeStep = $0 { true } else { false } }
    }

    /// What a case of it may state.
    package var factsSet: Set<FactName> {
        Set(effects.compactMap { if case .setFact(let fact) = $0 { fact } else { nil } })
    }
}

extension Effect {
    /// The variable to which it gives a value.
    var sets: VariableName? {
        switch self {
        case .set(let variable, _), .count(let variable), .take(let variable, _), .collect(let variable, _): variable
        case .issueQuestions(_, let field?): VariableName(field.rawValue)
        default: nil
        }
    }

    /// Whether it enters an approval into the register or changes what one says.
    var changesRegister: Bool {
        switch self {
        case .grantApproval, .amendApproval, .changeApproval, .setApprovalVersion, .prolongApproval, .setApprovalHolder,
            .widenApproval:
            true
        default: false
        }
    }
}
