import Chance
import Statecharts
import Testing

@Suite("A recorded macrostep is judged again without its guards")
struct RetracingTests {
    /// One macrostep of a random run, with all that judging it needs.
    private struct Recorded {
        let chart: Statechart
        let before: Configuration
        let trigger: Statechart.Trigger
        let microsteps: [Microstep]
        let isGuarded: [Bool]
        let seed: UInt64
    }

    /// Runs random charts under random guards; which transitions have a guard at all is random too.
    private func explore(_ seeds: ClosedRange<UInt64>, _ check: (Recorded) -> Void) -> Int {
        var count = 0
        for seed in seeds {
            var drawing = RandomChart(seed: seed)
            guard let chart = try? Statechart(states: drawing.draw()) else { continue }
            var random = Dice(seed: seed &* 17)
            let guarded = Set((0..<10).filter { _ in random.chance(60) })
            let isGuarded = chart.transitions.map { guarded.contains($0.tag) }
            var host = RecordingHost()
            var configuration = Configuration()
            for event in [nil] + (0..<20).map({ _ in RandomChart.events.randomElement(using: &random) }) {
                host.forbidden = guarded.filter { _ in random.chance(40) }
                let taken: [Microstep]?
                do {
                    taken =
                        if let event { try chart.step(from: configuration, on: event, host: &host) } else {
                            try chart.start(host: &host)
                        }
                } catch {
                    break
                }
                check(
                    Recorded(
                        chart: chart,
                        before: configuration,
                        trigger: event.map { .event($0) } ?? .start,
                        microsteps: taken ?? [],
                        isGuarded: isGuarded,
                        seed: seed
                    )
                )
                count += 1
                for microstep in taken ?? [] { configuration.apply(microstep) }
            }
        }
        return count
    }

    @Test("whatever a chart did under whatever guards is found possible")
    func possible() {
        let count = explore(1...150) { run in
            let defect = run.chart.defect(
                in: run.microsteps,
                from: run.before,
                on: run.trigger,
                isGuarded: run.isGuarded
            )
            #expect(defect == nil, "seed \(run.seed), \(run.trigger), \(run.microsteps)")
        }
        #expect(count > 1_000)
    }

    @Test("a state added to or taken from what a step entered, left or remembered is found, and its step named")
    func outcome() {
        var found = 0
        _ = explore(301...380) { run in
            for (position, step) in run.microsteps.enumerated() {
                for changed in [
                    Microstep(
                        exited: step.exited,
                        entered: step.entered + ["elsewhere"],
                        remembered: step.remembered,
                        transitions: step.transitions
                    ),
                    Microstep(
                        exited: step.exited,
                        entered: step.entered.dropLast(),
                        remembered: step.remembered,
                        transitions: step.transitions
                    ),
                    Microstep(
                        exited: step.exited.dropLast(),
                        entered: step.entered,
                        remembered: step.remembered,
                        transitions: step.transitions
                    ),
                    Microstep(
                        exited: step.exited,
                        entered: step.entered,
                        remembered: step.remembered.dropLast(),
                        transitions: step.transitions
                    ),
                ] where changed != step {
                    var microsteps = run.microsteps
                    microsteps[position] = changed
                    let defect = run.chart.defect(
                        in: microsteps,
                        from: run.before,
                        on: run.trigger,
                        isGuarded: run.isGuarded
                    )
                    #expect(defect == MicrostepDefect(at: position, .outcomeDiffers(step)), "seed \(run.seed)")
                    found += 1
                }
            }
        }
        #expect(found > 1_000)
    }

