import Foundation
import Views

/// Asks a person one thing after the other on standard error, and takes the answers from standard input, a line each.
///
/// The same lines may come from a file: then what is no answer ends the interview instead of being asked again.
struct Interview {
    struct Choice {
        /// What is written down.
        let value: String
        let label: String
    }

    /// The input came to its end before the answer.
    struct Ended: Error {}

    let labels: Labels
    let isInteractive: Bool
    let nextLine: () -> String?

    init(
        labels: Labels,
        isInteractive: Bool = Terminal.isInteractive,
        nextLine: @escaping () -> String? = { readLine() }
    ) {
        self.labels = labels
        self.isInteractive = isInteractive
        self.nextLine = nextLine
    }

    /// One of the choices, typed as its number or its word; nil where an empty line leaves it open.
    func choice(_ question: String, among choices: [Choice], mayStayOpen: Bool) throws -> String? {
        let lines = choices.enumerated().map { "  \($0.offset + 1)  \($0.element.label) [\($0.element.value)]" }
        let hint = mayStayOpen ? [labels["describe.open"]] : []
        while true {
            ask(([question] + lines + hint).joined(separator: "\n"))
            let line = try answer()
            if line.isEmpty, mayStayOpen { return nil }
            if let number = Int(line), choices.indices.contains(number - 1) { return choices[number - 1].value }
            if let found = choices.first(where: { $0.value.lowercased() == line.lowercased() }) { return found.value }
            try reject(labels.text("describe.noChoice", line, choices.map(\.value).joined(separator: ", ")))
        }
    }

    /// A text of one line; the proposal where the line is empty, or nothing where it may stay open.
    ///
    /// `defect` says what is wrong with it, nil where nothing is.
    func text(
        _ question: String,
        proposing proposal: String? = nil,
        mayStayOpen: Bool = false,
        defect: (String) -> String? = { _ in nil }
    ) throws
        -> String
    {
        while true {
            let hint = mayStayOpen ? "\n" + labels["describe.open"] : ""
            ask((proposal.map { "\(question) [\($0)]" } ?? question) + hint)
            let line = try answer()
            let text = line.isEmpty ? proposal ?? "" : line
            if text.isEmpty, mayStayOpen { return text }
            let wrong = text.isEmpty ? labels["describe.needed"] : defect(text)
            guard let wrong else { return text }
            try reject(wrong)
        }
    }

    private func ask(_ text: String) {
        Terminal.ask { width in
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            return "\n" + lines.flatMap { Self.wrapped($0, width) }.joined(separator: "\n") + "\n>"
        }
    }

    /// The line at the width of the terminal, that of a choice beside its number.
    private static func wrapped(_ line: String, _ width: Int) -> [String] {
        let indent = line.prefix { $0 == " " }
        guard !indent.isEmpty, let gap = line.range(of: "  ", range: indent.endIndex..<line.endIndex) else {
            return TextWidth.wrap(line, to: width)
        }
        return TextWidth.hanging(String(line[..<gap.lowerBound]), String(line[gap.upperBound...]), to: width)
    }

    private func answer() throws -> String {
        guard let line = nextLine() else { throw Ended() }
        return line.trimmingCharacters(in: .whitespaces)
    }

    private func reject(_ message: String) throws {
        guard isInteractive else { throw Failure(.usage, message) }
        Terminal.note(message)
    }
}
