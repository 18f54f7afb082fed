import CommandLineTool
import Foundation
import Regulation
import SQLiteStore
import TestSupport

extension FuzzTarget {
    /// The file of tree heads, damaged in any way, and then a workspace opened over it.
    static func headsFile(_ files: SeedFiles) async throws -> FuzzTarget {
        let demo = try await TestWorkspace.demo(until: .init(year: 2026, month: 4, day: 20))
        let folder = demo.folder
        try await demo.workspace.close()
        let path = "\(folder)/heads"
        let whole = [UInt8](FileManager.default.contents(atPath: path) ?? Data())
        let lines = whole.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        let seeds = [whole, Array(whole.dropLast(1)), Array(whole.dropLast(40)), Array(whole.prefix(200)), []]
        return FuzzTarget("heads-file", form: .lines, seeds: seeds, words: lines) { bytes in
            try Data(bytes).write(to: URL(filePath: path))
            let store = try Violation.never("a workspace opens whatever its heads file holds") {
                try SQLiteSubmissionStore(opening: folder)
            }
            let recorded = try store.recordedHeads()
            let count = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).count
            try Violation.unless(
                recorded.unreadableLines.allSatisfy { (1...count + 1).contains($0) },
                "an unreadable line is in the file"
            )
            try waiting { try await store.close() }
            let after = [UInt8](FileManager.default.contents(atPath: path) ?? Data())
            try Violation.unless(after.starts(with: bytes), "the heads file is only ever added to")
            // What was only cut off is made whole again; what says anything else is left for verification to report.
            if whole.starts(with: bytes) { try Violation.unless(after == whole, "a heads file that lags is caught up") }
        }
    }
}
