import Dossiers
import Regulation
import Submissions
import Testing

@Suite("Freezing a dossier")
struct DossierRevisionTests {
    private func read(_ folder: borrowing TemporaryFolder, _ name: String) throws -> Dossier {
        try DossierFolder.read(path: folder.path(name), table: Samples.contents(), jurisdictions: Samples.targets)
    }

    @Test("the digest of a frozen dossier leads to every byte of it")
    func storedWhole() throws {
        let folder = try TemporaryFolder()
        let vault = try FileVault(folder: folder.path("vault"))
        let dossier = try DossierFolder.read(
            path: Samples.colonoscopy(),
            table: Samples.contents(),
            jurisdictions: Samples.targets
        )
        let digest = try dossier.store(in: vault)
        #expect(try folder.files().count == 62)

        let revision = try DossierRevision(bytes: #require(try vault.bytes(of: digest)))
        #expect(revision == dossier.revision)
        #expect(revision.entries == dossier.entries)
        for document in revision.documents {
            #expect(try vault.bytes(of: document.digest)?.count == document.size, "\(document.path)")
        }
        let manifest = try #require(revision.manifest)
        #expect(String(decoding: try vault.bytes(of: manifest) ?? [], as: UTF8.self).contains("submission: colon-cade"))
        #expect(try dossier.store(in: vault) == digest)
        #expect(try folder.files().count == 62)
    }

    @Test("a frozen dossier is canonical JSON that anyone can read")
    func form() throws {
        let folder = try TemporaryFolder()
        try folder.write("d/CH5/CH5.02/MY/label-ms.md", "abc")
        try folder.write("d/CH1/CH1.01/letter.pdf", "abc")
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        let expected =
            #"{"documents":[{"digest":"\#(abc)","heading":"CH1.01","mediaType":"application/pdf","#
            + #""path":"CH1/CH1.01/letter.pdf","size":3},{"digest":"\#(abc)","heading":"CH5.02","jurisdiction":"MY","#
            + #""language":"ms","mediaType":"text/markdown","path":"CH5/CH5.02/MY/label-ms.md","size":3}]}"#
        #expect(try String(decoding: read(folder, "d").revision.bytes, as: UTF8.self) == expected)
        try folder.write("d/submission.yaml", "abc")
        let withManifest = expected.dropLast() + #","manifest":"\#(abc)"}"#
        #expect(try String(decoding: read(folder, "d").revision.bytes, as: UTF8.self) == withManifest)
    }

    @Test("the same documents make the same revision, whatever folder they lie in and whichever came first")
    func deterministic() throws {
        let folder = try TemporaryFolder()
        let vault = try FileVault(folder: folder.path("vault"))
        let names = ["CH1/CH1.01/a.md", "CH2/CH2.02/b.md", "CH5/CH5.02/JP/c.md", "CH5/CH5.02/d.md", "submission.yaml"]
        for name in names { try folder.write("one/" + name, name) }
        for name in names.reversed() { try folder.write("two/" + name, name) }
        let one = try read(folder, "one").store(in: vault)
        #expect(try read(folder, "two").store(in: vault) == one)

        for name in names {
            try folder.write("two/" + name, name + ".")
            #expect(try read(folder, "two").store(in: vault) != one, "\(name)")
            try folder.write("two/" + name, name)
        }
        #expect(try read(folder, "two").store(in: vault) == one)
    }

    @Test("a file that changes after it was read is not frozen")
    func changed() throws {
        let folder = try TemporaryFolder()
        let vault = try FileVault(folder: folder.path("vault"))
        try folder.write("d/CH1/CH1.01/letter.md", "as read")
        let dossier = try read(folder, "d")
        try folder.write("d/CH1/CH1.01/letter.md", "changed")
        #expect(throws: DossierError.changed(path: "CH1/CH1.01/letter.md")) { try dossier.store(in: vault) }
        let revision = try FileVault(folder: folder.path("other")).put(dossier.revision.bytes)
        #expect(try vault.bytes(of: revision) == nil)
    }

    @Test("what is not exactly a frozen dossier is refused")
    func malformed() throws {
        let folder = try TemporaryFolder()
        try folder.write("d/CH1/CH1.01/letter.md")
        try folder.write("d/CH2/CH2.02/summary.md")
        let text = String(decoding: try read(folder, "d").revision.bytes, as: UTF8.self)
        #expect(try DossierRevision(bytes: text.utf8) == read(folder, "d").revision)
        let changes = [
            (text, ""), ("{\"documents\"", "{ \"documents\""), ("\"CH1.01\"", "\"CH1.1\""), ("\"CH1.01\"", "\"CHX\""),
            ("\"size\":9", "\"size\":-9"), ("\"size\":9", "\"size\":\"9\""), ("\"size\":9", "\"more\":1,\"size\":9"),
            ("\"heading\"", "\"header\""), ("]}", "],\"manifest\":1}"), ("\"documents\"", "\"files\""), ("]}", "]"),
            ("\"CH1.01\"", "\"CH3.01\""), ("\"mediaType\"", "\"jurisdiction\":7,\"mediaType\""),
        ]
        for (old, new) in changes {
            let changed = text.replacing(old, with: new, maxReplacements: 1)
            #expect(changed != text, "\(old)")
            #expect(throws: DossierError.self, "\(old) → \(new)") { try DossierRevision(bytes: changed.utf8) }
        }
    }
}
