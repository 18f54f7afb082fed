import Regulation
import Statecharts
import Submissions

/// A condition as its procedure writes it, for who reads the procedure.
enum GuardNotation {
    static func text(_ condition: Guard) -> String {
        switch condition {
        case .all(let parts): parts.map(text).joined(separator: " and ")
        case .any(let parts): "(" + parts.map(text).joined(separator: " or ") + ")"
        case .not(let part): "not " + text(part)
        case .inState(let state): "in \(state)"
        case .fact(let fact, of: .own): "fact \(fact)"
        case .fact(let fact, of: .hub): "fact hub.\(fact)"
        case .fact(let fact, of: .member(let code)): "fact \(code).\(fact)"
        case .everyMember(let fact, let participation): "every \(participation.rawValue) member \(fact)"
        case .variable(let variable, equals: let value): "\(variable) is \(value)"
        case .participation(let participation): "participation \(participation.rawValue)"
        case .inBundle: "inBundle"
        case .bundleOpen: "bundle.open"
        case .bundleAhead(let variable): "\(variable) ahead for a bundle"
        case .filingMade: "filing.made"
        case .dossierComplete: "dossier.complete"
        case .feesPaid: "fees.paid"
        case .holderAppointed: "holder.appointed"
        case .questionsOpen: "questions.open"
        case .questionsAnswered: "questions.allAnswered"
        case .consentGiven: "consent.given"
        case .reportShared: "report.shared"
        case .onTime(let state): "on time for \(state)"
        case .routeValue(let key, equals: let value): "route \(key) is \(value)"
        case .hasBody(let function): "body \(function.rawValue)"
        case .trackFact(let track, let fact): "track \(track) has \(fact)"
        case .evidencePlanned: "evidence.planned"
        case .evidenceLawful: "evidence.lawful"
        case .evidenceReady: "evidence.ready"
        case .obligationsMet: "obligations.met"
        case .obligationsOpen: "obligations.open"
        case .feePaid: "fee.paid"
        case .routeNeeds(let word): "route needs \(word.rawValue)"
        case .withinPeriod(let period, since: let variable): "within \(period) since \(variable)"
        case .pastPeriod(let period, since: let variable): "after \(period) since \(variable)"
        case .count(let variable, below: let value): "count \(variable) below \(value)"
        case .changeStep(let step): "change step \(step.rawValue)"
        case .number(let field, moreThan: let variable): "\(field) more than \(variable)"
        case .opensMonth(let field): "\(field) first of a month"
        case .notBefore(let field, .act): "\(field) not before today"
        case .notBefore(let field, .variable(let variable)): "\(field) not before \(variable)"
        case .routeOpen: "route.open"
        case .routeUnsure: "route.unsure"
        case .approvalInForce: "approval.inForce"
        case .approvalWithoutEnd: "approval.withoutEnd"
        case .approvalEnded: "approval.ended"
        case .approvalNumber(let field): "\(field) is the approval's number"
        case .trait(let trait, is: let answer): "product \(trait) is \(answer)"
        case .collected(let field, in: let variable): "\(field) among \(variable)"
        case .flagsOpen: "flags.open"
        case .changeUnconfirmed: "change.unconfirmed"
        case .telling(let answer): "telling \(answer.rawValue)"
        case .approvalStage(let stage): "approval stage \(stage.rawValue)"
        case .field(let field, equals: let value): "field \(field) is \(value)"
        case .claimsWithin(let scope): "claims \(scope.rawValue)"
        case .referenceApproved: "reference.approved"
        case .referenceStageAccepted: "reference.stageAccepted"
        }
    }
}
