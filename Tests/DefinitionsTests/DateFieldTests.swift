import Definitions
import Regulation
import Submissions
import Testing

@Suite("Every date field says where its date lies")
struct DateFieldTests {
    private func procedure(_ fields: String) -> String {
        """
        procedure: made-up
        status: law
        sources: [{ text: "made up", asOf: "2026-11", confidence: unconfirmed }]
        actions:
          note: { by: applicant, fields: { \(fields) } }
        initial: open
        states:
          open: { turn: applicant, on: { note: open } }
        """
    }

    private func read(_ fields: String) throws -> [Field] {
        let text = procedure(fields)
        let procedure = try ProcedureReader.procedure(from: SourceFile(path: "p.yaml", text: text))
        return procedure.actions[0].fields
    }

    @Test("in the procedure, with how far, and before which others")
    func read() throws {
        let fields = try read(
            "began: { kind: date, lies: past, within: 18 months, notAfter: [ended, told] }, "
                + "ended: { kind: date, lies: either }, told: { kind: date, lies: after, within: 1 day }, plain: date"
        )
        #expect(fields[0].lies == DateRule(.past, within: .init(18, .months), notAfter: ["ended", "told"]))
        #expect(fields[1].lies == DateRule(.either))
        #expect(fields[2].lies == DateRule(.after, within: .init(1, .days)))
        #expect(fields[3].lies == nil)
        #expect(fields.allSatisfy { $0.kind == .date && $0.isRequired })
        let next = try read("on: { kind: date, lies: either, follows: { last: retention, within: 18 months } }")
        #expect(next[0].lies?.follows == .init(.retention, within: .init(18, .months)))
    }

    @Test("what is said wrongly is told with its place and what may be said")
    func defects() {
        let texts: [(String, String)] = [
            ("on: { kind: date, lies: passed }", "‘lies’ is past, future, after or either, not ‘passed’"),
            ("on: { kind: date, within: 3 years }", "‘within’ says more of ‘lies’, which is missing"),
            ("on: { kind: date, lies: past, within: ten years }", "‘within’ is a span such as 10 years"),
            ("on: { kind: date, lies: past, within: 0 days }", "‘within’ is a span such as 10 years"),
            ("on: { kind: date, lies: past, until: 3 }", "unknown key ‘until’ in the field ‘on’"),
            ("on: { lies: past }", "the field ‘on’ has no ‘kind’"),
            ("on: { kind: text, lies: past }", "a mapping says where a date lies, and ‘on’ is text"),
            ("on: { kind: date, lies: past, notAfter: of }, off: { kind: date, lies: past }", "did you mean ‘off’?"),
            ("on: { kind: date, lies: past, notAfter: on }", "the action has no other date ‘on’"),
            (
                "on: { kind: date, lies: either, follows: { last: fee, within: 1 year } }",
                "‘last’ is condition, commitment, report"
            ),
            ("on: { kind: date, lies: either, follows: { last: retention } }", "‘follows’ has no ‘within’"),
            (
                "on: { kind: date, follows: { last: retention, within: 1 year } }",
                "‘follows’ says more of ‘lies’, which is missing"
            ),
        ]
        for (fields, message) in texts {
            let found = procedureDefects(procedure(fields))
            #expect(found.contains { $0.hasPrefix("p.yaml:5:") && $0.contains(message) }, "\(fields): \(found)")
        }
    }

    @Test("one that does not say it is named by the check, and by nothing that was pinned before")
    func unsaid() throws {
        let file = SourceFile(path: "p.yaml", text: procedure("on: date"))
        let found = ProcedureReader.defects(of: file, including: .none).filter {
            $0.description.contains("the date ‘on’ does not say where it lies")
        }
        #expect(found.map(\.severity) == [.warning])
        let canonical = try PinnedForm.canonicalText(ofProcedure: file)
        #expect(try PinnedForm.procedure(fromCanonical: canonical).actions[0].fields[0].lies == nil)
    }

    @Test("every date of the shipped procedures says it, and stays itself in the pinned form")
    func shippedFields() throws {
        var count = 0
        for procedure in try shipped.procedures() {
            for field in procedure.actions.flatMap(\.fields) where field.kind == .date {
                #expect(field.lies != nil, "\(procedure.id) \(field.name)")
                count += 1
            }
        }
        #expect(count > 30)
        let text = try #require(try ConfiguredDefinitions(folder: shipped).canonicalProcedure("safety-notice"))
        let record = try PinnedForm.procedure(fromCanonical: text).action("record")
        let occurred = record?.fields.first { $0.name == "occurredOn" }
        #expect(occurred?.lies == DateRule(.past, within: .init(50, .years), notAfter: ["awareOn"]))
    }
}
