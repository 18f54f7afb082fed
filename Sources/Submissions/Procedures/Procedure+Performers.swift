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
    /// Whether somebody can record the payment of a fee of a case in these states, conditions aside.
    package func takesPayment(in configuration: Configuration) -> Bool {
        configuration.active.contains(where: statesTakingPayment.contains)
    }
}
