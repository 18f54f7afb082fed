import CanonicalJSON
import Foundation
import Regulation
import Scenarios
import Statecharts
import Submissions
import TestSupport
import Testing

@testable import Engine

/// Event histories as released versions wrote them, one leaf a line, in `Tests/Histories`.
///
/// The demo of this version is recorded by a run with `TASUKI_RECORD_HISTORY=1` while it has no file yet. Until 1.0 it is
/// the only one, and is recorded anew where a change edits the form; from 1.0 on no file is edited.
@Suite("Histories of released versions replay for ever", .serialized, .timeLimit(.minutes(30)))
struct HistoryFileTests {
    @Test("every line of every history is read, and written again as the same bytes, but for an older version")
    func lines() async throws {
        for history in try await histories() {
            for (index, line) in history.lines.enumerated() {
                let leaf = try JSONValue(parsing: line.utf8)
                #expect(leaf.canonicalText() == line, "\(history.name):\(index + 1)")
                guard case .event(let record, of: let submission) = try LogEntry(leaf: leaf) else { continue }
                let written = EventCodec.encode(record, of: submission)
                #expect(try written == Upcaster.released.lift(leaf), "\(history.name):\(index + 1)")
            }
        }
    }

    @Test("every history replays to the cases, clocks and approvals that were recorded beside it")
    func replay() async throws {
        for history in try await histories() {
            let recorded = try String(contentsOf: history.summaryFile, encoding: .utf8)
            let replayed = try summary(of: history.lines)
            #expect(try JSONValue(parsing: recorded.utf8) == replayed, "\(history.name): \(replayed.prettyText())")
        }
    }

    @Test("a state that was recorded otherwise is noticed")
    func sensitivity() async throws {
        let history = try #require(await histories().first)
        let shortened = try summary(of: history.lines.dropLast(10))
        #expect(try shortened != summary(of: history.lines))
    }

    private static let isRecording = ProcessInfo.processInfo.environment["TASUKI_RECORD_HISTORY"] == "1"
}

extension HistoryFileTests {
    private struct History {
        static let folder = URL(fileURLWithPath: "\(Repository.folder)/Tests/Histories")

        let name: String
        var lines: [String] = []

        var file: URL { Self.folder.appendingPathComponent("\(name).jsonl") }
        var summaryFile: URL { Self.folder.appendingPathComponent("\(name).summary.json") }

        init(name: String) { self.name = name }

        mutating func read() throws {
            lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        }
    }

    /// Every history in the folder; there is always one.
    private func histories() async throws -> [History] {
        if Self.isRecording { try await record(History(name: "0.2.0-demo")) }
        let names = try FileManager.default.contentsOfDirectory(atPath: History.folder.path)
            .filter { $0.hasSuffix(".jsonl") }.sorted()
        try #require(!names.isEmpty)
        return try names.map { name in
            var history = History(name: String(name.dropLast(".jsonl".count)))
            try history.read()
            return history
        }
    }

    private func record(_ history: History) async throws {
        guard !FileManager.default.fileExists(atPath: history.file.path) else { return }
        let workspace = try await TestWorkspace.demo()
        let leaves = try await workspace.tasuki.store.read { try $0.leaves(from: 0, limit: 10_000) }
        try await workspace.remove()
        let lines = leaves.map { String(decoding: $0.bytes, as: UTF8.self) }
        try FileManager.default.createDirectory(at: History.folder, withIntermediateDirectories: true)
        try Data(lines.map { "\($0)\n" }.joined().utf8).write(to: history.file)
        try Data("\(summary(of: lines).prettyText())\n".utf8).write(to: history.summaryFile)
    }

    /// Where the submissions of a history stand, in words that no later version changes.
    private func summary(of lines: some Sequence<String>) throws -> JSONValue {
        var records: [SubmissionName: [EventRecord]] = [:]
        for line in lines {
            guard case .event(let record, of: let name) = try LogEntry(bytes: Array(line.utf8)) else { continue }
            records[name, default: []].append(record)
        }
        return .array(
            try records.sorted { $0.key < $1.key }.map { name, records in
                let submission = try #require(Submission.replaying(records))
                let members: [String: JSONValue] = [
                    "submission": .string(name.rawValue),
                    "version": .integer(Int64(submission.version)),
                    "filings": .integer(Int64(submission.filings.count)),
                    "questions": .array(
                        submission.questions.map { .string("\($0.id) \($0.origin) \($0.status.rawValue)") }
                    ),
                    "cases": .array(submission.cases.map(summary)),
                    "approvals": .array(submission.approvals.map(summary)),
                ]
                return .object(members.merging(additions(of: submission)) { $1 })
            }
        )
    }

    /// Lists that are left out where they are empty.
    private func additions(of submission: Submission) -> [String: JSONValue] {
        let fees = submission.cases.flatMap { subject in
            subject.ledger.map { "\(subject.name) \($0.fee) \($0.kind.rawValue) \($0.on)" }
        }
        let lists = [
            "tracks": submission.cases.filter(\.isTrack).map(\.name.rawValue),
            "fees": fees,
            "obligations": submission.obligations.map { "\($0.id) \($0.name) \($0.standing.rawValue)" },
            "studies": submission.studies.map { "\($0.id) \($0.standing.rawValue)" },
        ]
        return lists.filter { !$0.value.isEmpty }.mapValues { .array($0.map { .string($0) }) }
    }

    private func summary(of subject: Case) -> JSONValue {
        .object([
            "case": .string(subject.name.rawValue),
            "route": .string(subject.route.rawValue),
            "states": .array(subject.configuration.active.map(\.rawValue).sorted().map { .string($0) }),
            "since": .string(subject.since.description),
            "version": .integer(Int64(subject.version)),
            "isOver": .bool(subject.isOver),
            "replacedBy": subject.replacedBy.map { .string($0.rawValue) } ?? .null,
            "transcribed": .array(subject.transcribed.map { .integer(Int64($0)) }),
            "clocks": .array(
                subject.clocks.sorted { $0.key < $1.key }.map { name, clock in
                    .string("\(name): \(clock.ledger.marks.map(words).joined(separator: ", "))")
                }
            ),
        ])
    }

    private func words(for mark: ClockLedger.Mark) -> String {
        switch mark.kind {
        case .started(let side): "started by \(side.rawValue) \(mark.on)"
        case .held(let side): "held by \(side.rawValue) \(mark.on)"
        case .stopped: "stopped \(mark.on)"
        }
    }

    private func summary(of approval: Approval) -> JSONValue {
        .object([
            "approval": .string(approval.id.rawValue),
            "number": approval.number.map { .string($0) } ?? .null,
            "standing": .string(approval.standing.rawValue),
            "claims": .array(approval.claims.map { .string($0.rawValue) }),
            "dependsOn": .array(approval.dependsOn.map { .string("\($0.approval)/\($0.revision)") }),
            "flags": .integer(Int64(approval.flags.count)),
        ])
    }
}
