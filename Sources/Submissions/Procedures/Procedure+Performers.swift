import Regulation
package import Statecharts

extension Procedure {
    /// Who may do something to a case in these states, conditions aside; in no order, and some more than once.
    ///
    /// Those of ``Submission/offers(of:_:register:on:)``, told without the submission.
    package func performers(in configuration: Configuration) -> some Sequence<ActionRule.Performer> {
        configuration.active.lazy.flatMap { self.performersByState[$0] ?? [] }
    }

    static func performers(of actions: [ActionRule], in chart: Statechart) -> [StateID: Set<ActionRule.Performer>] {
        // Most transitions answer the same few events: each is held against the actions once.
        var answering: [EventDescriptor: Set<ActionRule.Performer>] = [:]
        var found: [StateID: Set<ActionRule.Performer>] = [:]
        for transition in chart.transitions {
            guard let event = transition.event else { continue }
            let performers =
                answering[event]
                ?? Set(
                    actions.filter { event.matches(EventName(rawValue: $0.name.rawValue)) }.flatMap(\.performers)
                )
            answering[event] = performers
            found[transition.source, default: []].formUnion(performers)
        }
        return found.filter { !$0.value.isEmpty }
    }
}

extension Procedure {
    /// Whose move it is in the state, by itself or by those around it.
    package func turn(of state: StateID) -> StateDetail.Turn? { turnsByState[state] }

    static func turns(by details: [StateID: StateDetail], in chart: Statechart) -> [StateID: StateDetail.Turn] {
        var found: [StateID: StateDetail.Turn] = [:]
        // A parent comes before its children.
        for state in chart.states { found[state.id] = details[state.id]?.turn ?? state.parent.flatMap { found[$0] } }
        return found
    }
}

extension Procedure {
    /// Whether somebody can record the payment of a fee of the case, conditions aside.
    ///
    /// Of one that is over, where the procedure says that what it owed is owed all the same.
    package func takesPayment(of subject: Case) -> Bool {
        guard subject.isOver else { return subject.configuration.active.contains(where: statesTakingPayment.contains) }
        return actions.contains { $0.afterEnd == .paid }
    }
}

extension Procedure {
    /// The acts that the states foresee and that lead at once to one in which `action` is foreseen, conditions aside.
    package func steps(toward action: ActionName, from configuration: Configuration) -> [ActionName] {
        func foresees(_ transition: Statechart.Transition, _ name: ActionName) -> Bool {
            transition.event?.matches(EventName(rawValue: name.rawValue)) ?? false
        }
        let sources = Set(chart.transitions.filter { foresees($0, action) }.map(\.source))
        /// The state with those around it, and those in which it begins.
        func entered(by target: StateID) -> [StateID] {
            var around = [target]
            while let last = around.last, let parent = chart.state(last)?.parent { around.append(parent) }
            return around + chart.states.map(\.id).filter { chart.state($0)?.parent == target }
        }
        return actions.map(\.name).filter { name in
            name != action
                && chart.transitions(in: configuration).contains { transition in
                    foresees(transition, name) && transition.targets.flatMap(entered).contains(where: sources.contains)
                }
        }
    }
}
