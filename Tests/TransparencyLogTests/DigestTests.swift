import Chance
import Testing
import TransparencyLog

@Suite("Digests and commitments")
struct DigestTests {
    @Test("SHA-256 gives the digests of FIPS 180-4")
    func knownDigests() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(Digest.sha256(of: []).description == empty)
        #expect(Digest.sha256(of: "abc".utf8).description == abc)
        #expect(Digest.sha256(of: Array("xabcx".utf8).dropFirst().dropLast()).description == abc)
        #expect(Digest.sha256(of: "abc".utf8.reversed().reversed()).description == abc)
    }

    @Test("bytes that come in pieces give the digest of the whole")
    func pieces() {
        for seed in 0..<100 {
            var random = Dice(seed: seed)
            let bytes = random.bytes(count: Int.random(in: 0...500, using: &random))
            var builder = DigestBuilder()
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Int.random(in: 0...rest.count, using: &random)
                builder.update(rest.prefix(count))
                rest = rest.dropFirst(count)
                #expect(builder.finalize() == Digest.sha256(of: bytes.prefix(bytes.count - rest.count)))
            }
            #expect(builder.finalize() == Digest.sha256(of: bytes))
        }
    }

    @Test("a digest has one spelling")
    func spelling() throws {
        let digest = Digest.sha256(of: "abc".utf8)
        let hex = digest.description
        #expect(Digest(hex) == digest)
        #expect(Digest(hex: hex[...]) == digest)
        #expect(Digest(bytes: digest.bytes) == digest)
        #expect(digest.bytes.count == 32)
        #expect(digest.bytes.prefix(2) == [0xBA, 0x78])
        #expect(Digest(hex.uppercased()) == nil)
        #expect(Digest(String(hex.dropLast())) == nil)
        #expect(Digest(hex + "00") == nil)
        #expect(Digest(String(hex.dropLast()) + "g") == nil)
        #expect(Digest(bytes: digest.bytes.dropLast()) == nil)
    }

    @Test("a commitment is the SHA-256 that its description promises")
    func commitmentFormat() {
        var bytes = Array("tasuki/text-commitment/1".utf8)
        bytes += [0, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]
        bytes += Array("医療機器".utf8)
        #expect(SaltedText.commit("医療機器", salt: [1, 2, 3]) == Digest.sha256(of: bytes))
    }

    @Test("only the text and the salt that were promised open a commitment")
    func openingCommitments() {
        let commitment = SaltedText.commit("stays secret", salt: [1, 2, 3])
        #expect(SaltedText.verify("stays secret", salt: [1, 2, 3], commitment: commitment))
        #expect(!SaltedText.verify("stays secret.", salt: [1, 2, 3], commitment: commitment))
        #expect(!SaltedText.verify("stays secret", salt: [1, 2, 4], commitment: commitment))
        #expect(SaltedText.commit("bc", salt: [0x61]) != SaltedText.commit("c", salt: [0x61, 0x62]))
        #expect(SaltedText.commit("\u{E9}", salt: []) != SaltedText.commit("e\u{301}", salt: []))
    }
}
