import ArgumentParser
import Foundation
import Views

/// Ends a run that the parser ended: with help, or with what is wrong about a command line.
struct Guide {
    let language: Language
    let arguments: [String]

    /// For a command line that cannot be read there is no `--config` yet, so it is looked for among the words.
    var phrases: Phrases {
        Phrases.read(language, configuration: Language.value(of: "--config", in: arguments))
    }

    func end(with error: any Error) -> Never {
        guard language != .en, !(error is ExitCode) else { TasukiCommand.exit(withError: error) }
        let code = TasukiCommand.exitCode(for: error)
        let text = TasukiCommand.fullMessage(for: error, columns: 10_000)
        if code != .success {
            Terminal.note(phrases.translated(text))
        } else if text.hasPrefix("OVERVIEW: "), let page = try? page() {
            Terminal.print { page.text(width: $0) }
        } else {
            Terminal.print(text)
        }
        TasukiCommand.exit(withError: code)
    }

    private func page() throws -> HelpPage {
        let path = try CommandOutline.program().path(of: arguments)
        return HelpPage(phrases: phrases, path: path, usage: Self.usage(of: path.dropFirst().map(\.commandName)))
    }

    /// How a command is called, as the parser writes it.
    static func usage(of names: [String]) -> String {
        var command: any ParsableCommand.Type = TasukiCommand.self
        for name in names {
            command = command.configuration.subcommands.first { $0._commandName == name } ?? command
        }
        return TasukiCommand.usageString(for: command)
    }
}
