import Chance
import Statecharts
import Testing

@Suite("Whatever the chart and whatever happens")
struct PropertyTests {
    /// Runs many random charts through random events, and calls `check` after every microstep that is part of a
    /// finished macrostep, with the configuration before it.
    ///
    /// Guards are random as well; a chart that does not settle is left where it is.
    private func explore(
        seeds: ClosedRange<UInt64>,
        check: (Statechart, _ before: Configuration, Microstep, _ after: Configuration, _ seed: UInt64) -> Void
    ) -> (charts: Int, microsteps: Int) {
        var charts = 0
        var microsteps = 0
        for seed in seeds {
            var drawing = RandomChart(seed: seed)
            guard let chart = try? Statechart(states: drawing.draw()) else { continue }
            charts += 1
            var random = Dice(seed: seed &* 31)
            var host = RecordingHost()
            var configuration = Configuration()
            for event in [nil] + (0..<20).map({ _ in RandomChart.events.randomElement(using: &random) }) {
                host.forbidden = Set((0..<10).filter { _ in random.chance(30) })
                let taken: [Microstep]?
                do {
                    taken =
                        if let event { try chart.step(from: configuration, on: event, host: &host) } else {
                            try chart.start(host: &host)
                        }
                } catch {
                    break
                }
                for microstep in taken ?? [] {
                    let before = configuration
                    configuration.apply(microstep)
                    microsteps += 1
                    check(chart, before, microstep, configuration, seed)
                }
            }
        }
        return (charts, microsteps)
    }

    /// Whether exactly one child of every compound state is active, every region of a parallel one, and nothing else.
    private func isLegal(_ configuration: Configuration, in chart: Statechart) -> Bool {
        var expected: Set<StateID> = []
        func visit(_ candidates: [Statechart.State]) -> Bool {
            let active = candidates.filter { configuration.active.contains($0.id) }
            guard active.count == 1 else { return false }
            return active.allSatisfy { complete($0) }
        }
        func complete(_ state: Statechart.State) -> Bool {
            expected.insert(state.id)
            let children = state.children.compactMap { chart.state($0) }.filter { $0.historyDefault == nil }
            switch state.kind {
            case .atomic, .final: return true
            case .compound: return visit(children)
            case .parallel: return children.allSatisfy { configuration.active.contains($0.id) && complete($0) }
            case .history: return false
            }
        }
        let top = chart.states.filter { $0.parent == nil }
        return visit(top) && expected == configuration.active
    }

    @Test("the configuration is legal after every microstep")
    func legality() {
        let explored = explore(seeds: 1...150) { chart, _, _, after, seed in
            #expect(isLegal(after, in: chart), "seed \(seed)")
        }
        #expect(explored.charts > 100)
        #expect(explored.microsteps > 1_000)
    }

    @Test("only active states are left, only inactive ones entered, in exit and in entry order")
    func order() {
        _ = explore(seeds: 601...680) { chart, before, step, _, seed in
            let positions = Dictionary(uniqueKeysWithValues: chart.states.enumerated().map { ($1.id, $0) })
            let exited = step.exited.compactMap { positions[$0] }
            let entered = step.entered.compactMap { positions[$0] }
            #expect(exited == Set(exited).sorted().reversed(), "seed \(seed)")
            #expect(entered == Set(entered).sorted(), "seed \(seed)")
            #expect(before.active.isSuperset(of: step.exited), "seed \(seed)")
            // To the letter of the algorithm, a history state chosen from inside its parent may enter again what was
            // not left.
            let choosesHistory = step.transitions.flatMap { chart.transitions[$0].targets }
                .contains { chart.state($0)?.historyDefault != nil }
            guard !choosesHistory else { return }
            #expect(before.active.subtracting(step.exited).isDisjoint(with: step.entered), "seed \(seed)")
        }
    }

    @Test("what is remembered is what was active inside the parent that is left")
    func memory() {
        _ = explore(seeds: 1_001...1_080) { chart, before, step, after, seed in
            for memory in step.remembered {
                let parent = chart.state(memory.history)?.parent
                #expect(step.exited.contains { $0 == parent }, "seed \(seed)")
                #expect(!memory.states.isEmpty && before.active.isSuperset(of: memory.states), "seed \(seed)")
                #expect(memory.states.allSatisfy { chart.ancestors(of: $0).contains { $0 == parent } }, "seed \(seed)")
                #expect(after.history[memory.history] == memory.states, "seed \(seed)")
            }
        }
    }

    @Test("the same chart, events and answers give the same steps, at rest or resumed")
    func determinism() {
        func trace(_ seeds: ClosedRange<UInt64>) -> [Microstep] {
            var steps: [Microstep] = []
            _ = explore(seeds: seeds) { _, _, step, _, _ in steps.append(step) }
            return steps
        }
        #expect(trace(1_401...1_420) == trace(1_401...1_420))
    }

    @Test("what is taken was on offer, and a halted chart offers nothing")
    func onOffer() {
        _ = explore(seeds: 1_501...1_580) { chart, before, step, after, seed in
            let offered = Set(chart.transitions(in: before).map(\.index))
            #expect(offered.isSuperset(of: step.transitions), "seed \(seed)")
            if chart.isHalted(after) { #expect(chart.transitions(in: after).isEmpty, "seed \(seed)") }
        }
    }
}
