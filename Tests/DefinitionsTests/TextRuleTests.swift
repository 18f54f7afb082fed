import Definitions
import Regulation
import Submissions
import Testing

@Suite("A procedure says where it keeps what is known of its text")
struct TextRuleTests {
    private static func procedure(_ text: String) -> String {
        """
        procedure: p
        status: law
        sources: [{ text: "made up", confidence: confirmed }]
        \(text)
        actions:
          hand: { by: applicant, fields: { to: [public], c: claims } }
        states:
          s:
            on:
              hand: { do: [{ set: reader, from: to }, { set: said, from: c }, { fact.set: out }] }
            always: [{ if: [{ telling: forbidden }], to: e }]
          e: {}
        """
    }

    @Test("the variables and facts are those that it names, of which only the readers and the claims must be named")
    func named() throws {
        let text = Self.procedure("text: { audience: reader, claims: said, released: out }")
        let procedure = try ProcedureReader.procedure(from: SourceFile(path: "p.yaml", text: text))
        #expect(procedure.text == TextRule(audience: "reader", claims: "said", released: "out"))
        let pinned = try PinnedForm.canonicalText(ofProcedure: SourceFile(path: "p.yaml", text: text))
        #expect(try PinnedForm.procedure(fromCanonical: pinned).text == procedure.text)
    }

    @Test("what is asked of a text that nothing keeps, or of what nothing sets, is a defect")
    func defective() {
        #expect(
            procedureDefects(Self.procedure("shown: [reader, said]")) == [
                "p.yaml:11:21: error: the procedure asks what may be told, and has no ‘text’"
            ]
        )
        #expect(
            procedureDefects(Self.procedure("text: { audience: readers, claims: said, trusted: outt }")) == [
                "p.yaml:4:9: error: nothing sets the variable ‘readers’; did you mean ‘reader’?",
                "p.yaml:4:42: error: nothing sets the fact ‘outt’; did you mean ‘out’?",
            ]
        )
    }
}
