import Definitions
import Statecharts
import Testing

@Suite("A bare chart is read as it stands")
struct BareChartTests {
    private func chart(_ text: String) throws -> Statechart {
        try ProcedureReader.chart(from: SourceFile(path: "c.yaml", text: text))
    }

    @Test("states, transitions and actions keep the order of the file")
    func order() throws {
        let chart = try chart(
            """
            id: sample
            initial: [b2, c1]
            states:
              p:
                parallel: true
                on: { z.*: { internal: true, to: [b1, c1], do: [{ raise: one }, { raise: two }] }, a: f }
                states:
                  b: { states: { b1: {}, b2: { entry: { raise: in.b2 }, exit: [{ raise: out.b2 }] } } }
                  c: { initial: c1, states: { c2: , c1: ~ } }
              f: { final: true }
            """
        )
        #expect(chart.initial == ["b2", "c1"])
        #expect(chart.states.map(\.id) == ["p", "b", "b1", "b2", "c", "c2", "c1", "f"])
        #expect(chart.state("b2")?.entry == [.raise("in.b2")])
        #expect(chart.state("b2")?.exit == [.raise("out.b2")])
        let transitions = try #require(chart.state("p")?.transitions)
        #expect(transitions.map(\.event) == ["z.*", "a"])
        #expect(transitions[0].targets == ["b1", "c1"])
        #expect(transitions[0].isInternal)
        #expect(transitions[0].actions == [.raise("one"), .raise("two")])
        #expect(transitions.map(\.tag) == [0, 1])
    }

    @Test("words that YAML 1.1 takes for truth values, numbers or dates are names")
    func untypedWords() throws {
        let chart = try chart(
            """
            initial: no
            states:
              no: { on: { yes: 1, 2026-05-12: null1, off: [{ to: 1 }, 0x1F] } }
              1: { always: 0x1F }
              0x1F: { on: { on: no } }
              null1:
            """
        )
        #expect(chart.states.map(\.id) == ["no", "1", "0x1F", "null1"])
        #expect(chart.state("no")?.transitions.map(\.event) == ["yes", "2026-05-12", "off", "off"])
        #expect(chart.state("0x1F")?.transitions.first?.event == "on")
    }

    @Test("an event may be answered by doing nothing, by one transition or by several")
    func transitionForms() throws {
        let chart = try chart(
            "states: { a: { on: { x: {}, y: , z: [b, { to: a }], w: { do: { raise: q } }, v: [] }, always: [] }, b: }"
        )
        let transitions = try #require(chart.state("a")?.transitions)
        #expect(transitions.map(\.event) == ["x", "y", "z", "z", "w"])
        #expect(transitions.map(\.targets) == [[], [], ["b"], ["a"], []])
    }

    @Test("history states lead to ids or to a transition of their own")
    func history() throws {
        let chart = try chart(
            """
            states:
              a:
                states:
                  h: { history: deep, default: [a1] }
                  i: { history: shallow, default: { to: a1, do: [{ raise: fresh }] } }
                  a1: {}
            """
        )
        #expect(chart.state("h")?.kind == .history(deep: true))
        #expect(chart.state("i")?.kind == .history(deep: false))
        #expect(chart.state("i")?.historyDefault?.actions == [.raise("fresh")])
    }

    @Test("what only procedures know is refused")
    func procedureKeys() {
        #expect(
            chartDefects(
                """
                procedure: x
                states:
                  a: { turn: hub, on: { e: { if: [inBundle], to: a } }, entry: [fee.settle] }
                """
            ) == [
                "c.yaml:1:1: error: unknown key ‘procedure’ in a chart",
                "c.yaml:3:8: error: unknown key ‘turn’ in the state ‘a’",
                "c.yaml:3:30: error: unknown key ‘if’ in a transition",
                "c.yaml:3:65: error: unknown action ‘fee.settle’",
            ]
        )
    }

    @Test("every defect of the chart itself has its place")
    func defects() {
        #expect(
            chartDefects(
                """
                initial: satrt
                states:
                  start: { on: { go!: ready }, initial: x }
                  ready:
                    parallel: true
                    initial: one
                    states:
                      one: { states: { start: {} } }
                      two: { final: true }
                  end: { final: true, always: start, states: { inner: {} } }
                  past: { history: deep }
                  lone: { default: start }
                """
            ) == [
                "c.yaml:1:10: error: there is no state ‘satrt’; did you mean ‘start’?",
                "c.yaml:3:18: error: ‘go!’ is no name for an event: letters, digits, ‘.’, ‘-’ and ‘_’",
                "c.yaml:3:41: error: there is no state ‘x’",
                "c.yaml:3:41: error: ‘start’ has an initial state but no states",
                "c.yaml:4:3: error: the state ‘ready’ is parallel: all its states are entered, none is initial",
                "c.yaml:8:24: error: the state ‘start’ is declared in line 3 already",
                "c.yaml:9:7: error: the state ‘two’ is final and so cannot be a region of a parallel state",
                "c.yaml:10:3: error: the state ‘end’ is final and so has no states",
                "c.yaml:10:3: error: the state ‘end’ is final and so has no transitions",
                "c.yaml:11:3: error: the state ‘past’ is a history state and so stands inside another",
                "c.yaml:12:20: error: ‘lone’ has a default but is no history state",
            ]
        )
    }
}
