extension Macrostep {
    /// The `computeEntrySet` procedure.
    func entrySet(of transitions: [Int]) -> EntrySet {
        var set = EntrySet(plan: chart.plan, history: history)
        for transition in transitions {
            for target in chart.plan.arrows[transition].targets { set.addDescendants(of: target) }
            guard let domain = domain(of: transition) else { continue }
            for target in effectiveTargets(of: transition) { set.addAncestors(of: target, below: domain) }
        }
        return set
    }

    func initialEntrySet() -> EntrySet {
        var set = EntrySet(plan: chart.plan, history: history)
        set.add(chart.plan.nodes[StateTree.root].initial, below: StateTree.root)
        return set
    }

    /// The `enterStates` procedure: each state's own content, then that of the history default that led into it.
    mutating func enter<Host: StatechartHost>(
        _ set: EntrySet,
        host: inout Host
    ) throws(Host.Failure) -> [StateID] {
        let plan = chart.plan
        for state in set.states {
            active.insert(state)
            try execute(plan.nodes[state].entry, host: &host)
            if let transition = set.historyDefaults[state] {
                try execute(chart.transitions[transition].actions, host: &host)
            }
            if plan.nodes[state].kind == .final { announceFinal(state) }
        }
        return set.states.map { plan.ids[$0] }
    }

    /// Halts the chart, or raises the `done` events of the parent and of a parallel grandparent that is now complete.
    private mutating func announceFinal(_ state: Int) {
        let plan = chart.plan
        let parent = plan.tree.parents[state]
        guard parent != StateTree.root else {
            isRunning = false
            return
        }
        internalQueue.append(.done(plan.ids[parent]))
        let grandparent = plan.tree.parents[parent]
        if plan.nodes[grandparent].kind == .parallel, isInFinalState(grandparent) {
            internalQueue.append(.done(plan.ids[grandparent]))
        }
    }

    private func isInFinalState(_ state: Int) -> Bool {
        let node = chart.plan.nodes[state]
        switch node.kind {
        case .compound: return node.children.contains { chart.plan.nodes[$0].kind == .final && active.contains($0) }
        case .parallel: return node.children.allSatisfy(isInFinalState)
        case .atomic, .final, .history: return false
        }
    }
}
