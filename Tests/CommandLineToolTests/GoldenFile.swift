import Foundation
import Scenarios
import TestSupport
import Testing

/// A text that a person read over once and that must not change unnoticed.
struct GoldenFile {
    let name: String

    private var path: String { "\(Repository.folder)/Tests/Golden/\(name)" }

    /// Rewritten only on request: `TASUKI_REWRITE_GOLDEN=1`.
    static let isRewriting = ProcessInfo.processInfo.environment["TASUKI_REWRITE_GOLDEN"] == "1"

    /// Records an issue that names the first line that differs.
    func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        if Self.isRewriting {
            try FileManager.default.createDirectory(
                atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path,
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            return
        }
        guard let kept = try? String(contentsOfFile: path, encoding: .utf8) else {
            Issue.record("Tests/Golden/\(name) is missing: \(Self.remedy)", sourceLocation: sourceLocation)
            return
        }
        guard kept != text else { return }
        Issue.record("\(difference(from: kept, to: text)); \(Self.remedy)", sourceLocation: sourceLocation)
    }

    private static let remedy = "if this is meant, run the tests with TASUKI_REWRITE_GOLDEN=1 and read what changed"

    private func difference(from kept: String, to text: String) -> Comment {
        let old = kept.components(separatedBy: "\n")
        let new = text.components(separatedBy: "\n")
        let line = zip(old, new).prefix { $0 == $1 }.count
        let was = line < old.count ? old[line] : "(the end)"
        let `is` = line < new.count ? new[line] : "(the end)"
        return "Tests/Golden/\(name):\(line + 1) was ‘\(was)’ and is ‘\(`is`)’"
    }
}
