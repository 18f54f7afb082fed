import Chance
import Testing
import TransparencyLog

@Suite("The tree is that of RFC 6962")
struct MerkleTreeTests {
    @Test("the roots of the Certificate Transparency test tree")
    func knownRoots() {
        #expect(MerkleHash.emptyRoot.description.hasPrefix("e3b0c44298fc1c149afbf4c8996fb924"))
        #expect(MerkleTree.root(of: []) == MerkleHash.emptyRoot)
        for size in 1...8 {
            let root = MerkleTree.root(of: ReferenceTree.leaves.prefix(size))
            #expect(root.description == ReferenceTree.roots[size - 1], "size \(size)")
        }
    }

    @Test("a thousand leaves give the root that an independent implementation computed")
    func independentRoot() {
        let contents = ReferenceTree.contents + (0..<1_000).map { Array("leaf \($0)".utf8) }
        let root = MerkleTree.root(of: contents.map { MerkleHash.leaf($0) })
        #expect(root.description == "5a567ffcded0301ef03040cce5c12a3093b4002856c40b921f59b08d15493046")
    }

    @Test("a leaf and a node of the same bytes have different hashes")
    func domainSeparation() {
        let (left, right) = (MerkleHash.leaf([1]), MerkleHash.leaf([2]))
        #expect(MerkleHash.node(left, right) == Digest.sha256(of: [1] + left.bytes + right.bytes))
        #expect(MerkleHash.leaf(left.bytes + right.bytes) != MerkleHash.node(left, right))
        #expect(MerkleHash.node(left, right) != MerkleHash.node(right, left))
    }

    @Test("the edge of the tree gives the root of the definition at every size up to 300")
    func frontierEqualsDefinition() {
        var random = Dice(seed: 300)
        let leaves = random.leaves(count: 300)
        var frontier = MerkleFrontier()
        for size in 0...300 {
            #expect(frontier.size == size)
            #expect(frontier.root == ReferenceTree.root(of: leaves.prefix(size)), "size \(size)")
            #expect(frontier.peaks.count == size.nonzeroBitCount)
            #expect(MerkleFrontier(size: size, peaks: frontier.peaks) == frontier)
            #expect(frontier.head == TreeHead(size: size, root: frontier.root))
            if size < 300 { frontier.append(leaves[size]) }
        }
    }

    @Test("an edge with the wrong number of peaks is no edge")
    func malformedFrontier() {
        let leaf = MerkleHash.leaf([])
        #expect(MerkleFrontier(size: 0, peaks: []) == MerkleFrontier())
        #expect(MerkleFrontier(size: 3, peaks: [leaf]) == nil)
        #expect(MerkleFrontier(size: 4, peaks: [leaf, leaf]) == nil)
        #expect(MerkleFrontier(size: 0, peaks: [leaf]) == nil)
        #expect(MerkleFrontier(size: -1, peaks: Array(repeating: leaf, count: 64)) == nil)
    }

    @Test("any byte of any leaf that changes, changes the root")
    func anyFlippedByte() {
        for seed in 0..<40 {
            var random = Dice(seed: seed)
            let count = Int.random(in: 1...20, using: &random)
            var contents = (0..<count).map { _ in random.bytes(count: Int.random(in: 1...12, using: &random)) }
            let root = MerkleTree.root(of: contents.map { MerkleHash.leaf($0) })
            for leaf in contents.indices {
                for byte in contents[leaf].indices {
                    let change = UInt8.random(in: 1...255, using: &random)
                    contents[leaf][byte] ^= change
                    #expect(MerkleTree.root(of: contents.map { MerkleHash.leaf($0) }) != root, "seed \(seed)")
                    contents[leaf][byte] ^= change
                }
            }
        }
    }

    @Test("a head is one line, with one spelling")
    func headLines() {
        let hex = ReferenceTree.roots[7]
        let head = TreeHead("8 \(hex)")
        #expect(head?.size == 8)
        #expect(head?.root.description == hex)
        #expect(head?.description == "8 \(hex)")
        let lines = [
            "", "8", "8 ", "8  \(hex)", " 8 \(hex)", "8 \(hex) ", "8 \(hex)\n", "08 \(hex)", "+8 \(hex)", "-8 \(hex)",
            "8\t\(hex)", "8 \(hex.uppercased())", "99999999999999999999 \(hex)", "x \(hex)",
        ]
        for line in lines {
            #expect(TreeHead(line) == nil, "\(line.debugDescription)")
        }
    }
}
