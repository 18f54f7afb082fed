import Bench
import CommandLineTool
import Engine
import Foundation
import Regulation
import SQLiteStore
import Submissions
import TestSupport
import Testing
import Views

@Suite("A workspace to measure with", .timeLimit(.minutes(30)))
struct CopyTests {
    @Test("is filled for measurements by procedures and copies, and is as sound as any other")
    func generation() async throws {
        let test = try await TestWorkspace.make()
        let workload = try Workload(test.tasuki)
        try await Generation(workload, count: 14, days: 120, seed: 3).run()
        try Copies(in: test.folder).write(of: (0..<14).map(Generation.name), into: 14..<60)
        let heads = try await test.tasuki.store.read { try $0.heads() }
        let audit = try await test.tasuki.verify(outsideHeads: heads)
        #expect(audit.isSound, "\(audit.findings.prefix(3))")
        #expect(audit.submissions == 60)
        #expect(try await test.workspace.projectionDefects().isEmpty)
        let copy = try await test.tasuki.status(of: Generation.name(15))
        let pattern = try await test.tasuki.status(of: Generation.name(1))
        #expect(copy.rows.map(\.states) == pattern.rows.map(\.states) && copy.product == "product-0000015")
        try await test.remove()
    }

    @Test("is never filled with copies where it is evidence")
    func evidence() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("bench-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let settings = WorkspaceSettings(clock: .wall, zone: .utc)
        let store = try SQLiteSubmissionStore(creating: folder, settings: settings)
        #expect(throws: CopyingFault.isEvidence) { try Copies(in: folder) }
        try await store.close()
    }
}
