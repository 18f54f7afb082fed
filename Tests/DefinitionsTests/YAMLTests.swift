import Definitions
import Statecharts
import Testing

@Suite("Text that is no good YAML is a defect with a place")
struct YAMLTests {
    @Test("a syntax error is reported where it is noticed")
    func syntax() {
        #expect(
            chartDefects("states:\n  a: [\n") == [
                "c.yaml:3:1: error: this is not YAML: while parsing a flow node did not find expected node content"
            ]
        )
        #expect(chartDefects("states: { a: b: c }").first?.hasPrefix("c.yaml:1:15: error: this is not YAML") == true)
        let second = "c.yaml:2:1: error: a second document begins here; a file has one"
        #expect(chartDefects("a: 1\n---\nb: 2\n").contains(second))
        #expect(chartDefects("") == ["c.yaml:1:1: error: the file is empty"])
        #expect(chartDefects("# only a comment\n") == ["c.yaml:1:1: error: the file is empty"])
    }

    @Test("repeated keys are reported with both lines, and hide no other defect")
    func repeatedKeys() {
        #expect(
            chartDefects(
                """
                states:
                  a: { on: { x: a, "x": b, x: a } }
                  b: {}
                  状態: {}
                  a: {}
                states: {}
                """
            ) == [
                "c.yaml:2:20: error: the key ‘x’ is repeated; it is in line 2 already",
                "c.yaml:2:28: error: the key ‘x’ is repeated; it is in line 2 already",
                "c.yaml:4:3: error: ‘状態’ is no name for a state: letters, digits, ‘.’, ‘-’ and ‘_’",
                "c.yaml:5:3: error: the key ‘a’ is repeated; it is in line 2 already",
                "c.yaml:6:1: error: the key ‘states’ is repeated; it is in line 1 already",
            ]
        )
    }

    @Test("what ends a line for some readers only is refused, as places after it would be told wrong")
    func oddLineEnds() {
        let message = "error: this character ends a line for some readers only; write it as an escape, in quotes"
        for character in ["\u{85}", "\u{2028}", "\u{2029}"] {
            #expect(chartDefects("states:\n  a: {}\(character)  b: {}\n") == ["c.yaml:2:8: \(message)"])
        }
        #expect(chartDefects(#"states: { a: { on: { "x\u2028": b } } }"#).first?.contains("some readers") == false)
    }

    @Test("columns count letters, not bytes")
    func columns() {
        #expect(
            chartDefects("description: \"審査\"\nstates: { a: { on: { 審査: a }, tun: x } }") == [
                "c.yaml:2:22: error: ‘審査’ is no name for an event: letters, digits, ‘.’, ‘-’ and ‘_’",
                "c.yaml:2:31: error: unknown key ‘tun’ in the state ‘a’",
            ]
        )
    }

    @Test("ten lines of aliases do not become a billion nodes")
    func aliasBomb() {
        var text = "x0: &x0 [a, a, a, a, a, a, a, a, a, a]\n"
        for level in 1...9 {
            let references = Array(repeating: "*x\(level - 1)", count: 10).joined(separator: ", ")
            text += "x\(level): &x\(level) [\(references)]\n"
        }
        #expect(chartDefects(text).contains { $0.hasSuffix("the file is too large") })
    }

    @Test("nesting has an end")
    func nesting() {
        let deep = String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
        #expect(chartDefects("states: \(deep)").contains { $0.hasSuffix("this is nested too deep") })
    }

    @Test("an alias repeats what it names")
    func aliases() throws {
        let text = "states: { a: { on: &on { x: b } }, b: { on: *on } }"
        let chart = try ProcedureReader.chart(from: SourceFile(path: "c.yaml", text: text))
        #expect(chart.state("b")?.transitions.map(\.targets) == [["b"]])
    }
}
