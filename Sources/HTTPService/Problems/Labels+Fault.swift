import Engine
import Regulation
import Submissions
import Views

extension Labels {
    func words(for fault: RequestFault) -> String {
        switch fault {
        case .unknownRoute(let path): text("problems.unknownRoute", path)
        case .malformedPath: self["problems.malformedPath"]
        case .notAcceptable(let type): text("problems.notAcceptable", type)
        case .methodNotAllowed(let method, let path, let allowed):
            text("problems.methodNotAllowed", method, path, allowed.joined(separator: ", "))
        case .malformedJSON(at: let offset): text("problems.malformedJSON", "\(offset)")
        case .member(let path, let expected): text("problems.malformedMember", path, words(for: expected))
        case .query(let name, let expected): text("problems.malformedQuery", name, words(for: expected))
        case .header(let name, let expected): text("problems.malformedHeader", name, words(for: expected))
        case .tooLarge(let limit): text("problems.tooLarge", "\(limit)")
        case .brokenOff: self["problems.brokenOff"]
        case .unsupportedMediaType: self["problems.unsupportedMediaType"]
        case .foreignHost(let own): text("problems.foreignHost", own)
        case .foreignOrigin: self["problems.foreignOrigin"]
        case .notSignedIn: self["problems.notSignedIn"]
        case .notAllowed: self["problems.notAllowed"]
        }
    }

    private func words(for expected: RequestFault.Expected) -> String {
        switch expected {
        case .number(let first, let last): text("problems.expected.number", "\(first)", "\(last)")
        case .unknown(let known): text("problems.expected.unknown", known.joined(separator: ", "))
        case .own(""): self["problems.expected.ownNothing"]
        case .own(let own): text("problems.expected.own", own)
        case .date(let read): words(expecting: "date", read)
        case .day(let read): words(expecting: "day", read)
        case .version(let read): text("refusals.notRead", self["problems.expected.version"], read)
        default: self["problems.expected.\(expected)"]
        }
    }

    /// What kind of date is expected, what was read, and what was probably meant.
    private func words(expecting kind: String, _ read: String) -> String {
        text("refusals.notRead", self["problems.expected.\(kind)"], read) + words(for: DateGuess(reading: read))
    }

    func words(for error: EngineError) -> String {
        switch error {
        case .noSuchSubmission(let name, let known):
            text("refusals.unknownSubmission", name.rawValue) + hint(known)
        case .noSuchProduct(let id, let known): text("refusals.unknownProduct", id.rawValue) + hint(known)
        case .submissionNotKnownYet(let name): text("refusals.submissionNotKnownYet", name.rawValue)
        case .productNotKnownYet(let id): text("refusals.productNotKnownYet", id.rawValue)
        case .noSuchProcedure(let id, let known): text("refusals.unknownProcedure", id.rawValue) + hint(known)
        case .noSuchJurisdiction(let code, let known):
            text("refusals.unknownJurisdiction", code.rawValue) + hint(known)
        case .badPayload(let path, let reason): text("refusals.invalidField", path, reason)
        case .misread(let path, let misreading): words(for: misreading, at: path)
        case .noSuchBody(let body, let known): text("refusals.unknownBody", body.rawValue) + hint(known)
        case .noSuchRole(let role, let known): text("refusals.unknownRole", role) + hint(known)
        case .noSuchState(let state, let known):
            text("refusals.unknownState", state, known.joined(separator: self["advice.comma"]))
        case .noSuchDuty(let duty, let known): text("refusals.unknownDuty", duty) + hint(known)
        case .keyReused: self["refusals.keyReused"]
        case .clockIsWall: self["refusals.clockIsWall"]
        case .clockBackwards(let now, let asked):
            text("refusals.clockBackwards", asked.description, now.description)
        case .badDate(let text, let name, let form): words(forDate: text, of: name, form)
        case .momentAhead(let text, let name, let today): words(forMoment: text, of: name, today)
        case .missingDocument(let digest): text("refusals.missingDocument", digest.rawValue)
        case .noForecast: self["refusals.noForecast"]
        case .busy: self["refusals.busy"]
        }
    }

    private func hint(_ items: [some CustomStringConvertible]) -> String {
        items.isEmpty
            ? "" : self["refusals.separator"] + text("refusals.known", items.map(\.description).joined(separator: ", "))
    }
}
