import Chance
import Dossiers
import Foundation
import Regulation
import Submissions
import Testing

@Suite("The document vault")
struct FileVaultTests {
    private static let abc: DocumentDigest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    private static let abcPlace = "vault/ba/7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test("a document lies under the SHA-256 of its bytes and comes back byte for byte")
    func roundTrip() throws {
        let folder = try TemporaryFolder()
        let vault = try FileVault(folder: folder.path("deep/er/vault"))
        for seed in 0..<20 {
            var random = Dice(seed: seed)
            let bytes = random.bytes(count: Int.random(in: 0...3000, using: &random))
            #expect(try vault.bytes(of: vault.put(bytes)) == bytes, "seed \(seed)")
        }
        let other = try FileVault(folder: folder.path("vault"))
        #expect(try other.put(Array("abc".utf8)) == Self.abc)
        #expect(try folder.text(Self.abcPlace) == "abc")
    }

    @Test("storing a document again changes nothing")
    func storedTwice() throws {
        let folder = try TemporaryFolder()
        let vault = try FileVault(folder: folder.path("vault"))
        try folder.write("abc.txt", "abc")
        _ = try vault.put(Array("abc".utf8))
        let before = try FileManager.default.attributesOfItem(atPath: folder.path(Self.abcPlace))
        #expect(try vault.put(Array("abc".utf8)) == Self.abc)
        #expect(try vault.put(fileAt: folder.path("abc.txt")) == Self.abc)
        let after = try FileManager.default.attributesOfItem(atPath: folder.path(Self.abcPlace))
        #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
        #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
        #expect(try folder.files() == ["abc.txt", Self.abcPlace])
    }

    @Test("a file of many pieces has the same digest as its bytes")
    func streamed() throws {
        let folder = try TemporaryFolder()
        let vault = try FileVault(folder: folder.path("vault"))
        var random = Dice(seed: 7)
        let bytes = random.bytes(count: 700_001)
        try folder.write("report.pdf", bytes)
        let digest = try vault.put(fileAt: folder.path("report.pdf"))
        #expect(try vault.bytes(of: digest) == bytes)
        #expect(try FileVault(folder: folder.path("other")).put(bytes) == digest)
    }

