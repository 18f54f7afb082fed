import Statecharts
import Testing

@Suite("A macrostep runs to completion")
struct MacrostepTests {
    @Test("eventless transitions follow one another, each as a microstep of its own")
    func chain() throws {
        var session = try Session(
            StateDraft(id: "a", transitions: [.on("e", to: "b")]),
            StateDraft(id: "b", transitions: [.always(to: "c")]),
            StateDraft(id: "c", transitions: [.always(to: "d")]),
            StateDraft(id: "d")
        )
        try session.send("e")
        #expect(session.latest?.map(\.entered) == [["b"], ["c"], ["d"]])
    }

    @Test("eventless transitions are taken before raised events, and those in the order they were raised")
    func eventlessFirst() throws {
        var session = try Session(
            StateDraft(
                id: "a",
                transitions: [
                    TransitionDraft(event: "e", targets: ["b"], actions: [.raise("one"), .raise("two")])
                ]
            ),
            StateDraft(id: "b", transitions: [.on("one", to: "wrong"), .always(to: "c", do: [.raise("three")])]),
            StateDraft(
                id: "c",
                transitions: [
                    .on("two", to: "wrong"), .on("three", to: "wrong"), .on("one", to: "d", do: [.effect(1)]),
                ]
            ),
            StateDraft(id: "d", transitions: [.on("three", to: "wrong"), .on("two", to: "f", do: [.effect(2)])]),
            StateDraft(id: "f", transitions: [.on("three", to: "end", do: [.effect(3)])]),
            StateDraft(id: "end"),
            StateDraft(id: "wrong")
        )
        try session.send("e")
        #expect(session.atoms == ["end"])
        #expect(session.host.effects == [1, 2, 3])
    }

    @Test("exit, transition and entry raise in the order in which they run")
    func raiseOrder() throws {
        let log = { (event: EventDescriptor, effect: Int) in TransitionDraft(event: event, actions: [.effect(effect)]) }
        var session = try Session(
            StateDraft(
                id: "s",
                children: [
                    StateDraft(
                        id: "a",
                        children: [StateDraft(id: "a1", exit: [.raise("exit.inner")])],
                        transitions: [.on("e", to: "b1", do: [.raise("transition")])],
                        exit: [.raise("exit.outer")]
                    ),
                    StateDraft(
                        id: "b",
                        children: [StateDraft(id: "b1", entry: [.raise("entry.inner")])],
                        entry: [.raise("entry.outer")]
                    ),
                ],
                transitions: [
                    log("entry.inner", 5), log("entry.outer", 4), log("transition", 3), log("exit.outer", 2),
                    log("exit.inner", 1),
                ]
            )
        )
        try session.send("e")
        #expect(session.host.effects == [1, 2, 3, 4, 5])
    }

    @Test("a raised event that nobody awaits is forgotten")
    func unawaited() throws {
        var session = try Session(
            StateDraft(id: "a", transitions: [.on("e", to: "b", do: [.raise("x"), .raise("y")])]),
            StateDraft(id: "b", transitions: [.on("y", to: "c")]),
            StateDraft(id: "c", transitions: [.on("x", to: "a")])
        )
        try session.send("e")
        #expect(session.atoms == ["c"])
    }

    @Test("a macrostep that does not end within a thousand microsteps fails")
    func bound() throws {
        let loop = [
            StateDraft(id: "a", transitions: [.on("e", to: "b")]),
            StateDraft(id: "b", transitions: [.always(to: "c")]),
            StateDraft(id: "c", transitions: [.always(to: "b")]),
        ]
        var session = try Session(chart: Statechart(states: loop))
        let before = session.configuration
        #expect(throws: RecordingHost.Failure.unsettled(after: 1_000)) { try session.send("e") }
        #expect(session.configuration == before)

        var host = UnguardedHost()
        let chart = try Statechart(initial: ["b"], states: loop)
        #expect(throws: StatechartUnsettled(microsteps: 1_000)) { try chart.start(host: &host) }
    }

    @Test("exactly a thousand microsteps are still allowed")
    func withinBound() throws {
        func line(_ length: Int) throws -> Statechart {
            try Statechart(
                states: (1...length).map { number in
                    StateDraft(
                        id: StateID(rawValue: "s\(number)"),
                        transitions: number < length ? [.always(to: StateID(rawValue: "s\(number + 1)"))] : []
                    )
                }
            )
        }
        var host = UnguardedHost()
        #expect(try line(1_000).start(host: &host).count == 1_000)
        #expect(throws: StatechartUnsettled(microsteps: 1_000)) { try line(1_001).start(host: &host) }
    }

    @Test("settling takes what a changed fact has enabled, and nothing that needs an event")
    func settling() throws {
        var host = RecordingHost()
        host.forbidden = [1]
        var session = try Session(
            StateDraft(id: "a", transitions: [.on("*", to: "wrong"), .always(to: "b", tag: 1)]),
            StateDraft(id: "b", transitions: [.always(to: "c", tag: 2)]),
            StateDraft(id: "c"),
            StateDraft(id: "wrong"),
            host: host
        )
        try session.settle()
        #expect(session.latest == nil)
        session.host.forbidden = []
        try session.settle()
        #expect(session.atoms == ["c"])
    }

    @Test("a failing effect ends the macrostep with the host's own error")
    func failingEffect() throws {
        var host = RecordingHost()
        host.refusedEffect = 2
        var session = try Session(
            StateDraft(id: "a", transitions: [.on("e", to: "b", do: [.effect(1), .effect(2), .effect(3)])]),
            StateDraft(id: "b"),
            host: host
        )
        #expect(throws: RecordingHost.Failure.refusedEffect(2)) { try session.send("e") }
        #expect(session.host.effects == [1])
    }
}
