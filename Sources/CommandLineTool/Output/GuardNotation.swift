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
        case .field(let field, equals: let value): "field \(field) is \(value)"
        case .claimsWithin(let scope): "claims \(scope.rawValue)"
        case .referenceApproved: "reference.approved"
        case .referenceStageAccepted: "reference.stageAccepted"
        }
    }
}