    @Test("only its owner may read a document, and nobody may write it")
    func permissions() throws {
        let folder = try TemporaryFolder()
        _ = try FileVault(folder: folder.path("vault")).put(Array("abc".utf8))
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(Self.abcPlace))
        #expect(attributes[.posixPermissions] as? Int == 0o400)
    }

    @Test("a damaged document is never given out")
    func damaged() throws {
        let bytes = Array("The risk is acceptable.".utf8)
        for seed in 0..<50 {
            let folder = try TemporaryFolder()
            let vault = try FileVault(folder: folder.path("vault"))
            let digest = try vault.put(bytes)
            var random = Dice(seed: seed)
            var damaged = bytes
            switch seed % 3 {
            case 0:
                damaged[Int.random(in: bytes.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 1: damaged.removeLast(Int.random(in: 1...bytes.count, using: &random))
            default: damaged.append(0)
            }
            let name = try #require(try folder.files().first)
            try folder.remove(name)
            try folder.write(name, damaged)
            #expect(throws: DossierError.corrupted(digest), "seed \(seed)") { try vault.bytes(of: digest) }
        }
    }

    @Test("a digest that nobody stored, or that is none, has no document")
    func unknownDigests() throws {
        let folder = try TemporaryFolder()
        let vault = try FileVault(folder: folder.path("vault"))
        try folder.write("secret", "abc")
        _ = try vault.put(Array("other".utf8))
        #expect(try vault.bytes(of: Self.abc) == nil)
        _ = try vault.put(Array("abc".utf8))
        for text in ["", "..", "../secret", "ba/../../secret", "/etc/passwd", Self.abc.rawValue.uppercased()] {
            #expect(try vault.bytes(of: DocumentDigest(text)) == nil)
        }
    }

    @Test("a document over 200 MB is refused, and nothing of it stays")
    func tooLarge() throws {
        let folder = try TemporaryFolder()
        let vault = try FileVault(folder: folder.path("vault"))
        try folder.write("video.bin", "")
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path("video.bin")))
        try file.truncate(atOffset: 200_000_001)
        try file.close()
        let path = folder.path("video.bin")
        let expected = DossierError.tooLarge(path: path, bytes: 200_000_001, limit: 200_000_000)
        #expect(throws: expected) { try vault.put(fileAt: path) }
        #expect(expected.description.contains("split it or compress it"))
        #expect(try folder.files() == ["video.bin"])
    }

    @Test("a link, a folder, a pipe or nothing at all is no document")
    func notFiles() throws {
        let folder = try TemporaryFolder()
        let vault = try FileVault(folder: folder.path("vault"))
        try folder.link("link.pdf", to: "/etc/hostname")
        mkfifo(folder.path("pipe.pdf"), 0o600)
        let link = folder.path("link.pdf")
        let pipe = folder.path("pipe.pdf")
        let nothing = folder.path("nothing.pdf")
        let itself = folder.path
        #expect(throws: DossierError.symbolicLink(path: link)) { try vault.put(fileAt: link) }
        #expect(throws: DossierError.notAFile(path: pipe)) { try vault.put(fileAt: pipe) }
        #expect(throws: DossierError.notAFile(path: itself)) { try vault.put(fileAt: itself) }
        #expect(throws: DossierError.system(path: nothing, number: ENOENT)) { try vault.put(fileAt: nothing) }
    }

    @Test("a link in the vault cannot lead out of it")
    func linkedShard() throws {
        let folder = try TemporaryFolder()
        let vault = try FileVault(folder: folder.path("vault"))
        try folder.write("outside/\(Self.abc.rawValue.dropFirst(2))", "abc")
        try folder.link("vault/ba", to: folder.path("outside"))
        let shard = folder.path("vault/ba")
        #expect(throws: DossierError.symbolicLink(path: shard)) { try vault.bytes(of: Self.abc) }
        #expect(throws: DossierError.symbolicLink(path: shard)) { try vault.put(Array("abc".utf8)) }
        try folder.remove("vault/ba")
        try folder.write("vault/ba/other")
        try folder.link(Self.abcPlace, to: folder.path("outside/\(Self.abc.rawValue.dropFirst(2))"))
        let place = folder.path(Self.abcPlace)
        #expect(throws: DossierError.symbolicLink(path: place)) { try vault.bytes(of: Self.abc) }
        #expect(throws: DossierError.symbolicLink(path: place)) { try vault.put(Array("abc".utf8)) }
        try folder.write("abc.txt", "abc")
        let file = folder.path("abc.txt")
        #expect(throws: DossierError.symbolicLink(path: place)) { try vault.put(fileAt: file) }
        #expect(try folder.files().allSatisfy { !$0.contains(".incoming") })
    }

    @Test("many writers of the same documents leave each of them once")
    func concurrentWriters() async throws {
        let folder = try TemporaryFolder()
        let vault = try FileVault(folder: folder.path("vault"))
        try await withThrowingTaskGroup { group in
            for writer in 0..<8 {
                group.addTask {
                    for number in 0..<10 {
                        _ = try vault.put(Array("document \((number + writer) % 10)".utf8))
                    }
                }
            }
            try await group.waitForAll()
        }
        let files = try folder.files()
        #expect(files.count == 10)
        for file in files {
            let digest = DocumentDigest(String(file.dropFirst("vault/".count)).replacing("/", with: ""))
            #expect(try vault.bytes(of: digest) != nil)
        }
    }

    @Test("a file stands in the way of a vault")
    func notAFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write("vault")
        let path = folder.path("vault")
        #expect(throws: DossierError.system(path: path, number: ENOTDIR)) { try FileVault(folder: path) }
    }
}
