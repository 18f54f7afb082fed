import Statecharts

extension Configuration {
    /// Whether exactly one child of every compound state is active, every region of a parallel one, and nothing else.
    func isLegal(in chart: Statechart) -> Bool {
        var expected: Set<StateID> = []
        func isOne(of candidates: [Statechart.State]) -> Bool {
            let chosen = candidates.filter { active.contains($0.id) }
            return chosen.count == 1 && chosen.allSatisfy(isComplete)
        }
        func isComplete(_ state: Statechart.State) -> Bool {
            expected.insert(state.id)
            let children = state.children.compactMap { chart.state($0) }.filter { $0.historyDefault == nil }
            switch state.kind {
            case .atomic, .final: return true
            case .compound: return isOne(of: children)
            case .parallel: return children.allSatisfy { active.contains($0.id) && isComplete($0) }
            case .history: return false
            }
        }
        return isOne(of: chart.states.filter { $0.parent == nil }) && expected == active
    }
}
