import Statecharts
import Testing

@Suite("A history state leads back to where its parent was left")
struct HistoryTests {
    private func chart(_ kind: StateDraft.Kind) throws -> Statechart {
        try Statechart(
            initial: ["out"],
            states: [
                StateDraft(
                    id: "s",
                    children: [
                        StateDraft(
                            id: "h",
                            kind: kind,
                            historyDefault: TransitionDraft(
                                targets: ["b"],
                                actions: [.effect(50), .raise("defaulted")]
                            )
                        ),
                        StateDraft(id: "a"),
                        StateDraft(
                            id: "b",
                            children: [
                                StateDraft(id: "b1", transitions: [.on("next", to: "b2")], entry: [.effect(61)]),
                                StateDraft(id: "b2", entry: [.effect(62)]),
                            ],
                            entry: [.effect(60)]
                        ),
                    ],
                    transitions: [
                        .on("leave", to: "out"), TransitionDraft(event: "defaulted", actions: [.effect(99)]),
                    ],
                    entry: [.effect(40)]
                ),
                StateDraft(id: "out", transitions: [.on("return", to: "h")]),
            ]
        )
    }

    @Test("on the first visit the default is taken, its actions between the parent's entry and the child's")
    func firstVisit() throws {
        for kind in [StateDraft.Kind.shallowHistory, .deepHistory] {
            var session = try Session(chart: chart(kind))
            try session.send("return")
            #expect(session.atoms == ["b1"])
            #expect(session.host.effects == [40, 50, 60, 61, 99])
        }
    }

    @Test("shallow history restores the child and lets it start anew")
    func shallow() throws {
        var session = try Session(chart: chart(.shallowHistory))
        try session.send("return", "next", "leave")
        #expect(session.latest?.first?.remembered == [Microstep.Memory(history: "h", states: ["b"])])
        #expect(session.configuration.history == ["h": ["b"]])
        #expect(try session.effects { try $0.send("return") } == [40, 60, 61])
        #expect(session.atoms == ["b1"])
    }

    @Test("deep history restores the very states that were active")
    func deep() throws {
        var session = try Session(chart: chart(.deepHistory))
        try session.send("return", "next", "leave")
        #expect(session.configuration.history == ["h": ["b2"]])
        #expect(try session.effects { try $0.send("return") } == [40, 60, 62])
        #expect(session.atoms == ["b2"])
    }

    @Test("history is recorded before the first state is left, for every state that is left")
    func recordedBeforeExit() throws {
        let memory = { (id: StateID, kind: StateDraft.Kind, target: StateID) in
            StateDraft(id: id, kind: kind, historyDefault: TransitionDraft(targets: [target]))
        }
        var session = try Session(
            StateDraft(
                id: "s",
                children: [
                    memory("deep", .deepHistory, "m"),
                    memory("flat", .shallowHistory, "m"),
                    StateDraft(id: "m", children: [memory("inner", .shallowHistory, "m1"), StateDraft(id: "m1")]),
                ],
                transitions: [.on("leave", to: "out")]
            ),
            StateDraft(id: "out")
        )
        try session.send("leave")
        #expect(
            session.latest?.first?.remembered == [
                Microstep.Memory(history: "inner", states: ["m1"]),
                Microstep.Memory(history: "deep", states: ["m1"]),
                Microstep.Memory(history: "flat", states: ["m"]),
            ]
        )
    }

    private var parallel: [StateDraft] {
        let region = { (name: String) in
            StateDraft(
                id: StateID(rawValue: name),
                children: [
                    StateDraft(
                        id: StateID(rawValue: "\(name)1"),
                        transitions: [.on(EventDescriptor(rawValue: name), to: StateID(rawValue: "\(name)2"))]
                    ),
                    StateDraft(id: StateID(rawValue: "\(name)2")),
                ]
            )
        }
        return [
            StateDraft(
                id: "p",
                kind: .parallel,
                children: [
                    StateDraft(id: "deep", kind: .deepHistory, historyDefault: TransitionDraft(targets: ["a2"])),
                    StateDraft(id: "flat", kind: .shallowHistory, historyDefault: TransitionDraft(targets: ["b2"])),
                    region("a"),
                    region("b"),
                ],
                transitions: [.on("leave", to: "out")]
            ),
            StateDraft(id: "out", transitions: [.on("deep", to: "deep"), .on("flat", to: "flat")]),
        ]
    }

    @Test("deep history of a parallel state restores every region")
    func deepParallel() throws {
        var session = try Session(chart: Statechart(states: parallel))
        try session.send("a", "b", "leave", "deep")
        #expect(session.atoms == ["a2", "b2"])
    }

    @Test("shallow history of a parallel state starts every region anew")
    func shallowParallel() throws {
        var session = try Session(chart: Statechart(states: parallel))
        try session.send("a", "b", "leave", "flat")
        #expect(session.atoms == ["a1", "b1"])
    }

    @Test("a default into one region lets the others start by themselves")
    func partialDefault() throws {
        var session = try Session(chart: Statechart(initial: ["out"], states: parallel))
        try session.send("flat")
        #expect(session.atoms == ["a1", "b2"])
    }

    @Test("a history state may be the initial state of its parent")
    func asInitial() throws {
        var session = try Session(
            StateDraft(
                id: "s",
                initial: ["h"],
                children: [
                    StateDraft(id: "h", kind: .shallowHistory, historyDefault: TransitionDraft(targets: ["s2"])),
                    StateDraft(id: "s1"),
                    StateDraft(id: "s2", transitions: [.on("next", to: "s1")]),
                ],
                transitions: [.on("again", to: "s")]
            )
        )
        #expect(session.atoms == ["s2"])
        try session.send("next", "again")
        #expect(session.atoms == ["s1"])
    }

    @Test("a default may lead to another history state")
    func chained() throws {
        var session = try Session(
            StateDraft(
                id: "s",
                initial: ["first"],
                children: [
                    StateDraft(
                        id: "first",
                        kind: .shallowHistory,
                        historyDefault: TransitionDraft(targets: ["second"])
                    ),
                    StateDraft(
                        id: "inner",
                        children: [
                            StateDraft(
                                id: "second",
                                kind: .deepHistory,
                                historyDefault: TransitionDraft(targets: ["i2"])
                            ),
                            StateDraft(id: "i1"),
                            StateDraft(id: "i2", transitions: [.on("next", to: "i1")]),
                        ]
                    ),
                ],
                transitions: [.on("again", to: "s")]
            )
        )
        #expect(session.configuration.active == ["s", "inner", "i2"])
        try session.send("again")
        #expect(session.configuration.history == ["first": ["inner"], "second": ["i2"]])
        #expect(session.atoms == ["i1"])
    }

    @Test("an internal transition to the history of its own source leaves the source active")
    func internalToHistory() throws {
        var session = try Session(
            StateDraft(
                id: "s",
                children: [
                    StateDraft(id: "h", kind: .deepHistory, historyDefault: TransitionDraft(targets: ["s2"])),
                    StateDraft(id: "s1"),
                    StateDraft(id: "s2"),
                ],
                transitions: [.on("e", to: "h", isInternal: true)],
                exit: [.effect(1)]
            )
        )
        try session.send("e")
        #expect(session.host.effects.isEmpty)
        #expect(session.atoms == ["s2"])
        #expect(session.configuration.history.isEmpty)
    }
}
