extension Macrostep {
    /// The `selectTransitions` function and, for `nil`, the `selectEventlessTransitions` function.
    mutating func selectTransitions<Host: StatechartHost>(
        on event: EventName?,
        host: inout Host
    ) throws(Host.Failure) -> [Int] {
        var enabled: [Int] = []
        for atom in chart.plan.atomicStates(in: active) {
            if let transition = try firstEnabled(from: atom, on: event, host: &host), !enabled.contains(transition) {
                enabled.append(transition)
            }
        }
        return enabled.count > 1 ? removingConflicts(from: enabled) : enabled
    }

    /// The first transition of `atom`, else of its ancestors innermost first, that `event` triggers and the host allows.
    private func firstEnabled<Host: StatechartHost>(
        from atom: Int,
        on event: EventName?,
        host: inout Host
    ) throws(Host.Failure) -> Int? {
        var state = atom
        while state != StateTree.root {
            for transition in chart.plan.nodes[state].transitions where isTriggered(transition, by: event) {
                if try host.allows(chart.transitions[transition], in: configuration) { return transition }
            }
            state = chart.plan.tree.parents[state]
        }
        return nil
    }

    func isTriggered(_ transition: Int, by event: EventName?) -> Bool {
        switch (chart.plan.arrows[transition].prefix, event) {
        case (nil, nil): true
        case (let prefix?, let event?): EventDescriptor.prefix(prefix, covers: event)
        default: false
        }
    }

    /// The `removeConflictingTransitions` function: an inner source preempts an outer one, else the earlier wins.
    ///
    /// Two exit sets have a state in common exactly when one domain lies within the other: an exit set is all that is
    /// active inside a domain, and never empty unless the transition is targetless.
    private func removingConflicts(from enabled: [Int]) -> [Int] {
        let tree = chart.plan.tree
        var filtered: [Int] = []
        for transition in enabled {
            let source = chart.plan.arrows[transition].source
            let rivals = filtered.filter { conflict($0, transition) }
            guard rivals.allSatisfy({ tree.isDescendant(source, of: chart.plan.arrows[$0].source) }) else { continue }
            filtered.removeAll { rivals.contains($0) }
            filtered.append(transition)
        }
        return filtered
    }

    func conflict(_ first: Int, _ second: Int) -> Bool {
        guard let one = domain(of: first), let other = domain(of: second) else { return false }
        let tree = chart.plan.tree
        return one == other || tree.isDescendant(one, of: other) || tree.isDescendant(other, of: one)
    }

    /// The `getTransitionDomain` function: what contains all that the transition exits and enters.
    ///
    /// `nil` for a targetless transition.
    func domain(of transition: Int) -> Int? {
        let arrow = chart.plan.arrows[transition]
        let targets = effectiveTargets(of: transition)
        guard !targets.isEmpty else { return nil }
        if arrow.isInternal, chart.plan.nodes[arrow.source].kind == .compound,
            targets.allSatisfy({ chart.plan.tree.isDescendant($0, of: arrow.source) })
        {
            return arrow.source
        }
        return chart.plan.leastCommonCompoundAncestor(of: arrow.source, targets)
    }

    /// The `getEffectiveTargetStates` function: the targets with history states resolved.
    func effectiveTargets(of transition: Int) -> [Int] {
        var found: [Int] = []
        for target in chart.plan.arrows[transition].targets {
            for state in resolving(target) where !found.contains(state) { found.append(state) }
        }
        return found
    }

    private func resolving(_ target: Int) -> [Int] {
        guard let historyDefault = chart.plan.nodes[target].historyDefault else { return [target] }
        return history[target] ?? effectiveTargets(of: historyDefault)
    }
}
