import Statecharts

// Where a case can come to rest for good, and what can never happen.
extension Exploration {
    /// Groups of states from which no end can be reached, the innermost of each.
    var traps: [ProcedureFinding] {
        let stuck = stuckStands
        guard !stuck.isEmpty else { return [] }
        var seen: Set<[StateID]> = []
        var found: [ProcedureFinding] = []
        for pit in pits(of: stuck) {
            let inside = pit.map { Set(procedure.chart.atomicStates(of: stands[$0].configuration)) }
            let all = inside.reduce(into: Set()) { $0.formUnion($1) }
            // States in which a case is never anything but stuck say it best.
            let telling = all.filter { state in
                stands.indices.allSatisfy { stuck.contains($0) || !stands[$0].configuration.active.contains(state) }
            }
            let named = inDocumentOrder(telling.isEmpty ? all : telling)
            if seen.insert(named).inserted { found.append(.noEnd(named)) }
        }
        return found
    }

    /// Stands from which neither an end nor a place where a case may stay can be reached.
    private var stuckStands: Set<Int> {
        Set(stands.indices).subtracting(standsLeading(to: stands.indices.filter { isOver($0) || isDeliberate($0) }))
    }

    /// Stands from which one of these can be reached, themselves included.
    func standsLeading(to goals: [Int]) -> Set<Int> {
        var sources: [[Int]] = Array(repeating: [], count: stands.count)
        for edge in edges.joined() { sources[edge.to].append(edge.from) }
        var reaching: Set<Int> = []
        var waiting = goals
        while let stand = waiting.popLast() {
            guard reaching.insert(stand).inserted else { continue }
            waiting += sources[stand]
        }
        return reaching
    }

    private func isDeliberate(_ stand: Int) -> Bool {
        stands[stand].configuration.active.contains { procedure.deliberate[$0] != nil }
    }

    /// Of the stuck stands those that are left only for each other: where a case ends up.
    private func pits(of stuck: Set<Int>) -> [[Int]] {
        var found: [[Int]] = []
        var settled: Set<Int> = []
        for stand in stuck.sorted() where !settled.contains(stand) {
            let ahead = reachable(from: stand)
            guard ahead.allSatisfy({ reachable(from: $0).contains(stand) }) else { continue }
            settled.formUnion(ahead)
            found.append(ahead.sorted())
        }
        return found
    }

    private func reachable(from stand: Int) -> Set<Int> {
        var found: Set<Int> = []
        var waiting = [stand]
        while let next = waiting.popLast() {
            if found.insert(next).inserted { waiting += edges[next].map(\.to) }
        }
        return found
    }

    func inDocumentOrder(_ states: Set<StateID>) -> [StateID] {
        procedure.chart.states.map(\.id).filter(states.contains)
    }

    /// Transitions of states in which a case may be, that nothing can take.
    var neverTaken: [ProcedureFinding] {
        let taken = Set(allEdges.flatMap(\.transitions))
        // Those through which a case only passes, too.
        let passed = procedure.chart.transitions.filter { taken.contains($0.index) }.flatMap(\.targets)
        let reached = stands.reduce(into: Set(passed)) { $0.formUnion($1.configuration.active) }
        return procedure.chart.transitions.filter { transition in
            !taken.contains(transition.index) && reached.contains(transition.source)
                && procedure.deliberate[transition.source] == nil
        }.map { .neverTaken(tag: $0.tag, event: $0.event, in: $0.source) }
    }
}

extension Exploration {
    /// All that is probably not meant, of this procedure alone.
    ///
    /// - Parameter facts: Facts of tracks for which other procedures ask.
    /// - Returns: In the order of the kinds of fault; that it is too large alone, where it is.
    package func findings(statedToOthers facts: Set<FactName>) -> [ProcedureFinding] {
        guard isComplete else { return [.tooLarge(stands: stands.count)] }
        let approvals = hangingApprovals + hangingFacts(facts) + outlivingFacts(facts)
        return traps + neverTaken + runningClocks + approvals + lostFilings
    }
}
