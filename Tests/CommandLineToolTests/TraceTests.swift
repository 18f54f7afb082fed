import TestSupport
import Testing
import Turns

@Suite("procedure trace", .takesTurns, .timeLimit(.minutes(30)))
struct TraceTests {
    /// What `tasuki procedure trace CHART --events EVENTS --format json` prints.
    private func trace(_ chart: String, _ events: String) async throws -> String {
        let file = try Scratch.file("chart.yaml", chart)
        let outcome = try await Program()
            .run(["procedure", "trace", file, "--format", "json"] + (events.isEmpty ? [] : ["--events", events]))
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.errors == "")
        return outcome.output
    }

    @Test("a nested chart enters the initial states, and an inner transition goes before an outer one")
    func nested() async throws {
        let chart = """
            initial: review
            states:
              review:
                initial: reading
                on: { ask: outside, stop: done }
                states:
                  reading: { on: { ask: asking } }
                  asking: { on: { answer: reading } }
              outside: {}
              done: { final: true }
            """
        #expect(
            try await trace(chart, "ask,answer,unknown,stop,ask")
                == #"[["reading"],["asking"],["reading"],["reading"],["done"],["done"]]"# + "\n"
        )
        #expect(try await trace(chart, "") == #"[["reading"]]"# + "\n")
    }

    @Test("a chart without an initial state begins in the first of the file, not of the alphabet")
    func documentOrder() async throws {
        let chart = """
            states:
              z:
                on: { go: [a, b] }
                states: { y: , x: }
              b:
              a:
            """
        #expect(try await trace(chart, "go") == #"[["y"],["a"]]"# + "\n")
    }

    @Test("regions of a parallel state run side by side, are listed in the order of the file, and end together")
    func parallel() async throws {
        let chart = """
            initial: both
            states:
              both:
                parallel: true
                on: { done.state.both: over }
                states:
                  second: { initial: s1, states: { s1: { on: { go: s2, left: s3 } }, s2: , s3: { final: true } } }
                  first: { initial: f1, states: { f1: { on: { go: f2, right: f3 } }, f2: , f3: { final: true } } }
              over: { final: true }
            """
        #expect(try await trace(chart, "go") == #"[["s1","f1"],["s2","f2"]]"# + "\n")
        #expect(try await trace(chart, "left,right") == #"[["s1","f1"],["s3","f1"],["over"]]"# + "\n")
    }

    @Test("history remembers the child or the whole depth, and takes its default the first time")
    func history() async throws {
        let chart = """
            initial: out
            states:
              out: { on: { shallow: hs, deep: hd } }
              work:
                initial: a
                on: { leave: out }
                states:
                  hs: { history: shallow, default: b }
                  hd: { history: deep, default: a }
                  a: {}
                  b:
                    initial: b1
                    states: { b1: { on: { next: b2 } }, b2: {} }
            """
        #expect(
            try await trace(chart, "shallow,next,leave,deep,leave,shallow")
                == #"[["out"],["b1"],["b2"],["out"],["b2"],["out"],["b1"]]"# + "\n"
        )
        #expect(try await trace(chart, "deep") == #"[["out"],["a"]]"# + "\n")
    }

    @Test("a final state raises the end of its parent, and the run ends in a final state of the chart")
    func final() async throws {
        let chart = """
            initial: screening
            states:
              screening:
                initial: open
                on: { done.state.screening: review }
                states: { open: { on: { accept: closed } }, closed: { final: true } }
              review: { on: { approve: approved } }
              approved: { final: true }
            """
        #expect(
            try await trace(chart, "accept,approve,accept") == #"[["open"],["review"],["approved"],["approved"]]"#
                + "\n"
        )
    }

    @Test("eventless transitions are taken until the chart rests, raised events before the next event from outside")
    func eventless() async throws {
        let chart = """
            initial: a
            states:
              a: { on: { go: { to: b, do: [{ raise: inner }] } } }
              b: { always: c }
              c: { entry: { raise: last }, on: { inner: d, go: wrong } }
              d: { on: { last: e } }
              e: { on: { go: a } }
              wrong:
            """
        #expect(try await trace(chart, "go,go") == #"[["a"],["e"],["a"]]"# + "\n")
    }

    @Test("an event name matches by whole words in front, and * matches all")
    func prefix() async throws {
        let chart = """
            initial: a
            states:
              a: { on: { error.send: b, error.*: c, "*": d } }
              b: { on: { back: a } }
              c: { on: { back: a } }
              d: { on: { back: a } }
            """
        #expect(
            try await trace(chart, "error.send.failed,back,error.other,back,errors")
                == #"[["a"],["b"],["a"],["c"],["a"],["d"]]"# + "\n"
        )
    }

    @Test("an internal transition does not leave its state, an external one does, a targetless one moves nothing")
    func internalTransitions() async throws {
        let chart = """
            initial: s
            states:
              s:
                parallel: true
                on:
                  stay: { do: [{ raise: noted }] }
                states:
                  log: { initial: clean, states: { clean: { on: { left: dirty, noted: noted } }, dirty: , noted: } }
                  t:
                    initial: one
                    exit: { raise: left }
                    on: { inside: { to: two, internal: true }, outside: { to: two } }
                    states: { one: , two: }
            """
        #expect(try await trace(chart, "inside") == #"[["clean","one"],["clean","two"]]"# + "\n")
        #expect(try await trace(chart, "outside") == #"[["clean","one"],["dirty","two"]]"# + "\n")
        #expect(try await trace(chart, "stay") == #"[["clean","one"],["noted","one"]]"# + "\n")
    }

    @Test("one transition may lead to a state in each region")
    func multipleTargets() async throws {
        let chart = """
            initial: start
            states:
              start: { on: { jump: { to: [q2, p2] } } }
              both:
                parallel: true
                states:
                  p: { initial: p1, states: { p1: , p2: } }
                  q: { initial: q1, states: { q1: , q2: } }
                  r: { initial: r1, states: { r1: , r2: } }
            """
        #expect(try await trace(chart, "jump") == #"[["start"],["p2","q2","r1"]]"# + "\n")
    }

    @Test("a chart with defects ends with 78 and every defect as file:line:column")
    func defects() async throws {
        let file = try Scratch.file(
            "defects.yaml",
            """
            initial: opne
            states:
              open: { on: { go: clsoed } }
              closed: { final: true, on: { go: open } }
            """
        )
        let outcome = try await Program().run(["procedure", "trace", file, "--format", "json"])
        #expect(outcome.code == 78)
        #expect(outcome.output == "")
        let places = outcome.errors.matches(of: #/defects\.yaml:(\d+:\d+): error: /#).map { String($0.output.1) }
        #expect(places == ["1:10", "3:21", "4:3"], "\(outcome.errors)")
        #expect(outcome.errors.contains("did you mean ‘open’?"))
    }

    @Test("a chart that never rests is refused, and a file that is not there is not found")
    func restless() async throws {
        let file = try Scratch.file("restless.yaml", "states: { a: { always: b }, b: { always: a } }")
        let outcome = try await Program().run(["procedure", "trace", file])
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("does not come to rest"))
        let missing = try await Program().run(["procedure", "trace", Scratch.path("missing.yaml")])
        #expect(missing.code == 66)
    }
}
