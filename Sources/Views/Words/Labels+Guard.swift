import Engine
import Regulation
package import Submissions

extension Labels {
    /// The sentence that tells what `condition` still asks for.
    package func words(for condition: Guard, of procedure: ProcedureID) -> String {
        switch condition {
        case .all(let parts): text("guards.all", list(parts, procedure))
        case .any(let parts): text("guards.any", list(parts, procedure))
        case .not(.inBundle): self["guards.notInBundle"]
        case .not(.feesPaid): self["guards.noFeeOpen"]
        case .not(.inState(let state)): text("guards.notInState", self["states.\(procedure).\(state)"])
        case .not(.fact(let fact, of: .own)): text("guards.notFact", self["facts.\(fact)"])
        case .not(.fact(let fact, of: .hub)): text("guards.notFactOf", self["facts.\(fact)"], self["routes.hub"])
        case .not(.trait(let trait, is: let answer)):
            text("guards.notTrait", self["questions.\(trait)"], words(for: answer, to: trait))
        case .not(let part): text("guards.not", words(for: part, of: procedure))
        case .inState(let state): text("guards.inState", self["states.\(procedure).\(state)"])
        case .fact(let fact, of: .own): text("guards.fact", self["facts.\(fact)"])
        case .fact(let fact, of: .hub): text("guards.factOf", self["facts.\(fact)"], self["routes.hub"])
        case .fact(let fact, of: .member(let code)): text("guards.factOf", self["facts.\(fact)"], code.rawValue)
        case .everyMember(let fact, let participation):
            text("guards.everyMember", self["facts.\(fact)"], self["participation.\(participation.rawValue)"])
        case .variable(let variable, equals: let value): text("guards.variable", self["variables.\(variable)"], value)
        case .participation(let participation):
            text("guards.participation", self["participation.\(participation.rawValue)"])
        case .inBundle: self["guards.inBundle"]
        case .bundleOpen: self["guards.bundleOpen"]
        case .bundleAhead(let variable): text("guards.bundleAhead", self["variables.\(variable)"])
        case .filingMade: self["guards.filingMade"]
        case .dossierComplete: self["guards.dossierComplete"]
        case .feesPaid: self["guards.feesPaid"]
        case .holderAppointed: self["guards.holderAppointed"]
        case .questionsOpen: self["guards.questionsOpen"]
        case .questionsAnswered: self["guards.questionsAnswered"]
        case .consentGiven: self["guards.consentGiven"]
        case .reportShared: self["guards.reportShared"]
        case .onTime(let state): text("guards.onTime", self["states.\(procedure).\(state)"])
        case .routeValue(let key, equals: let value):
            text("guards.routeValue", self["values.\(key)"], self["valueChoices.\(value)"])
        case .hasBody(let function): text("guards.hasBody", self["functions.\(function.rawValue)"])
        case .routeNeeds(let word): text("guards.routeNeeds", self["conditions.\(word.rawValue)"])
        case .withinPeriod(let period, since: let variable):
            text("guards.withinPeriod", self["periods.\(period)"], self["variables.\(variable)"])
        case .pastPeriod(let period, since: let variable):
            text("guards.pastPeriod", self["periods.\(period)"], self["variables.\(variable)"])
        case .count(let variable, below: let value):
            text("guards.countBelow", self["variables.\(variable)"], self["values.\(value)"])
        case .changeStep(let step): text("guards.changeStep", self["changeSteps.\(step.rawValue)"])
        case .trackFact(let track, let fact):
            text("guards.trackFact", self["routes.\(track)"], self["facts.\(fact)"])
        case .evidencePlanned: self["guards.evidencePlanned"]
        case .evidenceLawful: self["guards.evidenceLawful"]
        case .evidenceReady: self["guards.evidenceReady"]
        case .obligationsMet: self["guards.obligationsMet"]
        case .obligationsOpen: self["guards.obligationsOpen"]
        case .feePaid: self["guards.feePaid"]
        case .number(let field, moreThan: let variable):
            text("guards.moreThan", self["fields.\(field)"], self["variables.\(variable)"])
        case .opensMonth(let field): text("guards.opensMonth", self["fields.\(field)"])
        case .notBefore(let field, .act): text("guards.notBeforeAct", self["fields.\(field)"])
        case .notBefore(let field, .variable(let variable)):
            text("guards.notBefore", self["fields.\(field)"], self["variables.\(variable)"])
        case .routeOpen: self["guards.routeOpen"]
        case .routeUnsure: self["guards.routeUnsure"]
        case .approvalInForce: self["guards.approvalInForce"]
        case .approvalWithoutEnd: self["guards.approvalWithoutEnd"]
        case .approvalEnded: self["guards.approvalEnded"]
        case .approvalNumber(let field): text("guards.approvalNumber", self["fields.\(field)"])
        case .trait(let trait, is: let answer):
            text("guards.trait", self["questions.\(trait)"], words(for: answer, to: trait))
        case .collected(let field, in: let variable):
            text("guards.among", self["fields.\(field)"], self["variables.\(variable)"])
        case .flagsOpen: self["guards.flagsOpen"]
        case .changeUnconfirmed: self["guards.changeUnconfirmed"]
        case .telling(let answer): self["guards.telling.\(answer.rawValue)"]
        case .approvalStage(let stage): self["guards.approvalStage.\(stage.rawValue)"]
        case .field(let field, equals: let value): text("guards.field", self["fields.\(field)"], value)
        case .claimsWithin(let scope): self["guards.claims.\(scope.rawValue)"]
        case .referenceApproved: self["guards.referenceApproved"]
        case .referenceStageAccepted: self["guards.referenceStageAccepted"]
        }
    }

    private func list(_ parts: [Guard], _ procedure: ProcedureID) -> String {
        parts.map { words(for: $0, of: procedure) }.joined(separator: " / ")
    }
}
