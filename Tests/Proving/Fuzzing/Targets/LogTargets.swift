import CanonicalJSON
import Engine
import Regulation
import Submissions

extension FuzzTarget {
    /// Leaves, histories, heads and proofs: what a log or a package from elsewhere holds.
    static func log(_ files: SeedFiles) throws -> [FuzzTarget] {
        let histories = try files.files(in: "Tests/Histories", ending: ".jsonl")
        let lines = histories.map { $0.split(separator: UInt8(ascii: "\n")).map(Array.init) }
        let short = lines.flatMap { lines in
            [4, 12, 30, 60].map { Array(lines.prefix($0).joined(separator: [UInt8(ascii: "\n")])) }
        }
        let words = SeedFiles.words(of: lines.flatMap { $0.prefix(60) }) + ["\"v\":1", "\"v\":2", "\"v\":3"]
        return [
            FuzzTarget("event", form: .json, seeds: lines.joined().map { $0 }, words: words) { bytes in
                _ = try entry(bytes)
            },
            FuzzTarget("history", form: .lines, seeds: short, words: words, limit: 1 << 17, run: runHistory),
            proofs(),
            heads(),
        ]
    }

    /// The entry that a leaf holds, which must be written again as the same bytes.
    private static func entry(_ bytes: [UInt8]) throws -> LogEntry? {
        let entry: LogEntry
        do throws(LeafDefect) {
            entry = try LogEntry(bytes: bytes)
        } catch {
            _ = error.description
            return nil
        }
        guard case .event(let record, of: let submission) = entry else { return entry }
        let written = EventCodec.encode(record, of: submission)
        try Violation.unless(
            written.canonicalBytes() == bytes,
            "an event is written as it was read",
            written.canonicalText()
        )
        let again = try Violation.never("what is written can be read") { try EventCodec.decode(written) }
        try Violation.unless(again.record == record, "an event is read as it was written")
        return entry
    }

    /// Folding is total: whatever events say, and in whatever order.
    private static func runHistory(_ bytes: [UInt8]) throws {
        var course = EventSequence()
        var records: [EventRecord] = []
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard let entry = try? LogEntry(bytes: line), case .event(let record, of: _) = entry else { continue }
            _ = course.add(record)
            _ = (record.event.introducedCommitments, record.event.documents, record.event.pins)
            records.append(record)
        }
        guard let submission = Submission.replaying(records) else { return }
        let calendar = WorkingCalendar(id: "X", weekend: [6, 7], holidays: [:], years: [:])
        for subject in submission.cases {
            for clock in subject.clocks.values {
                for day in [CivilDate.earliest, CivilDate(dayNumber: 20_600), .latest] {
                    _ = clock.ledger.reading(on: day, calendar: calendar)
                }
            }
        }
        try Violation.unless(Submission.replaying(records) == submission, "a history is folded to one state")
    }
}
