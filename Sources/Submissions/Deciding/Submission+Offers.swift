package import Regulation
import Statecharts

/// An action that the active states of a case foresee, with the conditions that are not met.
package struct Offer: Hashable, Sendable {
    package let rule: ActionRule
    package let unmet: [Guard]
}

extension Submission {
    /// What the active states of `subject` foresee, in the order in which the procedure declares its actions.
    ///
    /// Conditions on a payload are left out: they are judged once there is one.
    package func offers(
        of subject: Case,
        _ bound: BoundCase,
        register: [Approval],
        on date: PartialDate
    ) -> [Offer] {
        let situation = Situation(
            submission: self,
            name: subject.name,
            bound: bound,
            payload: .empty,
            occurredOn: date,
            register: register
        )
        let procedure = bound.procedure
        let transitions = procedure.chart.transitions(in: subject.configuration)
        return procedure.actions.compactMap { rule in
            if subject.isOver {
                return rule.afterEnd.map { kind in
                    let isMet = kind != .refunded || situation.holds(.feePaid, in: subject.configuration)
                    return Offer(rule: rule, unmet: isMet ? [] : [.feePaid])
                }
            }
            let event = EventName(rawValue: rule.name.rawValue)
            let candidates = transitions.filter { $0.event?.matches(event) ?? false }
            guard !candidates.isEmpty else { return nil }
            let obstacles = candidates.map { candidate in
                procedure.guards[candidate.tag].map { condition in
                    situation.unmet(condition, in: subject.configuration).filter { !$0.isAboutPayload }
                } ?? []
            }
            // One way that is open is enough; else the shortest list of obstacles is the most helpful.
            return Offer(rule: rule, unmet: obstacles.min { $0.count < $1.count } ?? [])
        }
    }
}

extension Guard {
    var isAboutCategory: Bool {
        switch self {
        case .changeStep, .changeUnconfirmed: true
        default: false
        }
    }

    /// Whether the guard asks what may be told.
    var isAboutTelling: Bool { atoms.contains { if case .telling = $0 { true } else { false } } }

    /// Whether the guard only asks for something to act upon: a fee, a flag, an obligation.
    package var isAboutWhatThereIs: Bool {
        switch self {
        case .feePaid, .flagsOpen, .obligationsOpen, .inBundle, .bundleOpen: true
        default: false
        }
    }

    /// Whether the guard looks at what is handed in, so that it cannot be judged beforehand.
    package var isAboutPayload: Bool {
        switch self {
        case .field, .collected, .approvalNumber, .claimsWithin, .onTime, .number, .changeStep, .changeUnconfirmed: true
        case .all(let parts), .any(let parts): parts.allSatisfy(\.isAboutPayload)
        case .not(let part): part.isAboutPayload
        default: false
        }
    }
}
