import Engine
import Regulation
import Submissions
import TransparencyLog

/// The rules to which cases are bound, looked up by the simulation itself beside the engine.
struct Rules {
    let definitions: SharedDefinitions
    let pinned: [Pin: String]

    func procedure(_ pin: Pin) -> Procedure? {
        pinned[pin].flatMap { try? definitions.procedure(pin, from: $0) }
    }

    func jurisdiction(_ pin: Pin) -> Jurisdiction? {
        pinned[pin].flatMap { try? definitions.rules(pin, from: $0) }
    }

    /// The jurisdiction whose body is the window of bundled filings.
    var hub: Jurisdiction? { (try? definitions.jurisdictions())?.first { $0.hub != nil } }

    /// What the case is bound to.
    func bound(_ subject: Case) -> BoundCase? {
        guard let procedure = procedure(subject.procedure), let rules = jurisdiction(subject.rules),
            let calendar = (try? definitions.calendar(rules.workingCalendar)).flatMap({ $0 })
        else { return nil }
        return BoundCase(procedure: procedure, rules: rules, calendar: calendar)
    }
}
