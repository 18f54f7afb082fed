import Definitions
import Testing

@Suite("A procedure that includes fragments is the procedure written out, value for value")
struct FragmentTests {
    private func expect(_ short: String, is long: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let written = try FragmentSamples.pin(long, .none)
        #expect(try FragmentSamples.pin(short) == written, sourceLocation: sourceLocation)
    }

    @Test("transitions come where ‘with’ is written, above or below one's own, and one's own win in their places")
    func transitions() throws {
        try expect(
            """
            include: ledger
            actions: { go: { by: applicant } }
            states:
              a:
                on: { go: b, pay: b }
                with: ledger
              b:
                with: [ledger]
                turn: nobody
                on: { go: a }
              c: { turn: hub, states: { d: { with: ledger } } }
            """,
            is: """
                actions: { go: { by: applicant }, pay: { by: applicant }, waive: { by: officer@decides } }
                states:
                  a:
                    on: { go: b, pay: b, waive: { do: [{ fee.record: waived }] } }
                  b:
                    on: { pay: { do: [{ fee.record: paid }] }, waive: { do: [{ fee.record: waived }] }, go: a }
                    turn: nobody
                  c:
                    turn: hub
                    states:
                      d: { on: { pay: { do: [{ fee.record: paid }] }, waive: { do: [{ fee.record: waived }] } } }
                """
        )
    }

    @Test("actions come at the end or before the one that is named, with what the arguments say")
    func actions() throws {
        let states = "states: { a: { with: ledger, on: { go: a, stop: a } } }\n"
        let written = """
            states:
              a: { on: { pay: { do: [{ fee.record: paid }] }, waive: { do: [{ fee.record: waived }] }, go: a, stop: a } }

            """
        try expect(
            "include: [{ is: ledger, before: stop, payer: [applicant, officer@reviews] }]\n"
                + "actions: { go: { by: applicant }, stop: { by: applicant } }\n" + states,
            is: """
                actions:
                  go: { by: applicant }
                  pay: { by: [applicant, officer@reviews] }
                  waive: { by: officer@decides }
                  stop: { by: applicant }

                """ + written
        )
        try expect(
            "include: ledger\nactions: { go: { by: applicant }, waive: { by: officer@hub }, stop: { by: applicant } }\n"
                + states,
            is: """
                actions:
                  go: { by: applicant }
                  stop: { by: applicant }
                  pay: { by: applicant }
                  waive: { by: officer@hub }

                """ + written
        )
    }

    @Test("a procedure without actions of its own has those of its fragments")
    func onlyIncluded() throws {
        try expect(
            "include: ledger\nstates: { a: { with: ledger } }",
            is: "actions: { pay: { by: applicant }, waive: { by: officer@decides } }\nstates:\n"
                + "  a: { on: { pay: { do: [{ fee.record: paid }] }, waive: { do: [{ fee.record: waived }] } } }"
        )
    }

    @Test("a state that is a fragment takes arguments; what it says itself wins and stands where such states have it")
    func states() throws {
        let frame = """
            clocks: [review]
            actions: { answer: { by: applicant, optional: { due: date } } }
            states:
              reading: { entry: [{ clock.start: review, at: filed }, { set: due, to: today }], on: { done.state.x: asking } }
              x: { states: { y: {} } }

            """
        let long = """
              asking:
                turn: applicant
                deadline: { of: due, raise: late }
                entry: [{ clock.hold: review, by: applicant }]
                exit: [{ clock.resume: review }]
                on:
                  answer: { if: [filing.made], to: reading }
                  late: { do: [{ fact.set: overdue }] }
                  done.state.x: {}
                always: [{ if: [questions.allAnswered], to: reading }]
            """
        try expect(
            "include: inquiry\n" + frame + """
                  asking:
                    is: inquiry
                    on: { done.state.x: {}, answer: { if: [filing.made], to: reading } }
                    exit: [{ clock.resume: review }]
                    clock: review
                    back: reading
                """,
            is: frame + long
        )
        try expect(
            "include: slow-inquiry\n" + frame + """
                  asking:
                    is: slow-inquiry
                    late: veryLate
                    clock: review
                    back: reading
                    exit: [{ clock.resume: review }]
                    on: { answer: { if: [filing.made], to: reading }, done.state.x: {} }
                """,
            is: frame + long.replacing("overdue", with: "veryLate")
        )
    }

    @Test("states that belong together come together, with arguments inside their names")
    func families() throws {
        let actions = "actions: { firstResult: { by: applicant }, secondResult: { by: applicant } }\n"
        try expect(
            "include: [inspections]\n" + actions + """
                states:
                  a: { parallel: true, states: { first2: { is: inspections, stage: 2, turn: hub }, other: {} } }
                """,
            is: actions + """
                states:
                  a:
                    parallel: true
                    states:
                      first2:
                        turn: hub
                        states: { firstOpen2: { on: { firstResult: firstDone2 } }, firstDone2: {} }
                      second2:
                        turn: reviews
                        states: { secondOpen2: { on: { secondResult: secondDone2 } }, secondDone2: {} }
                      other: {}
                """
        )
    }

    @Test("a fragment brings those on which it builds, and each gives its actions once")
    func nesting() throws {
        let both = "pay: { do: [{ fee.record: paid }] }, waive: { do: [{ fee.record: waived }] }"
        try expect(
            """
            include: [standing, ledger]
            states:
              before: { with: ledger, on: { done.state.x: approved } }
              approved: { is: standing, entry: [{ decide: approved }] }
              x: { states: { y: {} } }
            """,
            is: """
                actions: { suspend: { by: officer@decides }, pay: { by: applicant }, waive: { by: officer@decides } }
                states:
                  before: { on: { \(both), done.state.x: approved } }
                  approved: { entry: [{ decide: approved }], on: { \(both), suspend: suspended } }
                  suspended: { on: { \(both) } }
                  x: { states: { y: {} } }
                """
        )
    }

    @Test("a procedure without fragments is left as it is, and ‘include’ and ‘fragment’ are no part of a pinned form")
    func without() throws {
        let text = "actions: { go: { by: applicant } }\nstates: { a: { on: { go: a } } }"
        #expect(try FragmentSamples.pin(text) == FragmentSamples.pin(text, .none))
        let pinned = try FragmentSamples.pin("include: ledger\nstates: { a: { with: ledger } }")
        #expect(!pinned.contains("include") && !pinned.contains("ledger"))
        _ = try PinnedForm.procedure(fromCanonical: pinned)
        for key in [#"{"include":"ledger"}"#, #"{"states":[{"a":[{"with":"ledger"}]}]}"#] {
            let odd = pinned.replacing(#"{"status":"law"}"#, with: #"{"status":"law"},\#(key)"#)
            #expect(odd != pinned)
            #expect(throws: Diagnostics.self) { try PinnedForm.procedure(fromCanonical: odd) }
        }
    }
}
