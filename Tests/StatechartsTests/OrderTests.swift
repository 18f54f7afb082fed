import Statecharts
import Testing

@Suite("States are left from the inside and entered from the outside")
struct OrderTests {
    /// Entry effects are even, exit effects odd, transition effects above 100.
    private let nested = [
        StateDraft(
            id: "a",
            initial: ["a2"],
            children: [
                StateDraft(id: "a1", entry: [.effect(12)], exit: [.effect(13)]),
                StateDraft(
                    id: "a2",
                    children: [StateDraft(id: "a21", entry: [.effect(16)], exit: [.effect(17)])],
                    entry: [.effect(14)],
                    exit: [.effect(15)]
                ),
            ],
            transitions: [.on("go", to: "p", do: [.effect(100), .effect(101)])],
            entry: [.effect(10)],
            exit: [.effect(11)]
        ),
        StateDraft(
            id: "p",
            kind: .parallel,
            children: [
                StateDraft(
                    id: "q",
                    children: [StateDraft(id: "q1", entry: [.effect(24)], exit: [.effect(25)])],
                    entry: [.effect(22)],
                    exit: [.effect(23)]
                ),
                StateDraft(
                    id: "r",
                    children: [StateDraft(id: "r1", entry: [.effect(28)], exit: [.effect(29)])],
                    entry: [.effect(26)],
                    exit: [.effect(27)]
                ),
            ],
            transitions: [.on("back", to: "a")],
            entry: [.effect(20)],
            exit: [.effect(21)]
        ),
    ]

    @Test("the start enters ancestors before descendants, along the given initial states")
    func start() throws {
        let session = try Session(chart: Statechart(states: nested))
        #expect(session.host.effects == [10, 14, 16])
        #expect(session.latest == [Microstep(entered: ["a", "a2", "a21"])])
    }

    @Test("exit actions come first, then those of the transition, then entry actions in document order")
    func transition() throws {
        var session = try Session(chart: Statechart(states: nested))
        let effects = try session.effects { try $0.send("go") }
        #expect(effects == [17, 15, 11, 100, 101, 20, 22, 24, 26, 28])
        #expect(
            session.latest == [
                Microstep(exited: ["a21", "a2", "a"], entered: ["p", "q", "q1", "r", "r1"], transitions: [0])
            ]
        )
    }

    @Test("regions are left in reverse document order")
    func regions() throws {
        var session = try Session(chart: Statechart(initial: ["p"], states: nested))
        let effects = try session.effects { try $0.send("back") }
        #expect(effects == [29, 27, 25, 23, 21, 10, 14, 16])
    }

    @Test("the chart's initial state may lie deep, and its ancestors are entered by the way")
    func deepInitial() throws {
        let session = try Session(chart: Statechart(initial: ["q1"], states: nested))
        #expect(session.host.effects == [20, 22, 24, 26, 28])
        #expect(session.configuration.active == ["p", "q", "q1", "r", "r1"])
    }

    @Test("several initial states choose one place in each region")
    func severalInitial() throws {
        let session = try Session(
            StateDraft(
                id: "s",
                initial: ["b2", "a2"],
                children: [
                    StateDraft(
                        id: "p",
                        kind: .parallel,
                        children: [
                            StateDraft(id: "a", children: [StateDraft(id: "a1"), StateDraft(id: "a2")]),
                            StateDraft(id: "b", children: [StateDraft(id: "b1"), StateDraft(id: "b2")]),
                            StateDraft(id: "c", children: [StateDraft(id: "c1"), StateDraft(id: "c2")]),
                        ]
                    )
                ]
            )
        )
        #expect(session.atoms == ["a2", "b2", "c1"])
    }

    @Test("without an initial state the first child is entered, and a history state does not count")
    func defaultInitial() throws {
        let session = try Session(
            StateDraft(
                id: "s",
                children: [
                    StateDraft(id: "h", kind: .shallowHistory, historyDefault: TransitionDraft(targets: ["two"])),
                    StateDraft(id: "one"),
                    StateDraft(id: "two"),
                ]
            )
        )
        #expect(session.atoms == ["one"])
        #expect(session.chart.state("s")?.initial == ["one"])
    }

    @Test("a chart of more than two hundred states keeps document order")
    func manyStates() throws {
        let regions = (0..<70).map { region in
            StateDraft(
                id: StateID(rawValue: "r\(region)"),
                children: [
                    StateDraft(
                        id: StateID(rawValue: "x\(region)"),
                        transitions: [.on("go", to: StateID(rawValue: "y\(region)"))],
                        exit: [.effect(region)]
                    ),
                    StateDraft(id: StateID(rawValue: "y\(region)"), entry: [.effect(1_000 + region)]),
                ]
            )
        }
        var session = try Session(StateDraft(id: "p", kind: .parallel, children: regions))
        try session.send("go")
        #expect(session.host.effects == (0..<70).reversed() + (1_000..<1_070))
        #expect(session.latest?.first?.transitions == Array(0..<70))
        #expect(session.configuration.active.count == 141)
    }
}
