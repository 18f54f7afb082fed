import Definitions
import Regulation
import Statecharts
import Submissions
import Testing

@Suite("A procedure declares what it uses and uses what it declares")
struct ProcedureTests {
    private static let sound = """
        procedure: p
        status: law
        sources: [{ text: "made up", confidence: confirmed }]
        clocks: [review]
        actions:
          go: { by: [applicant, clerk@hub, officer@assesses], documents: required, optional: { by: date } }
        states:
          a:
            turn: assesses
            deadline: { after: answer, raise: late }
            entry: [{ clock.start: review, at: filed }]
            on: { go: b, late: b, done.state.c: b }
          b: {}
          c: { states: { d: { final: true } } }
        """

    @Test("who may act, with what, whose turn it is and until when")
    func sound() throws {
        let procedure = try ProcedureReader.procedure(from: SourceFile(path: "p.yaml", text: Self.sound))
        #expect(
            procedure.actions == [
                ActionRule(
                    name: "go",
                    performers: [.applicant, .hub("clerk"), .role("officer", of: .assesses)],
                    fields: [Field(name: "by", kind: .date, isRequired: false)],
                    documents: .required
                )
            ]
        )
        #expect(
            procedure.details == [
                "a": StateDetail(
                    turn: .body(.assesses),
                    deadline: DeadlineRule(due: .period("answer"), raises: "late")
                )
            ]
        )
    }

    @Test("a deadline follows a date, a period, a period from a date, or a period where no date is set")
    func deadlines() throws {
        let forms: [(String, DeadlineRule.Due)] = [
            ("{ after: answer, raise: late }", .period("answer")),
            ("{ of: due, raise: late }", .variable("due")),
            ("{ of: due, after: answer, raise: late }", .variablePlus("due", "answer")),
            ("{ of: due, else: answer, raise: late }", .variableElse("due", "answer")),
        ]
        for (text, due) in forms {
            let edited = Self.sound.replacing("{ after: answer, raise: late }", with: text)
                .replacing("entry: [", with: "entry: [{ set: due, to: today }, ")
            let procedure = try ProcedureReader.procedure(from: SourceFile(path: "p.yaml", text: edited))
            #expect(procedure.details["a"]?.deadline == DeadlineRule(due: due, raises: "late"), "\(text)")
        }
    }

    @Test("what is declared and not used, or used and not declared, is named")
    func edits() {
        let edits: [(String, String, [String])] = [
            ("procedure: p\n", "", ["p.yaml:1:1: error: a procedure has no ‘procedure’"]),
            (
                "status: law", "status: lwa",
                ["p.yaml:2:9: error: ‘status’ is law, practice or proposal, not ‘lwa’; did you mean ‘law’?"]
            ),
            (
                "sources: [{ text: \"made up\", confidence: confirmed }]", "sources: []",
                ["p.yaml:3:1: error: ‘sources’ is empty"]
            ),
            (
                "sources:", "suorces:",
                [
                    "p.yaml:1:1: error: a procedure has no ‘sources’",
                    "p.yaml:3:1: error: unknown key ‘suorces’ in a procedure; did you mean ‘sources’?",
                ]
            ),
            (", confidence: confirmed", "", ["p.yaml:3:11: error: a source has no ‘confidence’"]),
            (
                "clocks: [review]", "clocks: [review, other]",
                ["p.yaml:4:18: error: the clock ‘other’ is declared, but nothing starts or stops it"]
            ),
            (
                "go: {", "went: {",
                [
                    "p.yaml:6:3: error: the action ‘went’ is declared, but no transition uses it",
                    "p.yaml:12:11: error: nothing sends or declares ‘go’",
                ]
            ),
            (
                "on: { go:", "on: { gone:",
                [
                    "p.yaml:6:3: error: the action ‘go’ is declared, but no transition uses it",
                    "p.yaml:12:11: error: nothing sends or declares ‘gone’; did you mean ‘go’?",
                ]
            ),
            (
                "go: {", "g.o: {",
                [
                    "p.yaml:6:3: error: the action ‘g.o’ is declared, but no transition uses it; did you mean ‘go’?",
                    "p.yaml:6:3: error: ‘g.o’ is no name for an action: it has no dot, as messages have",
                    "p.yaml:12:11: error: nothing sends or declares ‘go’; did you mean ‘g.o’?",
                ]
            ),
            (
                "late: b", "lat.e: b",
                [
                    "p.yaml:10:39: error: no transition handles ‘late’, which the deadline raises; did you mean ‘lat.e’?"
                ]
            ),
            ("after: answer", "of: answerBy", ["p.yaml:10:17: error: nothing sets the variable ‘answerBy’"]),
            (
                "after: answer, ", "",
                [
                    "p.yaml:10:15: error: a deadline has ‘of’, a variable, or ‘after’, a period of the route, "
                        + "or ‘of’ with one of ‘after’ and ‘else’"
                ]
            ),
            (
                "done.state.c", "done.state.cc",
                ["p.yaml:12:27: error: there is no state ‘cc’; did you mean ‘c’?"]
            ),
            (
                "clerk@hub", "clerk@hubb",
                [
                    "p.yaml:6:25: error: no body ‘hubb’: reviews, decides, advises, assesses or hub; did you mean ‘hub’?"
                ]
            ),
            (
                "[applicant,", "[aplicant,",
                [
                    "p.yaml:6:14: error: "
                        + "‘by’ is applicant or a role such as officer@reviews, not ‘aplicant’; did you mean ‘applicant’?"
                ]
            ),
            (
                "documents: required", "documents: requird",
                [
                    "p.yaml:6:66: error: "
                        + "‘documents’ is none, optional or required, not ‘requird’; did you mean ‘required’?"
                ]
            ),
            (
                "turn: assesses", "turn: asesses",
                [
                    "p.yaml:9:11: error: ‘turn’ is applicant, hub, reviews, decides, advises, assesses, others or "
                        + "nobody, not ‘asesses’; did you mean ‘assesses’?"
                ]
            ),
        ]
        for (old, new, expected) in edits {
            let text = Self.sound.replacing(old, with: new, maxReplacements: 1)
            #expect(text != Self.sound)
            #expect(procedureDefects(text) == expected, "\(new)")
        }
    }
}
