import Engine
import Regulation
import Statecharts
import Submissions
import Views

/// A procedure as a Mermaid `stateDiagram-v2`.
struct MermaidDiagram {
    let procedure: Procedure
    let labels: Labels

    var text: String {
        var lines = ["stateDiagram-v2"]
        lines += procedure.chart.initial.map { "    [*] --> \(name($0))" }
        for state in procedure.chart.states where state.parent == nil { lines += declaration(state, depth: 1) }
        for state in procedure.chart.states {
            for transition in state.transitions { lines += arrows(transition) }
            if state.kind == .final, state.parent == nil { lines.append("    \(name(state.id)) --> [*]") }
        }
        return lines.joined(separator: "\n")
    }

    private func declaration(_ state: Statechart.State, depth: Int) -> [String] {
        let indent = String(repeating: "    ", count: depth)
        let label = labels["states.\(procedure.id).\(state.id)"].replacing("\"", with: "'")
        let head = "\(indent)state \"\(label)\" as \(name(state.id))"
        guard !state.children.isEmpty else { return [head] }
        var lines = [head + " {"]
        let children = state.children.compactMap { procedure.chart.state($0) }
        for (position, child) in children.enumerated() {
            if state.kind == .parallel, position > 0 { lines.append(indent + "    --") }
            lines += declaration(child, depth: depth + 1)
        }
        if state.kind == .compound { lines += state.initial.map { "\(indent)    [*] --> \(name($0))" } }
        return lines + [indent + "}"]
    }

    private func arrows(_ transition: Statechart.Transition) -> [String] {
        let targets = transition.targets.isEmpty ? [transition.source] : transition.targets
        let event = transition.event?.rawValue ?? ""
        let condition = procedure.guards[transition.tag] == nil ? "" : " [if]"
        let label = (event + condition).isEmpty ? "" : " : \(event)\(condition)"
        return targets.map { "    \(name(transition.source)) --> \(name($0))\(label)" }
    }

    /// Mermaid ids hold letters, digits and underscores.
    private func name(_ id: StateID) -> String {
        String(id.rawValue.map { $0 == "." || $0 == "-" ? "_" : $0 })
    }
}
