import ArgumentParser
import Foundation

/// A command with its options and subcommands, as the parser tells of them.
struct CommandOutline: Decodable {
    struct Name: Decodable {
        let kind: String
        let name: String

        /// As it is typed.
        var text: String { (kind == "long" ? "--" : "-") + name }
    }

    struct Argument: Decodable {
        let kind: String
        let shouldDisplay: Bool
        let isOptional: Bool
        let isRepeating: Bool
        let names: [Name]?
        let valueName: String?
        let defaultValue: String?
        let allValues: [String]?
        let abstract: String?

        var isPositional: Bool { kind == "positional" }

        /// `--on <on>`, `<case>` or `--yes`.
        var label: String {
            let value = "<\(valueName ?? "")>"
            guard !isPositional else { return value }
            let names = (names ?? []).map(\.text).joined(separator: ", ")
            return kind == "flag" ? names : "\(names) \(value)"
        }

        /// What may be written, where that is a choice.
        var values: [String] { allValues ?? [] }
    }

    private struct Tool: Decodable {
        let command: CommandOutline
    }

    let commandName: String
    let shouldDisplay: Bool
    let abstract: String?
    let discussion: String?
    let subcommands: [CommandOutline]?
    let arguments: [Argument]?

    /// The whole program.
    static func program() throws -> CommandOutline {
        try JSONDecoder().decode(Tool.self, from: Data(TasukiCommand._dumpHelp().utf8)).command
    }

    /// The commands that a command line goes through, the program first; options are passed over.
    func path(of arguments: [String]) -> [CommandOutline] {
        var path = [self]
        for word in arguments.prefix(while: { $0 != "--" }) where !word.hasPrefix("-") {
            if word == "help", path.count == 1 { continue }
            guard let next = path.last?.displayed.first(where: { $0.commandName == word }) else { break }
            path.append(next)
        }
        return path
    }

    /// Those that help shows; the parser's own `help` is not among them.
    var displayed: [CommandOutline] {
        (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
    }
}
