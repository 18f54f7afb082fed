extension Macrostep {
    /// The `exitStates` procedure: every history is recorded before the first state is left.
    mutating func exit<Host: StatechartHost>(
        _ transitions: [Int],
        host: inout Host
    ) throws(Host.Failure) -> (exited: [StateID], remembered: [Microstep.Memory]) {
        let plan = chart.plan
        let leaving = exitSet(of: transitions)
        let remembered = leaving.flatMap { plan.nodes[$0].histories }.map { remember($0) }
        for state in leaving {
            try execute(plan.nodes[state].exit, host: &host)
            active.remove(state)
        }
        return (leaving.map { plan.ids[$0] }, remembered)
    }

    /// The `computeExitSet` function, in exit order.
    private func exitSet(of transitions: [Int]) -> [Int] {
        var leaving = chart.plan.noStates
        for domain in transitions.compactMap(domain(of:)) {
            for state in active.members(in: chart.plan.tree.descendants(of: domain)) { leaving.insert(state) }
        }
        return leaving.reversed()
    }

    private mutating func remember(_ position: Int) -> Microstep.Memory {
        let plan = chart.plan
        let parent = plan.tree.parents[position]
        let inside = active.members(in: plan.tree.descendants(of: parent))
        let states =
            if case .history(deep: true) = plan.nodes[position].kind {
                inside.filter { plan.nodes[$0].kind == .atomic || plan.nodes[$0].kind == .final }
            } else {
                inside.filter { plan.tree.parents[$0] == parent }
            }
        history[position] = states
        return Microstep.Memory(history: plan.ids[position], states: states.map { plan.ids[$0] })
    }
}
