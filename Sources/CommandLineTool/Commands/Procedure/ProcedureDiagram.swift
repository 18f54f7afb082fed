import ArgumentParser
import Engine
import Regulation
import Submissions

struct ProcedureDiagram: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diagram",
        abstract: "Draw a procedure as a Mermaid state diagram.",
        discussion: "EXAMPLE\n  tasuki procedure diagram reliance > reliance.mmd"
    )

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The procedure.")
    var procedure: String

    func run() async throws {
        let labels = try global.reporting(nil) { try global.labels() }
        try global.reporting(labels) {
            Terminal.print(MermaidDiagram(procedure: try global.procedure(procedure), labels: labels).text)
        }
    }
}
