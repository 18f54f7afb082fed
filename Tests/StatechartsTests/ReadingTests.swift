import Statecharts
import Testing

@Suite("A chart can be read")
struct ReadingTests {
    private let chart: Statechart

    init() throws {
        chart = try Statechart(states: [
            StateDraft(
                id: "p",
                kind: .parallel,
                children: [
                    StateDraft(
                        id: "a",
                        children: [
                            StateDraft(
                                id: "h",
                                kind: .deepHistory,
                                historyDefault: TransitionDraft(tag: 11, targets: ["a1"])
                            ),
                            StateDraft(
                                id: "a1",
                                transitions: [.on("x", to: "a1", tag: 1), .always(to: "b", tag: 2)],
                                entry: [.effect(1)]
                            ),
                        ],
                        transitions: [.on("y", to: "a1", tag: 3, isInternal: true)]
                    ),
                    StateDraft(id: "b", transitions: [.on("z", to: "b", tag: 4)], exit: [.raise("bye")]),
                ],
                transitions: [.on("w", to: "end", tag: 5)]
            ),
            StateDraft(id: "end", kind: .final),
        ])
    }

    @Test("states come in document order with their kinds, parents and children")
    func states() {
        #expect(chart.states.map(\.id) == ["p", "a", "h", "a1", "b", "end"])
        #expect(chart.states.map(\.kind) == [.parallel, .compound, .history(deep: true), .atomic, .atomic, .final])
        #expect(chart.states.map(\.parent) == [nil, "p", "a", "a", "p", nil])
        #expect(chart.state("a")?.children == ["h", "a1"])
        #expect(chart.state("a")?.initial == ["a1"])
        #expect(chart.state("a1")?.entry == [.effect(1)])
        #expect(chart.state("b")?.exit == [.raise("bye")])
        #expect(chart.state("h")?.historyDefault?.tag == 11)
        #expect(chart.state("nowhere") == nil)
        #expect(chart.initial == ["p"])
    }

    @Test("a transition is found at its own index")
    func transitions() {
        #expect(chart.transitions.map(\.index) == Array(chart.transitions.indices))
        #expect(chart.transitions.map(\.tag) == [5, 3, 11, 1, 2, 4])
        #expect(chart.transitions.map(\.source) == ["p", "a", "h", "a1", "a1", "b"])
        #expect(chart.state("a1")?.transitions.map(\.tag) == [1, 2])
    }

    @Test("ancestors come innermost first")
    func ancestors() {
        #expect(chart.ancestors(of: "a1") == ["a", "p"])
        #expect(chart.ancestors(of: "p") == [])
        #expect(chart.ancestors(of: "nowhere") == [])
    }

    @Test("the transitions on offer come in the order in which they would be considered")
    func onOffer() throws {
        var configuration = Configuration()
        configuration.active = ["p", "a", "a1", "b"]
        #expect(chart.transitions(in: configuration).map(\.tag) == [1, 2, 3, 5, 4])
        #expect(chart.atomicStates(of: configuration) == ["a1", "b"])
        #expect(chart.transitions(in: Configuration()).isEmpty)
    }

    @Test("a configuration is the fold of its microsteps")
    func fold() {
        var configuration = Configuration()
        #expect(configuration.isEmpty)
        configuration.apply(Microstep(entered: ["a", "a1"]))
        configuration.apply(
            Microstep(
                exited: ["a1", "a"],
                entered: ["a"],
                remembered: [Microstep.Memory(history: "h", states: ["a1"])]
            )
        )
        #expect(configuration.active == ["a"])
        #expect(configuration.history == ["h": ["a1"]])
        #expect(!configuration.isEmpty)
    }

    @Test("two charts are equal when they were drafted alike")
    func equality() throws {
        let one = try Statechart(states: [StateDraft(id: "a"), StateDraft(id: "b")])
        let same = try Statechart(initial: ["a"], states: [StateDraft(id: "a"), StateDraft(id: "b")])
        let other = try Statechart(initial: ["b"], states: [StateDraft(id: "a"), StateDraft(id: "b")])
        #expect(one == same)
        #expect(one != other)
    }
}
