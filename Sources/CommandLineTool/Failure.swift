import Accounts
import ArgumentParser
import Definitions
import Dossiers
import Engine
import Exports
import Foundation
import HTTPService
import Regulation
import SQLiteStore
import Submissions
import Views

/// An error as the terminal shows it: what happened, what to do next, and one exit code.
///
/// The only place in this target that decides what a person reads of an error.
struct Failure: Error, CustomStringConvertible {
    /// The exit codes of Tasuki, documented in the manual page of each command.
    enum Code: Int32 {
        case found = 1, usage = 64, refused = 65, noSuchThing = 66, unavailable = 69, `internal` = 70, forbidden = 77
        case badConfiguration = 78
    }

    let description: String
    let code: Code

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }

    init(_ error: any Error, labels: Labels, procedure: ProcedureID? = nil) {
        switch error {
        case let failure as Failure: self = failure
        case let refusal as Refusal:
            let code: Code =
                refusal.isAboutPermission ? .forbidden : refusal.isAboutExistence ? .noSuchThing : .refused
            self.init(code, "\(labels.words(for: refusal, of: procedure)) [\(refusal.code)]")
        case let error as EngineError: self.init(error, labels)
        case let fault as AccountFault: self.init(fault.exitCode, "\(labels.words(for: fault)) [\(fault.code)]")
        case let diagnostics as Diagnostics:
            self.init(.badConfiguration, diagnostics.all.map(\.description).joined(separator: "\n"))
        case let error as StoreError:
            self.init(.unavailable, "the workspace cannot be used [\(error.code)]. \(error.remedy)")
        case let error as DossierError where error.isOfTheSystem: self.init(.unavailable, "\(error) [\(error.code)]")
        case let error as DossierError: self.init(.refused, "\(error)")
        case let defects as DossierDefects: self.init(.refused, defects.description)
        case ServerFault.addressInUse(_, let port):
            self.init(.unavailable, "port \(port) is in use; choose another with --port")
        case ServerFault.cannotListen(let reason):
            self.init(.unavailable, "the system gave no socket (\(reason)); raise its limits, such as 'ulimit -n'")
        case ServerFault.notLoopback(let host):
            self.init(.usage, "\(host) is not of this machine: it speaks in the clear, so only loopback is served")
        case let fault as StoryFault: self.init(.internal, fault.description)
        default: self.init(.internal, "unexpected: \(error)")
        }
    }

    private init(_ error: EngineError, _ labels: Labels) {
        func known(_ items: [some CustomStringConvertible]) -> String {
            items.isEmpty
                ? ""
                : labels["refusals.separator"]
                    + labels.text("refusals.known", items.map(\.description).joined(separator: ", "))
        }
        switch error {
        case .noSuchSubmission(let name, let names):
            self.init(.noSuchThing, labels.text("refusals.unknownSubmission", name.rawValue) + known(names))
        case .noSuchProduct(let id, let ids):
            self.init(.noSuchThing, labels.text("refusals.unknownProduct", id.rawValue) + known(ids))
        case .submissionNotKnownYet(let name):
            self.init(.noSuchThing, labels.text("refusals.submissionNotKnownYet", name.rawValue))
        case .productNotKnownYet(let id):
            self.init(.noSuchThing, labels.text("refusals.productNotKnownYet", id.rawValue))
        case .noSuchProcedure(let id, let ids):
            self.init(.noSuchThing, labels.text("refusals.unknownProcedure", id.rawValue) + known(ids))
        case .noSuchJurisdiction(let code, let codes):
            self.init(.noSuchThing, labels.text("refusals.unknownJurisdiction", code.rawValue) + known(codes))
        case .badPayload(let path, let reason):
            self.init(.usage, labels.text("refusals.invalidField", path, reason) + " [\(error.code)]")
        case .keyReused: self.init(.refused, labels["refusals.keyReused"] + " [\(error.code)]")
        case .clockIsWall: self.init(.refused, labels["refusals.clockIsWall"])
        case .clockBackwards(let now, let asked):
            self.init(.refused, labels.text("refusals.clockBackwards", asked.description, now.description))
        case .misread(let path, let misreading):
            self.init(.usage, labels.words(for: misreading, at: path) + " [\(error.code)]")
        case .noSuchBody(let body, let bodies):
            self.init(.noSuchThing, labels.text("refusals.unknownBody", body.rawValue) + known(bodies))
        case .noSuchRole(let role, let roles):
            self.init(.noSuchThing, labels.text("refusals.unknownRole", role) + known(roles))
        case .noSuchState(let state, let states):
            self.init(
                .noSuchThing,
                labels.text(
                    "refusals.unknownState",
                    state,
                    states.joined(separator: labels["advice.comma"])
                )
            )
        case .noSuchDuty(let duty, let duties):
            self.init(.noSuchThing, labels.text("refusals.unknownDuty", duty) + known(duties))
        case .momentAhead(let text, let name, let today):
            self.init(.usage, labels.words(forMoment: text, of: name, today) + " [\(error.code)]")
        case .badDate(let text, let name, let form):
            self.init(.usage, labels.words(forDate: text, of: name, form) + " [\(error.code)]")
        case .missingDocument(let digest):
            self.init(.noSuchThing, labels.text("refusals.missingDocument", digest.rawValue))
        case .noForecast: self.init(.noSuchThing, labels["refusals.noForecast"])
        case .busy: self.init(.unavailable, labels["refusals.busy"])
        }
    }
}

extension AccountFault {
    fileprivate var exitCode: Failure.Code {
        switch self {
        case .noSuchPerson, .noSuchOrganization, .noSuchBody, .noSuchToken: .noSuchThing
        case .tokenExists, .linkIsNotGood: .refused
        case .changedMeanwhile: .unavailable
        case .badID, .bodiesWanted, .bodiesUnwanted, .noRole, .roleDoesNotFit: .usage
        }
    }
}
