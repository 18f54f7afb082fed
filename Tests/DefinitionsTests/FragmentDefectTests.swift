import Definitions
import Testing

@Suite("A defect of a fragment names the fragment's place and the place that includes it")
struct FragmentDefectTests {
    /// The defects of a procedure of `head` and `text`, whose first line is line 4.
    private func defects(_ text: String, _ changed: [String: String] = [:]) -> [String] {
        let file = SourceFile(path: "p.yaml", text: FragmentSamples.head + text)
        return ProcedureReader.defects(of: file, including: FragmentSamples.fragments(changed))
            .filter { $0.severity == .error }.map(\.description)
    }

    @Test("a fragment that does not exist, is not included, or is included for nothing")
    func includes() {
        let cases: [(String, [String])] = [
            (
                "include: [leger]\nstates: { a: {} }",
                ["p.yaml:4:11: error: there is no fragment ‘leger’; did you mean ‘ledger’?"]
            ),
            (
                "include: [ledger]\nstates: { a: { with: leger } }",
                [
                    "fragments/ledger.yaml:4:3: error: the action ‘pay’ is declared, but no transition uses it "
                        + "(included at p.yaml:4:11)",
                    "fragments/ledger.yaml:5:3: error: the action ‘waive’ is declared, but no transition uses it "
                        + "(included at p.yaml:4:11)",
                    "p.yaml:5:22: error: there is no fragment ‘leger’; did you mean ‘ledger’?",
                ]
            ),
            (
                "states: { a: { with: [ledger] } }",
                ["p.yaml:4:23: error: the fragment ‘ledger’ is not among those under ‘include’"]
            ),
            (
                "include: [inspection]\nstates: { a: {} }",
                ["p.yaml:4:11: error: the fragment ‘inspection’ is included, but no state ‘is’ it"]
            ),
            (
                "include: [ledger, ledger]\nstates: { a: { with: ledger } }",
                ["p.yaml:4:19: error: the fragment ‘ledger’ is included twice"]
            ),
            (
                "inculde: [ledger]\nstates: { a: { wiht: ledger } }",
                [
                    "p.yaml:4:1: error: unknown key ‘inculde’ in a procedure; did you mean ‘include’?",
                    "p.yaml:5:16: error: unknown key ‘wiht’ in the state ‘a’; did you mean ‘with’?",
                ]
            ),
            (
                "include: [[ledger], { name: ledger }]\nstates: { a: {} }",
                [
                    "p.yaml:4:11: error: a fragment is a word, not a list",
                    "p.yaml:4:21: error: a fragment with arguments is written { is: NAME, ARGUMENT: VALUE }",
                ]
            ),
            (
                "include: [{ is: ledger, before: og }]\nactions: { go: { by: applicant } }\n"
                    + "states: { a: { with: ledger, on: { go: a } } }",
                ["p.yaml:4:33: error: the file that says ‘before’ has no action ‘og’ of its own; did you mean ‘go’?"]
            ),
        ]
        for (text, expected) in cases { #expect(defects(text) == expected, "\(text)") }
    }

    @Test("an argument that is unknown, missing or not used, in the place that gives it and in the fragment")
    func arguments() {
        let head = """
            include: inquiry
            clocks: [review]
            actions: { answer: { by: applicant, optional: { due: { kind: date, lies: future } } } }
            states:
              a: { entry: [{ clock.start: review, at: filed }, { set: due, to: today }] }

            """
        let cases: [(String, [String])] = [
            ("  b: { is: inquiry, clock: review, back: a }", []),
            (
                "  b: { is: inquiry, clok: review, clock: review, back: a }",
                ["p.yaml:9:21: error: the fragment ‘inquiry’ takes no argument ‘clok’; did you mean ‘clock’?"]
            ),
            (
                "  b: { is: inquiry, entyr: [], clock: review, back: a }",
                ["p.yaml:9:21: error: the fragment ‘inquiry’ takes no argument ‘entyr’; did you mean ‘entry’?"]
            ),
            (
                "  b: { is: inquiry, clock: review }",
                ["p.yaml:9:12: error: the argument ‘back’ is missing, which the fragment ‘inquiry’ takes"]
            ),
            (
                "  b: { is: inquiry, clock: review, back: c }",
                ["p.yaml:9:42: error: there is no state ‘c’"]
            ),
            (
                "  b: { is: inquiry, clock: review, back: a, initial: a }",
                [
                    "p.yaml:9:54: error: ‘a’ is not inside ‘b’",
                    "p.yaml:9:54: error: ‘b’ has an initial state but no states",
                ]
            ),
        ]
        for (text, expected) in cases { #expect(defects(head + text) == expected, "\(text)") }
        #expect(
            defects("include: [{ is: inquiry, clock: review }]\nstates: { a: {} }") == [
                "p.yaml:4:17: error: the fragment ‘inquiry’ is included, but no state ‘is’ it",
                "p.yaml:4:26: error: nothing under ‘actions’ or ‘include’ of the fragment ‘inquiry’ uses the "
                    + "argument ‘clock’",
            ]
        )
    }

    @Test("a fragment with a defect of its own, whoever includes it")
    func ownDefects() {
        let cases: [(String, [String])] = [
            (
                "fragment: leger\non: { go: {} }",
                ["1:1: error: the fragment ‘leger’ belongs in a file of its name, leger.yaml"]
            ),
            (
                "fragment: ledger\ntakes: [who, whom]\non: { go: { do: [{ fact.set: $whoo }] } }",
                [
                    "2:9: error: the argument ‘who’ is not used", "2:14: error: the argument ‘whom’ is not used",
                    "3:30: error: ‘$whoo’ is none of the arguments under ‘takes’; did you mean ‘who’?",
                ]
            ),
            (
                "fragment: ledger\ntakes: [turn, a-b]\non: { go: {} }",
                [
                    "2:9: error: ‘turn’ has a meaning in states and is no argument",
                    "2:15: error: ‘a-b’ is no name for an argument: letters and digits",
                ]
            ),
            ("fragment: ledger", ["1:1: error: a fragment gives ‘actions’, ‘on’, ‘state’ or ‘states’"]),
            (
                "fragment: ledger\non: { go: {} }\nstate: {}\nstates: { a: {} }",
                ["4:9: error: a fragment gives ‘state’ or ‘states’, not both"]
            ),
            ("fragment: ledger\non: [go]", ["2:5: error: ‘on’ is a mapping, not a list"]),
            ("fragment: ledger\nno: { go: {} }", ["2:1: error: unknown key ‘no’ in a fragment; did you mean ‘on’?"]),
        ]
        for (text, expected) in cases {
            let found = defects(
                "include: ledger\nactions: { go: { by: applicant } }\nstates: { a: { on: { go: a } } }",
                ["ledger": text]
            )
            let own = found.filter { $0.hasPrefix("fragments/ledger.yaml:") }
            #expect(own == expected.map { "fragments/ledger.yaml:\($0) (included at p.yaml:4:10)" }, "\(text)")
            let alone = ProcedureReader.defects(
                of: SourceFile(path: "ledger.yaml", text: text),
                including: .none
            )
            #expect(alone.map(\.description) == expected.map { "ledger.yaml:\($0)" }, "\(text)")
        }
    }

    @Test("what a procedure finds wrong with a fragment, once, with every place that includes it")
    func places() {
        let ledger =
            "fragment: ledger\nactions: { pay: { by: applicant } }\non: { pay: { do: [{ fee.recrod: paid }] } }"
        let text = "include: [standing, ledger]\nstates:\n  x: { with: ledger }\n  approved: { is: standing }\n"
        let standing = """
            fragment: standing
            include: [ledger]
            states: { approved: { with: [ledger] } }
            """
        #expect(
            defects(text, ["ledger": ledger, "standing": standing]) == [
                "fragments/ledger.yaml:3:21: error: unknown effect ‘fee.recrod’; did you mean ‘fee.record’? "
                    + "(included at fragments/standing.yaml:3:30, p.yaml:7:19, and at 1 more)"
            ]
        )
    }

