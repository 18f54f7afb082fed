import ArgumentParser
import Definitions
import Engine
import Regulation
import Statecharts
import Submissions
import Views

struct ProcedureShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a procedure: its states, who may do what, and where each action leads.",
        discussion: """
            A procedure is written with fragments that several share. --expanded prints it as YAML with everything that \
            its fragments give, as it is checked and as cases are bound to it.

            EXAMPLES
              tasuki procedure show reliance --lang ja
              tasuki procedure show reliance --expanded
            """
    )

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The procedure.")
    var procedure: String

    @Flag(help: "Print the whole procedure as YAML, with its fragments put in.")
    var expanded = false

    func run() async throws {
        let labels = try global.reporting(nil) { try global.labels() }
        try global.reporting(labels) {
            let found = try global.procedure(procedure)
            guard !expanded else {
                Terminal.print(try global.configuration().expandedProcedure(found.id).trimmedEnd)
                return
            }
            Terminal.print(
                "\(found.id) – \(labels["procedures.\(found.id)"]) · \(labels["standing.\(found.standing.rawValue)"])"
            )
            for source in found.sources {
                let details = [
                    source.url, source.asOf?.description, labels["confidence.\(source.confidence.rawValue)"],
                ]
                let line = "\(source.text) (\(details.compactMap { $0 }.joined(separator: ", ")))"
                for part in TextWidth.wrap(line, to: Terminal.width - 2) { Terminal.print("  " + part) }
            }
            var actions = Table(["action", "by", "fields"].map { labels["columns.\($0)"] })
            for rule in found.actions {
                let fields = rule.fields.map { $0.isRequired ? "\($0.name)" : "[\($0.name)]" }
                actions.add([
                    "\(rule.name) – \(labels["actions.\(found.id).\(rule.name)"])",
                    rule.performers.map { labels.words(for: $0) }.joined(separator: ", "),
                    (fields + (rule.documents == .required ? ["--document"] : [])).joined(separator: " "),
                ])
            }
            Terminal.print("\n" + actions.text(width: Terminal.width))
            var states = Table(["state", "event", "target"].map { labels["columns.\($0)"] })
            for state in found.chart.states {
                let depth = String(repeating: "  ", count: found.chart.ancestors(of: state.id).count)
                states.add(["\(depth)\(state.id) – \(labels["states.\(found.id).\(state.id)"])", "", ""])
                for transition in state.transitions {
                    let condition = found.guards[transition.tag].map { " [\(GuardNotation.text($0))]" } ?? ""
                    states.add([
                        "", (transition.event?.rawValue ?? "–") + condition,
                        transition.targets.isEmpty ? "–" : transition.targets.map(\.rawValue).joined(separator: ", "),
                    ])
                }
            }
            Terminal.print("\n" + states.text(width: Terminal.width))
        }
    }
}

extension GlobalOptions {
    func procedure(_ id: String) throws -> Procedure {
        let all = try configuration().procedures()
        guard let found = all.first(where: { $0.id.rawValue == id }) else {
            throw EngineError.noSuchProcedure(ProcedureID(id), known: all.map(\.id))
        }
        return found
    }
}
