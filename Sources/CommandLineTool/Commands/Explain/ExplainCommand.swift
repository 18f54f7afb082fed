import ArgumentParser

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain why something is as it is.",
        subcommands: [ExplainDate.self]
    )
}
