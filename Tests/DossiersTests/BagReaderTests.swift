import Chance
import Dossiers
import Foundation
import Testing

@Suite("Checking a bag")
struct BagReaderTests {
    private func makeBag() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        var bag = try BagWriter(folder: folder.path)
        try bag.add(path: "data/letter.md", bytes: Array("letter".utf8))
        try bag.add(path: "data/CH3/risk.md", bytes: Array("risk".utf8))
        try bag.addTag(path: "readme.txt", bytes: Array("read me".utf8))
        try bag.finish(info: [("Bagging-Date", "2026-11-22")])
        return folder
    }

    private func verify(_ folder: borrowing TemporaryFolder) -> [BagDefect] { BagReader.verify(folder: folder.path) }

    @Test("a missing, an added and a changed document are each told")
    func payload() throws {
        let folder = try makeBag()
        #expect(verify(folder) == [])
        try folder.remove("data/letter.md")
        try folder.write("data/CH3/risk.md", "rIsk")
        try folder.write("data/CH3/more.md", "more")
        #expect(
            verify(folder) == [
                .changed(path: "data/CH3/risk.md"), .missing(path: "data/letter.md"), .extra(path: "data/CH3/more.md"),
                .oxumWrong(stated: "10.2", found: "8.2"),
            ]
        )
    }

    @Test("a file beside the payload cannot be changed, taken away or slipped in either")
    func tags() throws {
        let folder = try makeBag()
        try folder.write("readme.txt", "read mE")
        try folder.write("sub/note.txt", "note")
        #expect(verify(folder) == [.changed(path: "readme.txt"), .extra(path: "sub/note.txt")])
        for name in ["tagmanifest-", "tagmanifest-md5.txt", "sub/tagmanifest-sha256.txt"] {
            let other = try makeBag()
            try other.write(name, "")
            #expect(verify(other) == [.extra(path: name)], "no manifest vouches for \(name)")
        }
        for name in ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "readme.txt"] {
            let other = try makeBag()
            try other.remove(name)
            #expect(verify(other) == [.missing(path: name)], "\(name)")
        }
    }

    @Test("a manifest that was rewritten to fit is given away by the tag manifest")
    func rewrittenManifest() throws {
        let folder = try makeBag()
        let text = try folder.text("manifest-sha256.txt")
        try folder.write("manifest-sha256.txt", String(try #require(text.split(separator: "\n").first)) + "\n")
        try folder.remove("data/letter.md")
        #expect(
            verify(folder) == [.changed(path: "manifest-sha256.txt"), .oxumWrong(stated: "10.2", found: "4.1")]
        )
    }

    @Test("any byte that changes anywhere in a bag is found")
    func flippedBytes() throws {
        let clean = try makeBag()
        let files = try clean.files()
        for seed in 0..<150 {
            var random = Dice(seed: seed)
            let folder = try makeBag()
            let name = try #require(files.randomElement(using: &random))
            var bytes = try folder.bytes(name)
            let place = Int.random(in: bytes.indices, using: &random)
            bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            try folder.write(name, bytes)
            let isOtherSpelling = try name == "tagmanifest-sha256.txt" && isSameToReaders(clean.bytes(name), bytes)
            #expect(isOtherSpelling || !verify(folder).isEmpty, "seed \(seed): byte \(place) of \(name)")
        }
    }

    /// The tag manifest itself is in no manifest: another spelling of the same lines is the same list.
    private func isSameToReaders(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        func lines(_ bytes: [UInt8]) -> [[Substring]] {
            String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map { line in
                [Substring(line.prefix(64).lowercased())] + line.dropFirst(64).split { $0 == " " || $0 == "\t" }
            }
        }
        return lines(left) == lines(right)
    }

    @Test("a manifest can point nowhere outside its own place")
    func unsafePaths() throws {
        let digest = String(repeating: "0", count: 64)
        for path in ["../outside.md", "/etc/passwd", "data/../../x", "readme.txt", "~/x", "data\\x"] {
            let folder = try makeBag()
            try folder.write("manifest-sha256.txt", folder.text("manifest-sha256.txt") + "\(digest)  \(path)\n")
            #expect(verify(folder) == [.unsafePath(path), .changed(path: "manifest-sha256.txt")], "\(path)")
        }
        let folder = try makeBag()
        try folder.write(
            "tagmanifest-sha256.txt",
            folder.text("tagmanifest-sha256.txt") + "\(digest)  data/letter.md\n"
        )
        #expect(verify(folder) == [.unsafePath("data/letter.md")])
    }

    @Test("links, pipes and names that are no text are told and not read")
    func specialFiles() throws {
        let folder = try makeBag()
        try folder.link("data/link.md", to: "/etc/hostname")
        try folder.link("data/folder", to: "/etc")
        mkfifo(folder.path("data/pipe"), 0o600)
        #expect(verify(folder) == ["data/folder", "data/link.md", "data/pipe"].map { .unsafePath($0) })
        let other = try makeBag()
        try other.remove("data/letter.md")
        try other.write("outside", "letter")
        try other.link("data/letter.md", to: other.path("outside"))
        #expect(verify(other).contains(.unsafePath("data/letter.md")))
        #expect(verify(other).contains(.missing(path: "data/letter.md")))
    }

    @Test("a line that cannot be read is told with its number")
    func malformedLines() throws {
        let folder = try makeBag()
        let text = try folder.text("tagmanifest-sha256.txt")
        for line in [
            "nonsense", "0123  data/x", String(repeating: "0", count: 64),
            String(repeating: "0", count: 64) + "  a%20b",
        ] {
            try folder.write("tagmanifest-sha256.txt", text + line + "\n")
            #expect(verify(folder) == [.malformed(path: "tagmanifest-sha256.txt", line: 5)], "\(line)")
        }
        let repeated = try #require(text.split(separator: "\n").first)
        try folder.write("tagmanifest-sha256.txt", text + repeated + "\n")
        #expect(verify(folder) == [.malformed(path: "tagmanifest-sha256.txt", line: 5)])
        try folder.write("tagmanifest-sha256.txt", text)
        try folder.write("bagit.txt", "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n")
        #expect(verify(folder) == [.malformed(path: "bagit.txt", line: 1), .changed(path: "bagit.txt")])
    }

    @Test("a manifest written with capital digits, tabs and other line ends is read all the same")
    func otherSpelling() throws {
        let folder = try makeBag()
        let lines = try folder.text("tagmanifest-sha256.txt").split(separator: "\n")
        let spelt = lines.map { $0.prefix(64).uppercased() + "\t" + $0.dropFirst(66) + "\r\n" }.joined()
        try folder.write("tagmanifest-sha256.txt", spelt)
        #expect(verify(folder) == [])
    }

    @Test("what is no bag at all is told, not thrown")
    func noBag() throws {
        let folder = try TemporaryFolder()
        #expect(
            verify(folder) == ["bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"].map { .missing(path: $0) }
        )
        let missing = folder.path("missing")
        #expect(BagReader.verify(folder: missing) == [.unreadable(path: missing, number: ENOENT)])
    }
}
