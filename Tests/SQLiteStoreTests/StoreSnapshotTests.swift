import CanonicalJSON
import Engine
import Regulation
import StorePromises
import Submissions
import Testing

@testable import SQLiteStore

@Suite("Snapshots of long histories")
struct StoreSnapshotTests {
    /// A submission of one case whose variable was set again and again.
    private func long(_ store: SQLiteSubmissionStore, events: Int = 150) async throws {
        try await store.write { transaction throws in
            try transaction.append([StoreStory.opened("a"), StoreStory.caseOpened(2, "SG")], to: "a")
            for number in 3...events {
                try transaction.append(
                    [StoreStory.advanced(number, "SG", [.variableSet("count", "\(number)")], at: 0)],
                    to: "a"
                )
            }
        }
    }

    private func number(_ store: SQLiteSubmissionStore) async throws -> String {
        try await store.execute("SELECT number FROM snapshot").joined()
    }

    @Test("are taken every 64 events, and give what all events give")
    func interval() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
        try await long(store)
        #expect(try await number(store) == "[number:128]")
        let (fold, all) = try await store.inspecting { db in
            (try Snapshots.fold("a", in: db), try LogRows.fold("a", in: db))
        }
        #expect(fold == all && fold?.version == 150)
        #expect(fold?["SG"]?.variables["count"] == "150")
    }

    @Test("that were changed, are of another form, or name a leaf that is not there count for nothing")
    func distrust() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
        try await long(store)
        let all = try await store.inspecting { try LogRows.fold("a", in: $0) }
        // Another body with a digest of its own is believed by the store: verification is what finds it.
        let lie = "CAST(replace(CAST(body AS TEXT), '\"128\"', '\"999\"') AS BLOB)"
        for change in [
            "body = \(lie)", "form = form + 1", "leaf = zeroblob(32)", "digest = zeroblob(32)", "body = x'00'",
        ] {
            _ = try await store.execute("UPDATE snapshot SET \(change)")
            #expect(try await store.inspecting { try Snapshots.fold("a", in: $0) } == all, "\(change)")
        }
    }

    @Test("leave a fold that survives being written down, whatever it holds")
    func roundTrip() throws {
        var submission: Submission?
        for record in StoreStory.approved("a", product: "colon-cade") {
            submission = Submission.evolve(submission, record)
        }
        let fold = try #require(submission)
        #expect(try Snapshots.decoded(try Snapshots.encoded(fold)) == fold)
    }
}