    @Test("a transition that was not enabled, or does not exist, is found")
    func transitions() {
        var found = 0
        _ = explore(401...460) { run in
            guard let first = run.microsteps.first, run.trigger != .start else { return }
            let offered = Set(run.chart.transitions(in: run.before).map(\.index))
            for index in run.chart.transitions.indices where !offered.contains(index) {
                let forged = Microstep(exited: first.exited, entered: first.entered, transitions: [index])
                let defect = run.chart.defect(in: [forged], from: run.before, on: run.trigger, isGuarded: run.isGuarded)
                #expect(defect == MicrostepDefect(at: 0, .notSelected), "seed \(run.seed)")
                found += 1
            }
            let unknown = Microstep(transitions: [999])
            #expect(
                run.chart.defect(in: [unknown], from: run.before, on: run.trigger, isGuarded: run.isGuarded)
                    == MicrostepDefect(at: 0, .unknownTransition(999))
            )
        }
        #expect(found > 100)
    }

    /// Two states; `go` leads on, `back` only under a guard, and `rest` holds as long as nothing raises `on`.
    private func pair() throws -> (chart: Statechart, isGuarded: [Bool], before: Configuration) {
        let chart = try Statechart(states: [
            StateDraft(
                id: "a",
                transitions: [
                    TransitionDraft(tag: 1, event: "go", targets: ["b"]),
                    TransitionDraft(tag: 2, event: "go", targets: ["c"]),
                    TransitionDraft(tag: 3, event: "try", targets: ["c"]),
                ]
            ),
            StateDraft(id: "b", transitions: [TransitionDraft(tag: 4, targets: ["c"])]),
            StateDraft(id: "c"),
        ])
        var host = UnguardedHost()
        var before = Configuration()
        for step in try chart.start(host: &host) { before.apply(step) }
        return (chart, chart.transitions.map { $0.tag == 3 }, before)
    }

    @Test("where an unguarded transition comes first, a later one cannot have been taken")
    func priority() throws {
        let (chart, isGuarded, before) = try pair()
        let second = Microstep(exited: ["a"], entered: ["c"], transitions: [1])
        let defect = chart.defect(in: [second], from: before, on: .event("go"), isGuarded: isGuarded)
        #expect(defect == MicrostepDefect(at: 0, .notSelected))
        let allGuarded = chart.transitions.map { _ in true }
        #expect(chart.defect(in: [second], from: before, on: .event("go"), isGuarded: allGuarded) == nil)
    }

    @Test("an unguarded transition that had to follow and did not is found; a guarded one may not have held")
    func unfinished() throws {
        let (chart, isGuarded, before) = try pair()
        let first = Microstep(exited: ["a"], entered: ["b"], transitions: [0])
        let second = Microstep(exited: ["b"], entered: ["c"], transitions: [3])
        #expect(chart.defect(in: [first, second], from: before, on: .event("go"), isGuarded: isGuarded) == nil)
        #expect(
            chart.defect(in: [first], from: before, on: .event("go"), isGuarded: isGuarded)
                == MicrostepDefect(at: 1, .unfinished)
        )
        #expect(
            chart.defect(in: [], from: before, on: .event("go"), isGuarded: isGuarded)
                == MicrostepDefect(at: 0, .unfinished)
        )
        #expect(chart.defect(in: [], from: before, on: .event("try"), isGuarded: isGuarded) == nil)
    }

    @Test("a step that nothing set off is found")
    func surplus() throws {
        let (chart, isGuarded, before) = try pair()
        let taken = Microstep(exited: ["a"], entered: ["c"], transitions: [2])
        let again = Microstep(exited: ["c"], entered: ["c"], transitions: [2])
        #expect(
            chart.defect(in: [taken, again], from: before, on: .event("try"), isGuarded: isGuarded)
                == MicrostepDefect(at: 1, .surplus)
        )
        #expect(
            chart.defect(in: [taken], from: before, on: .event("go"), isGuarded: isGuarded)
                == MicrostepDefect(at: 0, .notSelected)
        )
        #expect(
            chart.defect(in: [taken], from: before, on: .condition, isGuarded: isGuarded)
                == MicrostepDefect(at: 0, .surplus)
        )
    }
}