    @Test("fragments that include each other, and more of them than anybody writes")
    func circles() {
        let first = "fragment: first\ninclude: second\nstate: { is: second }"
        let second = "fragment: second\ninclude: first\nstate: { is: first }"
        #expect(
            defects("include: first\nstates: { a: { is: first } }", ["first": first, "second": second]) == [
                "fragments/second.yaml:2:10: error: a fragment includes itself: ‘first’ includes ‘second’ includes ‘first’ "
                    + "(included at fragments/first.yaml:2:10, p.yaml:4:10)"
            ]
        )
        let chain = (0..<40).map { number in
            ("f\(number)", "fragment: f\(number)\ninclude: f\(number + 1)\nstate: { is: f\(number + 1) }")
        }
        let top = defects("include: f0\nstates: { a: { is: f0 } }", Dictionary(uniqueKeysWithValues: chain))
        #expect(top.count == 1 && top[0].contains("error: more than 16 fragments build on each other"))
        let twice = (0..<16).map { number in
            let next = number + 1
            return (
                "f\(number)",
                "fragment: f\(number)\ninclude: f\(next)\nstate: { states: { $a: {} } }".replacing(
                    "state: { states: { $a: {} } }",
                    with: "takes: [a]\nstate: { is: f\(next), a: [$a, $a, $a] }"
                )
            )
        }
        let last = ("f14", "fragment: f14\ntakes: [a]\nstate: { entry: $a }")
        let bomb = Dictionary(uniqueKeysWithValues: twice.prefix(14) + [last])
        let found = defects("include: f0\nstates: { a: { is: f0, a: [{ fact.set: a }] } }", bomb)
        #expect(found == ["p.yaml:4:10: error: with its fragments the procedure is too large"])
    }

    @Test("names that clash: of two fragments, of states, of keys with blanks, of what makes up a state")
    func clashes() {
        let other = "fragment: other\nactions: { pay: { by: applicant } }\non: { pay: {} }"
        #expect(
            defects("include: [ledger, other]\nstates: { a: { with: [ledger, other] } }", ["other": other]) == [
                "fragments/other.yaml:2:12: error: another fragment has the action ‘pay’ too, at fragments/ledger.yaml:4:3; "
                    + "an action of the including file itself would win over both (included at p.yaml:4:19)",
                "fragments/other.yaml:3:7: error: the state goes with another fragment that answers ‘pay’ too, at "
                    + "fragments/ledger.yaml:7:3; a transition of the state itself would win over both "
                    + "(included at p.yaml:5:31)",
            ]
        )
        #expect(
            defects(
                "include: [ledger, other]\nactions: { pay: { by: applicant } }\n"
                    + "states: { a: { with: [ledger, other], on: { pay: a } } }",
                ["other": other]
            ) == []
        )
        #expect(
            defects(
                "include: [standing, { is: ledger, payer: officer@hub }]\n"
                    + "states: { a: { with: ledger }, approved: { is: standing } }"
            ) == ["p.yaml:4:27: error: the fragment ‘ledger’ is included with other arguments already"]
        )
        #expect(
            defects("include: standing\nstates: { suspended: {}, approved: { is: standing } }") == [
                "fragments/standing.yaml:6:3: error: the state ‘suspended’ is declared at p.yaml:5:11 already "
                    + "(included at p.yaml:5:42)"
            ]
        )
        #expect(
            defects("include: standing\nstates: { aproved: { is: standing } }").contains(
                "p.yaml:5:11: error: the fragment ‘standing’ gives no state ‘aproved’; did you mean ‘approved’?"
            )
        )
        #expect(
            defects("include: inspections\nstates: { first: { is: inspections, stage: [1] } }").first
                == "p.yaml:5:44: error: ‘stage’, a part of a name, is a word, not a list"
        )
        let same = "fragment: other\ntakes: [a, b]\nstate: { states: { $a: {}, $b: {} } }"
        #expect(
            defects("include: other\nstates: { x: { is: other, a: y, b: y } }", ["other": same]) == [
                "fragments/other.yaml:3:28: error: the key ‘y’ is repeated once its blanks are filled "
                    + "(included at p.yaml:5:20)"
            ]
        )
        #expect(
            defects("include: other\nstates: { x: { is: other, a: y, b: z, states: { w: {} } } }", ["other": same]) == [
                "p.yaml:5:39: error: the fragment ‘other’ says what states are inside: ‘states’ cannot be said anew"
            ]
        )
    }

    @Test("‘is’ wants a state, and ‘with’ transitions")
    func kinds() {
        #expect(
            defects("include: ledger\nstates: { a: { is: ledger }, b: { with: ledger } }") == [
                "p.yaml:5:20: error: the fragment ‘ledger’ is no state; a state goes ‘with’ it"
            ]
        )
        #expect(
            defects("include: inspection\nstates: { a: { with: inspection } }") == [
                "p.yaml:5:22: error: the fragment ‘inspection’ has no transitions; a state ‘is’ it"
            ]
        )
    }

    @Test("a folder's check reads every fragment, and says which no procedure includes")
    func folder() throws {
        var files = DefectFolder.sound
        files["fragments/ledger.yaml"] = "fragment: ledger\non: { accept: {} }"
        files["fragments/broken.yaml"] = "fragment: [\n"
        let folder = try TemporaryFolder(files)
        defer { folder.remove() }
        let found = folder.defects()
        #expect(found.count == 2)
        #expect(found[0].hasPrefix("fragments/broken.yaml:2:1: error: this is not YAML"))
        #expect(found[1] == "fragments/ledger.yaml:1:1: warning: no procedure includes the fragment ‘ledger’")
    }
}
