import Statecharts
import Testing

@Suite("Which transitions are taken is never left open")
struct SelectionTests {
    @Test("of several transitions of one state the first whose guard holds is taken")
    func documentOrder() throws {
        var host = RecordingHost()
        host.forbidden = [1]
        var session = try Session(
            StateDraft(
                id: "s",
                transitions: [.on("e", to: "a", tag: 1), .on("e", to: "b", tag: 2), .on("e", to: "c", tag: 3)]
            ),
            StateDraft(id: "a"),
            StateDraft(id: "b"),
            StateDraft(id: "c"),
            host: host
        )
        try session.send("e")
        #expect(session.atoms == ["b"])
        #expect(session.host.asked == [1, 2])
    }

    @Test("an inner state wins over its ancestors, unless its guard forbids")
    func innerFirst() throws {
        let chart = try Statechart(states: [
            StateDraft(
                id: "s",
                children: [StateDraft(id: "s1", transitions: [.on("e", to: "inner", tag: 1)])],
                transitions: [.on("e", to: "outer", tag: 2)]
            ),
            StateDraft(id: "inner"),
            StateDraft(id: "outer"),
        ])
        var session = try Session(chart: chart)
        try session.send("e")
        #expect(session.atoms == ["inner"])

        var host = RecordingHost()
        host.forbidden = [1]
        session = try Session(chart: chart, host: host)
        try session.send("e")
        #expect(session.atoms == ["outer"])
    }

    private func regions(_ a: [TransitionDraft], _ b: [TransitionDraft], _ p: [TransitionDraft] = []) -> [StateDraft] {
        [
            StateDraft(
                id: "p",
                kind: .parallel,
                children: [
                    StateDraft(id: "a", children: [StateDraft(id: "a1", transitions: a), StateDraft(id: "a2")]),
                    StateDraft(id: "b", children: [StateDraft(id: "b1", transitions: b), StateDraft(id: "b2")]),
                ],
                transitions: p
            ),
            StateDraft(id: "x"),
            StateDraft(id: "y"),
        ]
    }

    @Test("regions step together, in document order")
    func together() throws {
        var session = try Session(
            chart: Statechart(
                states: regions([.on("e", to: "a2", do: [.effect(1)])], [.on("e", to: "b2", do: [.effect(2)])])
            )
        )
        try session.send("e")
        #expect(session.atoms == ["a2", "b2"])
        #expect(session.host.effects == [1, 2])
        #expect(session.latest?.map(\.transitions) == [[0, 1]])
    }

    @Test("of two regions that would both leave the parallel state the first in document order wins")
    func earlierWins() throws {
        var session = try Session(chart: Statechart(states: regions([.on("e", to: "x")], [.on("e", to: "y")])))
        try session.send("e")
        #expect(session.atoms == ["x"])
    }

    @Test("a region that stays inside preempts a later one that leaves")
    func stayingFirst() throws {
        var session = try Session(chart: Statechart(states: regions([.on("e", to: "a2")], [.on("e", to: "y")])))
        try session.send("e")
        #expect(session.atoms == ["a2", "b1"])
    }

    @Test("an inner source preempts an outer one that an earlier region had selected")
    func innerPreempts() throws {
        var session = try Session(
            chart: Statechart(states: regions([], [.on("e", to: "b2", tag: 1)], [.on("e", to: "x", tag: 2)]))
        )
        try session.send("e")
        #expect(session.host.asked == [2, 1])
        #expect(session.atoms == ["a1", "b2"])
    }

    @Test("an inner source must preempt every rival, or it is itself preempted")
    func innerButLater() throws {
        let parallel = StateDraft(
            id: "p",
            kind: .parallel,
            children: [
                StateDraft(
                    id: "a",
                    children: [StateDraft(id: "a1", transitions: [.on("e", to: "a2")]), StateDraft(id: "a2")]
                ),
                StateDraft(id: "b"),
                StateDraft(id: "c", children: [StateDraft(id: "c1", transitions: [.on("e", to: "x")])]),
            ],
            transitions: [TransitionDraft(event: "e", targets: ["y"])]
        )
        var session = try Session(parallel, StateDraft(id: "x"), StateDraft(id: "y"))
        try session.send("e")
        #expect(session.atoms == ["a2", "b", "c1"])
    }

    @Test("a targetless transition conflicts with nothing")
    func targetless() throws {
        var session = try Session(
            chart: Statechart(
                states: regions([TransitionDraft(event: "e", actions: [.effect(1)])], [.on("e", to: "y")])
            )
        )
        try session.send("e")
        #expect(session.atoms == ["y"])
        #expect(session.host.effects == [1])
    }

    @Test("a transition of a shared ancestor is taken once, though asked once for each region")
    func sharedAncestor() throws {
        var session = try Session(
            chart: Statechart(
                states: regions([], [], [TransitionDraft(tag: 7, event: "e", actions: [.effect(1)])])
            )
        )
        try session.send("e")
        #expect(session.host.effects == [1])
        #expect(session.host.asked == [7, 7])
        #expect(session.latest?.map(\.transitions) == [[0]])
    }

    @Test("a guard sees the configuration before any transition of the step is taken")
    func guardSeesOld() throws {
        var host = RecordingHost()
        host.requiredState = [1: "b1", 2: "a1"]
        var session = try Session(
            chart: Statechart(states: regions([.on("e", to: "a2", tag: 1)], [.on("e", to: "b2", tag: 2)])),
            host: host
        )
        try session.send("e")
        #expect(session.atoms == ["a2", "b2"])
    }

    @Test("an event that enables nothing takes no step")
    func nothing() throws {
        var session = try Session(chart: Statechart(states: regions([.on("e", to: "a2")], [])))
        try session.send("other")
        #expect(session.latest == nil)
        #expect(session.atoms == ["a1", "b1"])
    }
}
