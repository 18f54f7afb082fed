import Foundation
import Scenarios
import TestSupport

/// A page of the repository that a test follows as a reader would, block by block.
///
/// - `sh` is run, and every command of it ends with 0, unless the page itself says `||`; only `Scripts/start` and
///   `Scripts/test` are not, for they build, and lead to the very test that follows the page;
/// - `text` is what the `sh` block right above it prints (``ShownOutput``);
/// - `diff` is an edit (``FileEdit``);
/// - `yaml` is a new file, whose first line is its path as a comment.
///
/// Paths are those of the folder in which the commands run. Any other block is a fault.
struct Walkthrough {
    struct Step: Equatable {
        let line: Int
        let section: String
        let action: Action
    }

    enum Action: Equatable {
        case run([String], shows: ShownOutput?)
        case edit(FileEdit)
        case write(path: String, String)
    }

    let steps: [Step]

    /// Reads a page by its path in the repository; what it calls `127.0.0.1:8080` is served by `server`.
    init(of name: String, server: String = "127.0.0.1:8080") throws {
        let page = try String(contentsOfFile: "\(Repository.folder)/\(name)", encoding: .utf8)
        try self.init(page: page.replacing("127.0.0.1:8080", with: server))
    }

    init(page: String) throws(WalkthroughFault) {
        var steps: [Step] = []
        for block in try MarkdownBlock.all(in: page) {
            let action: Action
            switch block.language {
            case "sh":
                if block.lines.allSatisfy({ $0.hasPrefix("./Scripts/start ") || $0.hasPrefix("./Scripts/test ") }) {
                    continue
                }
                action = .run(block.lines, shows: nil)
            case "diff": action = .edit(try FileEdit(block))
            case "yaml":
                guard let path = block.lines.first?.wholeMatch(of: /# (\S+)/)?.1 else {
                    throw .malformed(line: block.line)
                }
                action = .write(path: String(path), block.lines.joined(separator: "\n") + "\n")
            case "text":
                guard let last = steps.last, case .run(let commands, shows: nil) = last.action else {
                    throw .nothingRun(line: block.line)
                }
                action = .run(commands, shows: ShownOutput(lines: block.lines, line: block.line))
                steps.removeLast()
            default: throw .unread(line: block.line, "```\(block.language)")
            }
            steps.append(Step(line: block.line, section: block.section, action: action))
        }
        self.steps = steps
    }

    /// Takes every step; what fails ends the walk.
    ///
    /// - Returns: where an output is not as shown, each with its line of the page.
    func follow(in session: inout ShellSession) async throws -> [String] {
        var differences: [String] = []
        for step in steps {
            switch step.action {
            case .run(let commands, let shown):
                let outcome = try await session.run(commands)
                guard outcome.code == 0 else {
                    throw WalkthroughFault.failed(line: step.line, code: outcome.code, printed: outcome.output)
                }
                if let difference = try shown?.difference(from: outcome.output) {
                    differences.append("\(difference), printed is:\n\(outcome.output)")
                }
            case .edit(let edit):
                let file = URL(fileURLWithPath: edit.path, relativeTo: URL(fileURLWithPath: session.folder + "/"))
                let text = try String(contentsOf: file, encoding: .utf8)
                try Data(try edit.applied(to: text).utf8).write(to: file)
            case .write(let path, let text):
                let file = URL(fileURLWithPath: path, relativeTo: URL(fileURLWithPath: session.folder + "/"))
                guard !FileManager.default.fileExists(atPath: file.path) else {
                    throw WalkthroughFault.exists(line: step.line, path: path)
                }
                try Data(text.utf8).write(to: file)
            }
        }
        return differences
    }
}
