import Definitions
import Regulation
import Submissions
import Testing

@Suite("A procedure that is written out reads back as itself")
struct WrittenOutTests {
    @Test("every shipped procedure, with its sources and to the same pin, and without what it includes")
    func shippedProcedures() throws {
        for id in try shipped.procedures().map(\.id) {
            let text = try shipped.expandedProcedure(id)
            let file = SourceFile(path: "p.yaml", text: text)
            let pin = try ConfiguredDefinitions(folder: shipped).canonicalProcedure(id)
            #expect(try PinnedForm.canonicalText(ofProcedure: file) == pin, "\(id)")
            #expect(try ProcedureReader.procedure(from: file) == shipped.procedure(id), "\(id)")
            #expect(!text.contains("include:"))
        }
    }

    @Test("words that look like something else, and letters that YAML does not take as they are")
    func oddWords() throws {
        let odd = [
            "true", "no", "On", "0", "012", "0x1F", "1e3", "-1", "2026-01-01", ".inf", "<<", "-",
            "- a", "a: b",
            "a #b", "#", " a", "a ", "[a", "{", "&a", "*a", "!a", "|", ">", "%a", "@a", "`", "?", "'", "\"", "\\",
            "a\nb",
            "\t", "\r", "\u{1}", "\u{7F}", "\u{85}", "\u{A0}", "\u{2028}", "a\u{FEFF}", "\u{FFFE}", "é", "審査", "😀",
            "e\u{301}",
        ]
        let states = "\nstates: { a: { on: { go: a } } }"
        for word in odd {
            let escaped = word.unicodeScalars.map { scalar in
                "\\U" + String(repeating: "0", count: 8 - String(scalar.value, radix: 16).count)
                    + String(scalar.value, radix: 16)
            }.joined()
            let text =
                FragmentSamples.head + "actions: { go: { by: applicant, fields: { f: [\"\(escaped)\", b] } } }" + states
            let written = try ProcedureReader.expandedText(
                of: SourceFile(path: "p.yaml", text: text),
                including: .none
            )
            let read = try ProcedureReader.procedure(from: SourceFile(path: "p.yaml", text: written))
            #expect(read.actions.first?.fields.first?.options == [word, "b"], "\(escaped)")
        }
    }
}
