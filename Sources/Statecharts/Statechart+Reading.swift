extension Statechart {
    /// The state named `id`; `nil` when the chart has none.
    package func state(_ id: StateID) -> State? {
        plan.positions[id].map { states[$0 - 1] }
    }

    /// The states around `id`, innermost first; empty for a top-level state and for one the chart does not have.
    package func ancestors(of id: StateID) -> [StateID] {
        guard let position = plan.positions[id] else { return [] }
        return plan.ancestors(of: position).map { plan.ids[$0] }
    }

    /// The active atomic states in document order; final states are atomic.
    package func atomicStates(of configuration: Configuration) -> [StateID] {
        plan.atomicStates(in: plan.positions(of: configuration.active)).map { plan.ids[$0] }
    }

    /// The transitions of all active states, guards aside, in the order in which SCXML considers them.
    ///
    /// Each active atomic state in document order, each with its ancestors innermost first; none is named twice.
    package func transitions(in configuration: Configuration) -> [Transition] {
        var visited = plan.noStates
        var found: [Transition] = []
        for atom in plan.atomicStates(in: plan.positions(of: configuration.active)) {
            for state in [atom] + plan.ancestors(of: atom) where !visited.contains(state) {
                visited.insert(state)
                found += transitions[plan.nodes[state].transitions]
            }
        }
        return found
    }

    /// Whether an active state has a transition that needs no event, guards aside: without one, ``settle(from:host:)``
    /// enables nothing.
    package func mayMoveByItself(from configuration: Configuration) -> Bool {
        plan.statesMovingByThemselves.contains { configuration.active.contains($0) }
    }

    /// Whether a top-level final state is active, so that nothing can happen any more.
    package func isHalted(_ configuration: Configuration) -> Bool {
        plan.nodes[StateTree.root].children.contains {
            plan.nodes[$0].kind == .final && configuration.active.contains(plan.ids[$0])
        }
    }
}
