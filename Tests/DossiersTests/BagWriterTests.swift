import Dossiers
import Testing

@Suite("Packing a bag")
struct BagWriterTests {
    private static let hello = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"

    @Test("a bag has the files of RFC 8493 and nothing else")
    func files() throws {
        let folder = try TemporaryFolder()
        var bag = try BagWriter(folder: folder.path("bag"))
        try bag.add(path: "data/b/two.txt", bytes: Array("hello".utf8))
        try bag.add(path: "data/a.txt", bytes: [])
        try bag.addTag(path: "proof/heads.txt", bytes: Array("hello".utf8))
        try bag.finish(info: [("Source-Organization", "Example"), ("Bagging-Date", "2026-11-22")])

        #expect(
            try folder.files() == [
                "bag/bag-info.txt", "bag/bagit.txt", "bag/data/a.txt", "bag/data/b/two.txt", "bag/manifest-sha256.txt",
                "bag/proof/heads.txt", "bag/tagmanifest-sha256.txt",
            ]
        )
        #expect(try folder.text("bag/bagit.txt") == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        let info = "Source-Organization: Example\nBagging-Date: 2026-11-22\nPayload-Oxum: 5.2\n"
        #expect(try folder.text("bag/bag-info.txt") == info)
        let nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        #expect(
            try folder.text("bag/manifest-sha256.txt") == "\(nothing)  data/a.txt\n\(Self.hello)  data/b/two.txt\n"
        )
        let tags = try folder.text("bag/tagmanifest-sha256.txt").split(separator: "\n")
        #expect(
            tags.map { $0.dropFirst(66) } == ["bag-info.txt", "bagit.txt", "manifest-sha256.txt", "proof/heads.txt"]
        )
        #expect(tags.last == "\(Self.hello)  proof/heads.txt")
        #expect(BagReader.verify(folder: folder.path("bag")) == [])
    }

    @Test("the same content makes the same bag, in whatever order it is added")
    func deterministic() throws {
        let folder = try TemporaryFolder()
        let names = ["data/z.txt", "data/日本.txt", "data/a/b.txt"]
        for (bagName, order) in [("one", names), ("two", names.reversed())] {
            var bag = try BagWriter(folder: folder.path(bagName))
            for name in order { try bag.add(path: name, bytes: Array(name.utf8)) }
            try bag.finish(info: [("Bagging-Date", "2026-11-22")])
        }
        for name in ["manifest-sha256.txt", "tagmanifest-sha256.txt", "bag-info.txt", "bagit.txt"] {
            #expect(try folder.bytes("one/" + name) == folder.bytes("two/" + name))
        }
    }

    @Test("a percent sign or a line break in a name is written so that the manifest keeps one line a file")
    func encodedPaths() throws {
        let folder = try TemporaryFolder()
        var bag = try BagWriter(folder: folder.path("bag"))
        for name in ["data/100%.txt", "data/two\nlines.txt", "data/return\r.txt", "data/%0A.txt"] {
            try bag.add(path: name, bytes: Array("hello".utf8))
        }
        try bag.finish(info: [])
        let paths = try folder.text("bag/manifest-sha256.txt").split(separator: "\n").map { $0.dropFirst(66) }
        #expect(paths == ["data/%250A.txt", "data/100%25.txt", "data/return%0D.txt", "data/two%0Alines.txt"])
        #expect(BagReader.verify(folder: folder.path("bag")) == [])
    }

    @Test("a path that leaves the bag, or would on another system, is refused")
    func unsafePaths() throws {
        let folder = try TemporaryFolder()
        var bag = try BagWriter(folder: folder.path("bag"))
        for path in [
            "data/../../x", "data/..", "data/./x", "data//x", "/data/x", "data/", "x", "datax/y", "data/a\\..\\x", "",
            "data/a\0b",
        ] {
            do {
                try bag.add(path: path, bytes: [])
                Issue.record("\(path) was taken")
            } catch {
                #expect(error == .unsafeBagPath(path))
            }
        }
        for path in ["../x", "~root/x", "/x", "C:/x", "a/../../x"] {
            do {
                try bag.addTag(path: path, bytes: [])
                Issue.record("\(path) was taken")
            } catch {
                #expect(error == .unsafeBagPath(path))
            }
        }
        #expect(try folder.files() == [])
    }

    @Test("a name is given once, and the bag keeps its own")
    func takenPaths() throws {
        let folder = try TemporaryFolder()
        var bag = try BagWriter(folder: folder.path("bag"))
        try bag.add(path: "data/label.txt", bytes: Array("hello".utf8))
        do {
            try bag.add(path: "data/Label.TXT", bytes: [])
            Issue.record("a name was taken twice")
        } catch {
            #expect(error == .bagPathTaken("data/Label.TXT"))
        }
        for path in [
            "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-md5.txt", "fetch.txt", "data", "data/x",
        ] {
            do {
                try bag.addTag(path: path, bytes: [])
                Issue.record("\(path) was taken")
            } catch {
                #expect(error == .bagPathTaken(path))
            }
        }
        #expect(try folder.text("bag/data/label.txt") == "hello")
    }

    @Test("a bag is written only into a folder that is new or empty")
    func freshFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write("used/file")
        let path = folder.path("used")
        #expect(throws: DossierError.bagFolderInUse(path: path)) { _ = try BagWriter(folder: path) }
        #expect(try folder.files() == ["used/file"])
        try folder.remove("used/file")
        try BagWriter(folder: path).finish(info: [])
        #expect(BagReader.verify(folder: path) == [])
        #expect(throws: DossierError.bagFolderInUse(path: path)) { _ = try BagWriter(folder: path) }
    }

    @Test("a long line of bag-info is folded at spaces, within 79 characters")
    func folding() throws {
        let folder = try TemporaryFolder()
        let words = (1...40).map { "word\($0)" }.joined(separator: " ")
        let long = String(repeating: "x", count: 100)
        try BagWriter(folder: folder.path("bag")).finish(
            info: [("External-Description", words), ("Long", long), ("Lines", "one\n\n  two\r\nthree "), ("Empty", "")]
        )
        let text = try folder.text("bag/bag-info.txt")
        let lines = text.split(separator: "\n")
        #expect(lines.filter { $0.count > 79 } == ["Long: \(long)"])
        #expect(text.replacing("\n  ", with: " ").contains("External-Description: \(words)\n"))
        #expect(text.contains("\nLines: one two three\nEmpty:\nPayload-Oxum: 0.0\n"))
        #expect(lines.filter { $0.hasPrefix(" ") }.allSatisfy { $0.hasPrefix("  word") })
    }

    @Test("a line of bag-info is folded at its eightieth character and not before")
    func foldingEdge() throws {
        let folder = try TemporaryFolder()
        let word = String(repeating: "x", count: 70)
        try BagWriter(folder: folder.path("bag")).finish(info: [("Fits", word + " yy"), ("Edge", word + " yyy")])
        let expected = "Fits: \(word) yy\nEdge: \(word)\n  yyy\nPayload-Oxum: 0.0\n"
        #expect(try folder.text("bag/bag-info.txt") == expected)
    }

    @Test("a label that would break the file, or that the writer counts itself, is refused")
    func labels() throws {
        for label in ["", "a:b", "a\nb", " a", "a ", "payload-oxum"] {
            let folder = try TemporaryFolder()
            #expect(throws: DossierError.badBagLabel(label)) {
                try BagWriter(folder: folder.path).finish(info: [(label, "value")])
            }
            #expect(BagReader.verify(folder: folder.path).contains(.missing(path: "bagit.txt")))
        }
    }
}
