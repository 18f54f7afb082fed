import Views

/// What `--help` shows in another language than English, in which the parser itself writes it.
///
/// The texts are those of the commands, put into the language by ``Phrases``; what no phrase says is shown in English.
struct HelpPage {
    let phrases: Phrases
    /// The program, and the commands below it.
    let path: [CommandOutline]
    /// The command line in short, as the parser writes it.
    let usage: String

    private static let labelWidth = 26

    func text(width: Int) -> String {
        guard let command = path.last else { return "" }
        var parts = [said("OVERVIEW: \(command.abstract ?? "")").wrapped(to: width)]
        if let discussion = command.discussion, !discussion.isEmpty {
            parts.append(Self.lines(of: discussion).map { line($0).wrapped(to: width) }.joined(separator: "\n"))
        }
        parts.append(said("USAGE: \(usage)").wrapped(to: width))
        let arguments = (command.arguments ?? []).filter(\.shouldDisplay)
        parts += section("ARGUMENTS:", arguments.filter(\.isPositional).map(entry), width)
        parts += section("OPTIONS:", arguments.filter { !$0.isPositional }.map(entry), width)
        let commands = command.displayed
        parts += section("SUBCOMMANDS:", commands.map { ($0.commandName, said($0.abstract ?? "")) }, width)
        if !commands.isEmpty {
            let name = ([path[0].commandName, "help"] + path.dropFirst().map(\.commandName)).joined(separator: " ")
            parts.append(said("See '\(name) <subcommand>' for detailed help.").wrapped(to: width))
        }
        return parts.joined(separator: "\n\n")
    }

    /// The lines of a discussion, which the program has one to a paragraph or example.
    static func lines(of discussion: String) -> [String] {
        discussion.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// An example with a remark behind it, in its two parts; nil for any other line.
    static func remark(in line: String) -> (command: String, remark: String)? {
        line.wholeMatch(of: /( {2}tasuki .*? {2,})(\S.*)/).map { (String($0.1), String($0.2)) }
    }

    private func line(_ line: String) -> String {
        if let (command, remark) = Self.remark(in: line) { return command + said(remark) }
        return line.hasPrefix("  ") ? line : said(line)
    }

    private func entry(_ argument: CommandOutline.Argument) -> (label: String, text: String) {
        var remarks: [String] = []
        if !argument.values.isEmpty { remarks.append(said("values: \(argument.values.joined(separator: ", "))")) }
        if let value = argument.defaultValue, !value.isEmpty { remarks.append(said("default: \(value)")) }
        let joined = remarks.joined(separator: said("; "))
        let text = said(argument.abstract ?? "")
        return (argument.label, joined.isEmpty ? text : text + said(" (\(joined))"))
    }

    private func section(_ title: String, _ entries: [(label: String, text: String)], _ width: Int) -> [String] {
        guard !entries.isEmpty else { return [] }
        let indent = String(repeating: " ", count: Self.labelWidth)
        let lines = entries.flatMap { label, text -> [String] in
            let label = "  " + label
            let text = TextWidth.wrap(text, to: max(20, width - Self.labelWidth))
            guard TextWidth.columns(of: label) < Self.labelWidth else { return [label] + text.map { indent + $0 } }
            let first = label + String(repeating: " ", count: Self.labelWidth - TextWidth.columns(of: label))
            return zip([first] + text.dropFirst().map { _ in indent }, text).map { $0 + $1 }
        }
        return [([said(title)] + lines).joined(separator: "\n")]
    }

    private func said(_ text: String) -> String { phrases.translated(text) }
}

extension String {
    /// Over as many lines as it takes; what is indented stays so.
    fileprivate func wrapped(to width: Int) -> String { TextWidth.wrap(self, to: width).joined(separator: "\n") }
}
