import Chance
import Testing
import TransparencyLog

@Suite("A proof convinces only of what is true")
struct MerkleProofTests {
    private let leaves: [Digest]

    init() {
        var random = Dice(seed: 42)
        leaves = random.leaves(count: 130)
    }

    @Test("the inclusion proofs of the Certificate Transparency test tree")
    func knownInclusionProofs() {
        let proofs: [(Int, Int, [String])] = [
            (0, 1, []),
            (
                0, 8,
                [
                    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
                ]
            ),
            (
                5, 8,
                [
                    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                ]
            ),
            (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
            (
                1, 5,
                [
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                ]
            ),
        ]
        for (index, size, expected) in proofs {
            let proof = MerkleTree.inclusionProof(of: index, in: Array(ReferenceTree.leaves.prefix(size)))
            #expect(proof.map(\.description) == expected)
        }
    }

    @Test("the consistency proofs of the Certificate Transparency test tree")
    func knownConsistencyProofs() {
        let proofs: [(Int, Int, [String])] = [
            (1, 1, []),
            (
                1, 8,
                [
                    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
                ]
            ),
            (
                6, 8,
                [
                    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                ]
            ),
            (
                2, 5,
                [
                    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                ]
            ),
        ]
        for (oldSize, size, expected) in proofs {
            let proof = MerkleTree.consistencyProof(from: oldSize, in: Array(ReferenceTree.leaves.prefix(size)))
            #expect(proof.map(\.description) == expected)
        }
    }

    @Test("every leaf of every tree up to 40 is proved, and no other leaf or place with its proof")
    func inclusion() {
        for size in 1...40 {
            let tree = Array(leaves.prefix(size))
            let root = MerkleTree.root(of: tree)
            for index in 0..<size {
                let proof = MerkleTree.inclusionProof(of: index, in: tree)
                func verifies(_ leaf: Digest, at place: Int, _ path: [Digest], _ root: Digest) -> Bool {
                    MerkleTree.verifyInclusion(leaf: leaf, index: place, size: size, proof: path, root: root)
                }
                #expect(verifies(tree[index], at: index, proof, root))
                for other in -1...size where other != index { #expect(!verifies(tree[index], at: other, proof, root)) }
                #expect(!verifies(tree[index].flipped(bit: index), at: index, proof, root))
                #expect(!verifies(tree[index], at: index, proof, root.flipped(bit: 255 - index)))
                for damaged in damages(of: proof) { #expect(!verifies(tree[index], at: index, damaged, root)) }
            }
        }
    }

    @Test("every tree up to 40 extends every earlier one, and no damaged proof or head is believed")
    func consistency() {
        let heads = (0...40).map { TreeHead(size: $0, root: MerkleTree.root(of: leaves.prefix($0))) }
        for new in heads {
            for old in heads.prefix(new.size + 1) {
                let proof = MerkleTree.consistencyProof(from: old.size, in: Array(leaves.prefix(new.size)))
                #expect(MerkleTree.verifyConsistency(from: old, to: new, proof: proof))
                for damaged in damages(of: proof) {
                    #expect(!MerkleTree.verifyConsistency(from: old, to: new, proof: damaged))
                }
                let falseOld = TreeHead(size: old.size, root: old.root.flipped(bit: new.size))
                #expect(!MerkleTree.verifyConsistency(from: falseOld, to: new, proof: proof))
                guard old.size > 0 else { continue }
                let falseNew = TreeHead(size: new.size, root: new.root.flipped(bit: old.size))
                #expect(!MerkleTree.verifyConsistency(from: old, to: falseNew, proof: proof))
                if old.size < new.size { #expect(!MerkleTree.verifyConsistency(from: new, to: old, proof: proof)) }
            }
        }
    }

    @Test("a log that rewrote an old leaf cannot prove that it extends its former self")
    func rewrittenHistory() {
        for changed in 0..<50 {
            var forged = leaves
            forged[changed] = forged[changed].flipped(bit: 0)
            let old = TreeHead(size: 50, root: MerkleTree.root(of: leaves.prefix(50)))
            let new = TreeHead(size: 130, root: MerkleTree.root(of: forged))
            let proof = MerkleTree.consistencyProof(from: 50, in: forged)
            #expect(!MerkleTree.verifyConsistency(from: old, to: new, proof: proof))
        }
    }

    /// The proof with each digest altered or missing, and with one too many.
    private func damages(of proof: [Digest]) -> [[Digest]] {
        var damages = [proof + [leaves[0]], [leaves[0]] + proof]
        for index in proof.indices {
            var (altered, shortened) = (proof, proof)
            altered[index] = altered[index].flipped(bit: 31 * index % 256)
            shortened.remove(at: index)
            damages += [altered, shortened]
        }
        return damages
    }
}
