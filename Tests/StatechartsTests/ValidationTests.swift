import Statecharts
import Testing

@Suite("A chart that could go wrong is refused, with every reason")
struct ValidationTests {
    typealias Defect = InvalidStatechart.Defect

    private func defects(_ states: StateDraft..., initial: [StateID]? = nil) -> [Defect] {
        do throws(InvalidStatechart) {
            _ = try Statechart(initial: initial, states: states)
            return []
        } catch {
            return error.defects
        }
    }

    private func parallel(_ transition: TransitionDraft? = nil) -> StateDraft {
        StateDraft(
            id: "p",
            kind: .parallel,
            children: [
                StateDraft(id: "a", children: [StateDraft(id: "a1"), StateDraft(id: "a2")]),
                StateDraft(id: "b", children: [StateDraft(id: "b1"), StateDraft(id: "b2")]),
            ],
            transitions: [transition].compactMap(\.self)
        )
    }

    private func history(_ id: StateID, to targets: StateID..., tag: Int = 0) -> StateDraft {
        StateDraft(id: id, kind: .deepHistory, historyDefault: TransitionDraft(tag: tag, targets: targets))
    }

    @Test("a chart has states, each with a name of its own")
    func names() {
        #expect(defects() == [.noStates])
        #expect(
            defects(StateDraft(id: "a"), StateDraft(id: "b", children: [StateDraft(id: "a")]))
                == [.duplicateState("a")]
        )
        for name in ["", "a b", "a/b", "a*", "\u{5BE9}\u{67FB}", "a\n"] {
            let id = StateID(rawValue: name)
            #expect(defects(StateDraft(id: id)) == [.badStateID(id)])
        }
        #expect(defects(StateDraft(id: "Az-09_.z")) == [])
    }

    @Test("events are named by letters, digits, dots, hyphens and underscores")
    func events() {
        for event in ["", ".", ".*", "a b", "a.*.b", "**"] {
            let descriptor = EventDescriptor(rawValue: event)
            #expect(
                defects(StateDraft(id: "a", transitions: [TransitionDraft(tag: 4, event: descriptor)]))
                    == [.badEvent(descriptor, in: "a", tag: 4)]
            )
        }
        for event in ["*", "a.*", "a.", "a.b-c_d"] as [EventDescriptor] {
            #expect(defects(StateDraft(id: "a", transitions: [TransitionDraft(event: event)])) == [])
        }
        #expect(
            defects(
                StateDraft(
                    id: "a",
                    transitions: [TransitionDraft(tag: 7, event: "e", actions: [.raise("*")])],
                    entry: [.raise("x y")],
                    exit: [.raise("")]
                )
            ) == [
                .badRaisedEvent("x y", in: "a", tag: nil), .badRaisedEvent("", in: "a", tag: nil),
                .badRaisedEvent("*", in: "a", tag: 7),
            ]
        )
    }

    @Test("every target exists")
    func targets() {
        #expect(
            defects(StateDraft(id: "a", transitions: [.on("e", to: "nowhere", "nobody", tag: 3)]))
                == [.unknownTarget("nowhere", in: "a", tag: 3), .unknownTarget("nobody", in: "a", tag: 3)]
        )
    }

    @Test("targets that cannot be active together are refused")
    func conflictingTargets() {
        let pairs: [(StateID, StateID)] = [("a1", "a2"), ("a1", "x"), ("p", "a1"), ("a1", "p"), ("a", "a2")]
        for (first, second) in pairs {
            #expect(
                defects(parallel(.on("e", to: first, second, tag: 2)), StateDraft(id: "x"))
                    == [.conflictingTargets(first, second, in: "p", tag: 2)]
            )
        }
        for (first, second) in [("a1", "b2"), ("b", "a2"), ("a", "b"), ("a1", "a1")] as [(StateID, StateID)] {
            #expect(defects(parallel(.on("e", to: first, second))) == [])
        }
    }

    @Test("a history target conflicts with whatever lies inside its parent")
    func conflictingHistory() {
        var chart = parallel(.on("e", to: "h", "b2"))
        chart.children.append(history("h", to: "a2"))
        #expect(defects(chart) == [.conflictingTargets("h", "b2", in: "p", tag: 0)])

        chart = parallel(.on("e", to: "h", "b2"))
        chart.children[0].children.append(history("h", to: "a2"))
        #expect(defects(chart) == [])
    }

    @Test("an initial state lies inside its owner")
    func initial() {
        #expect(defects(StateDraft(id: "a"), initial: []) == [.emptyInitial(of: nil)])
        #expect(defects(StateDraft(id: "a"), initial: ["b"]) == [.unknownInitial("b", of: nil)])
        #expect(
            defects(StateDraft(id: "a"), StateDraft(id: "b"), initial: ["a", "b"])
                == [.conflictingInitial("a", "b", of: nil)]
        )
        let children = [StateDraft(id: "a1"), StateDraft(id: "a2")]
        #expect(defects(StateDraft(id: "a", initial: [], children: children)) == [.emptyInitial(of: "a")])
        #expect(defects(StateDraft(id: "a", initial: ["z"], children: children)) == [.unknownInitial("z", of: "a")])
        for outside in ["a", "b"] as [StateID] {
            #expect(
                defects(StateDraft(id: "a", initial: [outside], children: children), StateDraft(id: "b"))
                    == [.initialNotInside(outside, of: "a")]
            )
        }
        #expect(
            defects(StateDraft(id: "a", initial: ["a1", "a2"], children: children))
                == [.conflictingInitial("a1", "a2", of: "a")]
        )
        #expect(
            defects(StateDraft(id: "a", initial: ["a"]))
                == [.initialWithoutChildren("a"), .initialNotInside("a", of: "a")]
        )
        #expect(defects(parallel(), initial: ["a2", "b2"]) == [])
    }

    @Test("a parallel state has regions that run, and no initial state")
    func parallelStates() {
        #expect(
            defects(StateDraft(id: "p", kind: .parallel, initial: ["x"]))
                == [.parallelWithInitial("p"), .parallelWithoutChildren("p")]
        )
        #expect(
            defects(StateDraft(id: "p", kind: .parallel, children: [StateDraft(id: "f", kind: .final)]))
                == [.finalInParallel("f")]
        )
    }

    @Test("a final state holds nothing but entry and exit actions")
    func finalStates() {
        #expect(defects(StateDraft(id: "f", kind: .final, entry: [.effect(1)], exit: [.effect(2)])) == [])
        #expect(
            defects(
                StateDraft(
                    id: "f",
                    kind: .final,
                    initial: ["g"],
                    children: [StateDraft(id: "g")],
                    transitions: [.on("e", to: "f")],
                    historyDefault: TransitionDraft(tag: 9, targets: ["g"])
                )
            ) == [
                .defaultOutsideHistory("f", tag: 9), .finalWithInitial("f"), .finalWithChildren("f"),
                .finalWithTransitions("f"),
            ]
        )
    }

    @Test("a history state holds nothing but a default into its parent")
    func historyStates() {
        let inside = { (history: StateDraft) in
            StateDraft(id: "s", children: [history, StateDraft(id: "s1")])
        }
        #expect(defects(history("h", to: "s"), StateDraft(id: "s")) == [.historyAtTopLevel("h")])
        #expect(defects(inside(StateDraft(id: "h", kind: .shallowHistory))) == [.historyWithoutDefault("h")])
        #expect(defects(inside(history("h", tag: 5))) == [.historyDefaultWithoutTargets("h", tag: 5)])
        #expect(
            defects(inside(history("h", to: "x", tag: 5)), StateDraft(id: "x"))
                == [.historyDefaultNotInside("x", of: "s", tag: 5)]
        )
        #expect(defects(inside(history("h", to: "y", tag: 5))) == [.unknownTarget("y", in: "h", tag: 5)])
        #expect(
            defects(
                inside(
                    StateDraft(
                        id: "h",
                        kind: .deepHistory,
                        initial: ["i"],
                        children: [StateDraft(id: "i")],
                        transitions: [.on("e", to: "s1")],
                        exit: [.effect(1)],
                        historyDefault: TransitionDraft(tag: 6, event: "e", targets: ["s1"])
                    )
                )
            ) == [
                .historyWithInitial("h"), .historyWithChildren("h"), .historyWithTransitions("h"),
                .historyWithActions("h"), .historyDefaultWithEvent("h", tag: 6),
            ]
        )
    }

    @Test("history states do not lead in a circle")
    func historyCycle() {
        #expect(
            defects(
                StateDraft(
                    id: "s",
                    children: [
                        StateDraft(id: "s1"), history("lead", to: "one"), history("one", to: "two"),
                        history("two", to: "one"), history("self", to: "self"),
                    ]
                )
            ) == [.historyCycle("one"), .historyCycle("two"), .historyCycle("self")]
        )
    }

    @Test("all defects are reported at once, in document order")
    func allAtOnce() {
        #expect(
            defects(
                StateDraft(id: "a b", transitions: [.on("e e", to: "z", tag: 1)]),
                StateDraft(id: "p", kind: .parallel),
                StateDraft(id: "p"),
                initial: ["q"]
            ) == [
                .unknownInitial("q", of: nil), .badStateID("a b"), .badEvent("e e", in: "a b", tag: 1),
                .unknownTarget("z", in: "a b", tag: 1), .parallelWithoutChildren("p"), .duplicateState("p"),
            ]
        )
    }
}
