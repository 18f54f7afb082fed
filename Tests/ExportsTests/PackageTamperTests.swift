import CanonicalJSON
import Dossiers
import Engine
import Exports
import Regulation
import Submissions
import TestSupport
import Testing
import TransparencyLog

@Suite("A package that somebody changed")
struct PackageTamperTests {
    @Test("Any flipped byte of the events is found, and the event is named")
    func events() async throws {
        try await PackedBag.with(HostileStory.name) { bag in
            let path = "data/log/events.jsonl"
            let bytes = try bag.bytes(path)
            for index in stride(from: 0, to: bytes.count, by: 61) {
                let findings = try flip(index, of: path, bytes, in: bag)
                #expect(findings.contains(.bag(.changed(path: path))))
                let names = findings.contains { finding in
                    switch finding {
                    case .log(let finding): finding.place != nil
                    case .malformedLine(path, _, _): true
                    default: false
                    }
                }
                #expect(names, "byte \(index)")
            }
            try bag.write(bytes, to: path)
        }
    }

    @Test("A changed event is found even if every digest of the bag is made anew")
    func rewrittenBag() async throws {
        try await PackedBag.with(HostileStory.name) { bag in
            let path = "data/log/events.jsonl"
            let text = try bag.text(path)
            let forged = text.replacing("\"person\":\"p-tan\"", with: "\"person\":\"p-lee\"")
            #expect(forged != text)
            try bag.write(Array(forged.utf8), to: path)
            let findings = PackageVerification.verify(folder: bag.folder).findings
            let changed = findings.compactMap { finding -> EventPlace? in
                if case .log(let finding) = finding, case .bytesChanged = finding.defect { finding.place } else { nil }
            }
            #expect(!changed.isEmpty)
            #expect(changed.allSatisfy { $0.description.hasPrefix("hostile") && $0.description.contains("(leaf ") })
        }
    }

    @Test("A forged event with a hash of its own fails its proof")
    func forgedHash() async throws {
        try await PackedBag.with(HostileStory.name) { bag in
            let path = "data/log/events.jsonl"
            let lines = try bag.text(path).split(separator: "\n")
            let line = try JSONValue(parsing: lines[3].replacing("p-tan", with: "p-lee").utf8)
            var members = try #require(line.objectValue)
            let leaf = try #require(members["leaf"])
            members["hash"] = .string(MerkleHash.leaf(leaf.canonicalBytes()).description)
            let forged = lines[..<3] + [Substring(JSONValue.object(members).canonicalText())] + lines[4...]
            try bag.write(Array((forged.joined(separator: "\n") + "\n").utf8), to: path)
            let findings = PackageVerification.verify(folder: bag.folder).findings
            let place = EventPlace(
                submission: "hostile",
                number: leaf["number"]?.integerValue.map { Int($0) },
                position: members["position"]?.integerValue.map { Int($0) }
            )
            #expect(findings.contains(.log(Finding(.proofFails(bag.summary.head), at: place))))
        }
    }

    @Test("An event left out or out of order is named")
    func missingEvent() async throws {
        try await PackedBag.with(HostileStory.name) { bag in
            let path = "data/log/events.jsonl"
            let lines = try bag.text(path).split(separator: "\n")
            try bag.write(Array(([lines[0], lines[1]] + lines[3...]).joined(separator: "\n").utf8), to: path)
            let codes = PackageVerification.verify(folder: bag.folder).findings.map(\.code)
            #expect(codes.contains("submission.number"))
            try bag.write(Array(([lines[0], lines[2], lines[1]] + lines[3...]).joined(separator: "\n").utf8), to: path)
            let swapped = PackageVerification.verify(folder: bag.folder).findings.map(\.code)
            #expect(swapped.contains("log.position"))
        }
    }

    @Test("Any flipped byte of a text is found, and its event or line is named")
    func texts() async throws {
        try await PackedBag.with(HostileStory.name) { bag in
            let path = "data/log/texts.jsonl"
            let bytes = try bag.bytes(path)
            for index in stride(from: 0, to: bytes.count, by: 7) {
                let findings = try flip(index, of: path, bytes, in: bag)
                let names = findings.contains { finding in
                    switch finding {
                    case .log(let finding): finding.code == "text.changed" && finding.place?.number != nil
                    case .malformedLine(path, _, _), .foreignText: true
                    default: false
                    }
                }
                #expect(names, "byte \(index)")
            }
        }
    }

    @Test("A flipped byte of a document, a list, a rule or a table is found, and the file is named")
    func files() async throws {
        try await PackedBag.with("colon-cade") { bag in
            let document = try #require(try bag.files(in: "data/documents").first)
            let list = try #require(try bag.files(in: "data/dossiers").first)
            let rules = try #require(try bag.files(in: "data/rules").first)
            for path in [document, list, rules, "data/status.csv", "data/history.csv", "data/report.en.html"] {
                let bytes = try bag.bytes(path)
                let findings = try flip(bytes.count / 2, of: path, bytes, in: bag)
                #expect(findings.contains(.bag(.changed(path: path))))
                switch path {
                case document, list: #expect(findings.contains(.documentChanged(path: path)))
                case rules: #expect(findings.contains { $0.code == "rules.changed" })
                default: break
                }
                try bag.write(bytes, to: path)
            }
            #expect(PackageVerification.verify(folder: bag.folder).isSound)
        }
    }

    @Test("A package made from another log does not lead to the head that is trusted")
    func otherLog() async throws {
        try await PackedBag.with(HostileStory.name) { bag in
            let trusted = TreeHead(size: bag.summary.head.size, root: MerkleHash.emptyRoot)
            let findings = PackageVerification.verify(folder: bag.folder, trustedHead: trusted).findings
            #expect(findings == [.headDiffers(found: bag.summary.head, trusted: trusted)])
        }
    }

    /// What is found once one bit of the file is turned; the file is left as it was.
    private func flip(
        _ index: Int,
        of path: String,
        _ bytes: [UInt8],
        in bag: PackedBag
    ) throws -> [PackageFinding] {
        var changed = bytes
        changed[index] ^= 0x01
        try bag.write(changed, to: path)
        let findings = PackageVerification.verify(folder: bag.folder).findings
        try bag.write(bytes, to: path)
        return findings
    }
}
