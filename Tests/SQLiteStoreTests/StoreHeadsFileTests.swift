import Engine
import Regulation
import StorePromises
import Submissions
import Testing
import TransparencyLog

@testable import SQLiteStore

@Suite("The heads outside the database")
struct StoreHeadsFileTests {
    /// A workspace with three heads, closed.
    private func workspace() async throws -> (ScratchWorkspace, heads: [String]) {
        let workspace = ScratchWorkspace()
        let store = try workspace.create()
        for name in ["a", "b", "c"] {
            try await store.write { try $0.append([StoreStory.opened(.init(name))], to: .init(name)) }
        }
        let heads = try await store.read { try $0.heads() }
        try await store.close()
        return (workspace, heads.map(\.description))
    }

    @Test("hold one line for each transaction that appended leaves, and none for others")
    func lines() async throws {
        let (workspace, heads) = try await workspace()
        defer { workspace.remove() }
        #expect(heads.count == 3)
        #expect(try workspace.headLines() == heads)
        let store = try workspace.open()
        try await store.write { try $0.pin("{}", as: "p") }
        try await store.close()
        #expect(try workspace.headLines() == heads)
    }

    @Test("are brought up to date at opening, whatever is missing")
    func catchingUp() async throws {
        let (workspace, heads) = try await workspace()
        defer { workspace.remove() }
        let whole = heads.map { $0 + "\n" }.joined()
        for text in [
            "", heads[0] + "\n", heads[1] + "\n", heads[0] + "\n" + heads[1].prefix(20), String(whole.dropLast()),
        ] {
            try workspace.writeHeads(text)
            let store = try workspace.open()
            #expect(try workspace.headsText().hasPrefix(text))
            #expect(Set(try workspace.headLines()) == Set(heads), "\(text)")
            #expect(try workspace.headLines().count == 3)
            try await store.close()
        }
    }

    @Test("are never touched at opening where they say more than the database")
    func leading() async throws {
        let (workspace, heads) = try await workspace()
        defer { workspace.remove() }
        let foreign = TreeHead(size: 9, root: Digest.sha256(of: [9]))
        let other = TreeHead(size: 2, root: Digest.sha256(of: [2]))
        for text in [
            heads[0] + "\n\(foreign)\n", "\(other)\n", heads.joined(separator: "\n") + "\n\(foreign)\n", "nonsense\n",
            heads[0] + "\n7 ab",
        ] {
            try workspace.writeHeads(text)
            let store = try workspace.open()
            #expect(try workspace.headsText() == text)
            try await store.close()
            #expect(try workspace.headsText() == text)
        }
        try workspace.writeHeads("\(foreign)\nnonsense\n\(heads[0])\n\(heads[0])\n")
        let recorded = try workspace.open().recordedHeads()
        #expect(recorded.heads.map(\.description) == [heads[0], foreign.description])
        #expect(recorded.unreadableLines == [2])
    }

    @Test("are brought up to date at the end of a long file without a look at its beginning")
    func longFile() async throws {
        let workspace = ScratchWorkspace()
        defer { workspace.remove() }
        let store = try workspace.create()
        for index in 0..<400 {
            try await store.write {
                try $0.append([StoreStory.opened(StoreStory.name(index))], to: StoreStory.name(index))
            }
        }
        let heads = try await store.read { try $0.heads() }.map(\.description)
        try await store.close()
        var lines = heads.map { $0 + "\n" }
        lines.remove(at: 390)
        try workspace.writeHeads(lines.dropLast(3).joined())
        try await workspace.open().close()
        #expect(
            try workspace.headLines() == lines.dropLast(3).map { String($0.dropLast()) } + [heads[390]] + heads[397...]
        )
    }

    @Test("a line that was cut off is never glued to the next one")
    func cutLine() async throws {
        let (workspace, heads) = try await workspace()
        defer { workspace.remove() }
        let store = try workspace.open()
        try workspace.writeHeads(heads[0] + "\n" + heads[1].prefix(9))
        try await store.write { try $0.append([StoreStory.opened("d")], to: "d") }
        try await store.close()
        let all = try await workspace.open().read { try $0.heads() }
        #expect(try workspace.headLines() == all.map(\.description))
    }

    @Test("go on in a new file where theirs was deleted")
    func deleted() async throws {
        let (workspace, _) = try await workspace()
        defer { workspace.remove() }
        let store = try workspace.open()
        try await store.write { try $0.append([StoreStory.opened("d")], to: "d") }
        // What comes before it in the writer's line is written by then.
        try await store.write { try $0.pin("{}", as: "p") }
        try workspace.removeHeads()
        try await store.write { try $0.append([StoreStory.opened("e")], to: "e") }
        try await store.write { try $0.pin("{}", as: "q") }
        let heads = try await store.read { try $0.heads() }.map(\.description)
        #expect(try workspace.headLines() == heads.suffix(1))
        try await store.close()
    }
}
