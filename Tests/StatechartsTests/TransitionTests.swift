import Statecharts
import Testing

@Suite("A transition leaves and enters exactly what its domain says")
struct TransitionTests {
    private func container(_ transition: TransitionDraft) -> StateDraft {
        StateDraft(
            id: "s",
            children: [
                StateDraft(id: "s1", entry: [.effect(2)], exit: [.effect(3)]),
                StateDraft(id: "s2", entry: [.effect(4)], exit: [.effect(5)]),
            ],
            transitions: [transition],
            entry: [.effect(0)],
            exit: [.effect(1)]
        )
    }

    @Test("an external transition to a descendant leaves its source and enters it again")
    func external() throws {
        var session = try Session(container(.on("e", to: "s2", do: [.effect(9)])))
        #expect(try session.effects { try $0.send("e") } == [3, 1, 9, 0, 4])
    }

    @Test("an internal transition to a descendant stays in its source")
    func internalTransition() throws {
        var session = try Session(container(.on("e", to: "s2", isInternal: true, do: [.effect(9)])))
        #expect(try session.effects { try $0.send("e") } == [3, 9, 4])
        #expect(session.latest == [Microstep(exited: ["s1"], entered: ["s2"], transitions: [0])])
    }

    @Test("an internal transition out of its source, or to the source itself, is external")
    func internalOutwards() throws {
        var outward = try Session(container(.on("e", to: "t", isInternal: true)), StateDraft(id: "t"))
        #expect(try outward.effects { try $0.send("e") } == [3, 1])
        var itself = try Session(container(.on("e", to: "s", isInternal: true)))
        #expect(try itself.effects { try $0.send("e") } == [3, 1, 0, 2])
    }

    @Test("an internal transition of a parallel state is external")
    func internalParallel() throws {
        var session = try Session(
            StateDraft(
                id: "p",
                kind: .parallel,
                children: [
                    StateDraft(id: "a", children: [StateDraft(id: "a1"), StateDraft(id: "a2")], exit: [.effect(3)]),
                    StateDraft(id: "b", exit: [.effect(5)]),
                ],
                transitions: [.on("e", to: "a2", isInternal: true)],
                entry: [.effect(0)],
                exit: [.effect(1)]
            )
        )
        #expect(try session.effects { try $0.send("e") } == [5, 3, 1, 0])
        #expect(session.atoms == ["a2", "b"])
    }

    @Test("a targetless transition runs its actions and leaves nothing")
    func targetless() throws {
        var session = try Session(container(TransitionDraft(event: "e", actions: [.effect(9)])))
        #expect(try session.effects { try $0.send("e") } == [9])
        #expect(session.latest == [Microstep(transitions: [0])])
        #expect(session.atoms == ["s1"])
    }

    @Test("a transition to its own source leaves it and enters it again")
    func selfTransition() throws {
        var session = try Session(
            StateDraft(id: "a", transitions: [.on("e", to: "a")], entry: [.effect(0)], exit: [.effect(1)])
        )
        #expect(try session.effects { try $0.send("e") } == [1, 0])
    }

    @Test("several targets choose one place in each region, and the regions not named start by default")
    func multipleTargets() throws {
        let region = { (name: String) in
            StateDraft(
                id: StateID(rawValue: name),
                children: (1...3).map { StateDraft(id: StateID(rawValue: "\(name)\($0)")) }
            )
        }
        var session = try Session(
            StateDraft(id: "start", transitions: [.on("e", to: "c3", "a2")]),
            StateDraft(id: "p", kind: .parallel, children: [region("a"), region("b"), region("c")])
        )
        try session.send("e")
        #expect(session.atoms == ["a2", "b1", "c3"])
        #expect(session.latest?.first?.entered == ["p", "a", "a2", "b", "b1", "c", "c3"])
    }

    @Test("a transition from one region into another leaves the whole parallel state")
    func acrossRegions() throws {
        var session = try Session(
            StateDraft(
                id: "p",
                kind: .parallel,
                children: [
                    StateDraft(id: "a", children: [StateDraft(id: "a1", transitions: [.on("e", to: "b2")])]),
                    StateDraft(id: "b", children: [StateDraft(id: "b1"), StateDraft(id: "b2")]),
                ]
            )
        )
        try session.send("e")
        #expect(session.latest?.first?.exited == ["b1", "b", "a1", "a", "p"])
        #expect(session.latest?.first?.entered == ["p", "a", "a1", "b", "b2"])
    }

    @Test("the domain is the nearest compound ancestor, never a parallel state")
    func domainSkipsParallel() throws {
        var session = try Session(
            StateDraft(
                id: "outer",
                children: [
                    StateDraft(
                        id: "p",
                        kind: .parallel,
                        children: [StateDraft(id: "a", transitions: [.on("e", to: "a")]), StateDraft(id: "b")]
                    )
                ],
                exit: [.effect(1)]
            )
        )
        #expect(try session.effects { try $0.send("e") } == [])
        #expect(session.latest?.first?.exited == ["b", "a", "p"])
        #expect(session.latest?.first?.entered == ["p", "a", "b"])
    }
}
