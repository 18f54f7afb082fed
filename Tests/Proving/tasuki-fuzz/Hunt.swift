import Foundation
import Fuzzing

/// One target attacked by processes that may trap or hang: each one goes on behind the input that ended the last.
struct Hunt {
    let target: String
    let seed: UInt64
    let executions: UInt64
    /// Where the attack goes on for a time, and not for a count alone.
    let seconds: Double?
    let repository: String
    let folder: String

    private(set) var findings: [String] = []
    private(set) var done: UInt64 = 0
    private var spent = Duration.zero

    /// A process that is silent for so long hangs, on however busy a machine.
    private static let silence = Duration.seconds(120)
    private static let findingLimit = 5

    init(target: String, seed: UInt64, executions: UInt64, seconds: Double?, repository: String, folder: String) {
        self.target = target
        self.seed = seed
        self.executions = executions
        self.seconds = seconds
        self.repository = repository
        self.folder = folder
    }

    var summary: String {
        let time = max(0.001, spent / .seconds(1))
        let rate = Int(Double(done) / time)
        let name = target.padding(toLength: 18, withPad: " ", startingAt: 0)
        let found = findings.isEmpty ? "" : ", \(findings.count) findings"
        return "\(name) \(done) executions, \(rate)/s\(found)"
    }

    mutating func run() async throws {
        let work = FileManager.default.temporaryDirectory.appendingPathComponent("tasuki-hunt-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: work) }
        while done < executions, seconds.map({ spent < .seconds($0) }) ?? true, findings.count < Self.findingLimit {
            let journal = work.appendingPathComponent("journal-\(done)").path
            let left = seconds.map { max(0.2, $0 - spent / .seconds(1)) }
            let began = done
            let child = Child(arguments: arguments(journal, left), repository: repository, scratch: work.path)
            let end = try await child.watch(journal: journal, silence: Self.silence)
            spent += end.active
            if let report = Journal.report(journal) {
                done += report.executions
                for (index, found) in report.findings.enumerated() {
                    try keep(found.words, URL(filePath: "\(journal).input-\(index)"), number: found.number)
                }
                return
            }
            guard let number = Journal.position(journal) else { throw Failure(target: target, words: end.words) }
            done = max(began + 1, number + 1)
            try await keepTrap(end.words, number: number, work)
        }
    }

    private func arguments(_ journal: String, _ left: Double?) -> [String] {
        [
            target, "--journal", journal, "--seed", "\(seed)", "--first", "\(done)", "--executions",
            "\(executions - done)", "--repository", repository,
        ] + (left.map { ["--seconds", "\($0)"] } ?? [])
    }

    private mutating func keepTrap(_ words: String, number: UInt64, _ work: URL) async throws {
        let shown = Child(
            arguments: [target, "--show", "\(number)", "--seed", "\(seed)", "--repository", repository],
            repository: repository,
            scratch: work.path
        )
        let input = [UInt8](try await shown.output())
        let file = work.appendingPathComponent("input")
        var least = input
        if !words.contains("hangs") {
            least = try await shorter(input, file)
        }
        try Data(least).write(to: file)
        try keep(words, file, number: number)
    }

    /// Leaves out pieces as long as a process of its own still traps; a few dozen processes at most.
    private func shorter(_ input: [UInt8], _ file: URL) async throws -> [UInt8] {
        var best = input
        var size = max(1, input.count / 2)
        var left = 60
        while size >= 1, left > 0 {
            var start = 0
            while start < best.count, left > 0 {
                left -= 1
                var candidate = best
                candidate.removeSubrange(start..<min(start + size, best.count))
                try Data(candidate).write(to: file)
                let child = Child(
                    arguments: [target, "--replay", file.path, "--repository", repository],
                    repository: repository,
                    scratch: file.deletingLastPathComponent().path
                )
                if try await child.traps() { best = candidate } else { start += size }
            }
            size /= 2
        }
        return best
    }

    private mutating func keep(_ words: String, _ input: URL, number: UInt64) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let name = "\(folder)/\(target)-\(seed)-\(number).bin"
        try? FileManager.default.removeItem(atPath: name)
        try FileManager.default.copyItem(atPath: input.path, toPath: name)
        findings.append("\(words.prefix(400)) [\(name)]")
    }

    /// The target cannot be attacked at all.
    struct Failure: Error, CustomStringConvertible {
        let target: String
        let words: String

        var description: String { "\(target) does not begin: \(words)" }
    }
}
