import Statecharts
import Testing

@Suite("Final states announce that their parent is done")
struct DoneEventTests {
    private func region(_ name: String) -> StateDraft {
        StateDraft(
            id: StateID(rawValue: name),
            children: [
                StateDraft(
                    id: StateID(rawValue: "\(name)1"),
                    transitions: [.on(EventDescriptor(rawValue: name), to: StateID(rawValue: "\(name)F"))]
                ),
                StateDraft(
                    id: StateID(rawValue: "\(name)F"),
                    kind: .final,
                    entry: [.raise(EventName(rawValue: "in.\(name)"))]
                ),
            ]
        )
    }

    private func log(_ events: EventDescriptor...) -> [TransitionDraft] {
        events.enumerated().map { TransitionDraft(event: $1, actions: [.effect($0)]) }
    }

    @Test("the parent of a final state is done, after what the final state raised on entry")
    func compound() throws {
        var parent = region("a")
        parent.transitions = log("done.state.a", "in.a")
        var session = try Session(parent)
        try session.send("a")
        #expect(session.host.effects == [1, 0])
        #expect(session.atoms == ["aF"])
        #expect(session.latest?.count == 3)
    }

    @Test("a parallel state is done with its last region, after that region")
    func parallel() throws {
        var session = try Session(
            StateDraft(
                id: "p",
                kind: .parallel,
                children: [region("a"), region("b")],
                transitions: log("done.state.p", "done.state.a", "done.state.b")
            )
        )
        try session.send("b")
        #expect(session.host.effects == [2])
        try session.send("a")
        #expect(session.host.effects == [2, 1, 0])
    }

    @Test("regions that end in the same step make the parallel state done once")
    func together() throws {
        var a = region("a")
        var b = region("b")
        a.children[0].transitions = [.on("end", to: "aF")]
        b.children[0].transitions = [.on("end", to: "bF")]
        var session = try Session(
            StateDraft(
                id: "p",
                kind: .parallel,
                children: [a, b],
                transitions: log("done.state.p", "done.state.a", "done.state.b")
            )
        )
        try session.send("end")
        #expect(session.host.effects == [1, 2, 0])
    }

    @Test("a parallel region counts as final when all of its own regions are")
    func parallelInParallel() throws {
        var session = try Session(
            StateDraft(
                id: "p",
                kind: .parallel,
                children: [
                    StateDraft(id: "q", kind: .parallel, children: [region("a"), region("b")]),
                    region("c"),
                ],
                transitions: log("done.state.p", "done.state.q")
            )
        )
        try session.send("a", "b")
        #expect(session.host.effects == [1])
        try session.send("c")
        #expect(session.host.effects == [1, 0])
    }

    @Test("an inner parallel state that ends last announces itself only, to the letter of the algorithm")
    func innerParallelLast() throws {
        var session = try Session(
            StateDraft(
                id: "p",
                kind: .parallel,
                children: [
                    StateDraft(id: "q", kind: .parallel, children: [region("a"), region("b")]),
                    region("c"),
                ],
                transitions: log("done.state.p", "done.state.q")
            )
        )
        try session.send("c", "a", "b")
        #expect(session.host.effects == [1])
    }

    @Test("a region is not final because something deeper inside it is")
    func deepFinal() throws {
        var session = try Session(
            StateDraft(
                id: "p",
                kind: .parallel,
                children: [StateDraft(id: "outer", children: [region("a")]), region("b")],
                transitions: log("done.state.p", "done.state.outer", "done.state.a")
            )
        )
        try session.send("b", "a")
        #expect(session.host.effects == [2])
    }

    @Test("a top-level final state halts the chart and stays visible")
    func halting() throws {
        var session = try Session(
            StateDraft(
                id: "s",
                transitions: [
                    .on("end", to: "f", do: [.raise("more")]), TransitionDraft(event: "more", actions: [.effect(1)]),
                ]
            ),
            StateDraft(id: "f", kind: .final, entry: [.effect(2), .raise("more")], exit: [.effect(3)])
        )
        #expect(!session.chart.isHalted(session.configuration))
        try session.send("end")
        #expect(session.latest?.count == 1)
        #expect(session.host.effects == [2])
        #expect(session.configuration.active == ["f"])
        #expect(session.chart.isHalted(session.configuration))
        try session.send("end")
        #expect(session.latest == nil)
        try session.settle()
        #expect(session.latest == nil)
    }

    @Test("a chart may be over as soon as it starts")
    func haltedAtOnce() throws {
        let session = try Session(StateDraft(id: "f", kind: .final, entry: [.raise("x")]))
        #expect(session.latest == [Microstep(entered: ["f"])])
        #expect(session.atoms == ["f"])
    }
}
