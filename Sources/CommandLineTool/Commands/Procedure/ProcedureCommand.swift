import ArgumentParser

struct ProcedureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "procedure",
        abstract: "List, show, check, draw and try procedures.",
        subcommands: [
            ProcedureList.self, ProcedureShow.self, ProcedureCheck.self, ProcedureDiagram.self, ProcedureTrace.self,
        ]
    )
}
