import ArgumentParser
import Definitions
import Engine
import Regulation
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
            Terminal.print { ProcedureText(labels: labels).text(found, width: $0) }
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
