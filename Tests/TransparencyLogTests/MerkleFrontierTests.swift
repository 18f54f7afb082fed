import Chance
import Testing
import TransparencyLog

@Suite("Trees that were hashed beside each other make one tree")
struct MerkleFrontierTests {
    @Test("tiles appended in order give the edge that their leaves give one by one, whatever the last tile holds")
    func tiles() {
        var random = Dice(seed: 3)
        let leaves = random.leaves(count: 150)
        for tile in [1, 2, 8, 32, 64] {
            for count in 0...leaves.count {
                var whole = MerkleFrontier()
                for leaf in leaves[..<count] { whole.append(leaf) }
                var joined = MerkleFrontier()
                for start in stride(from: 0, to: count, by: tile) {
                    var part = MerkleFrontier()
                    for leaf in leaves[start..<min(start + tile, count)] {
                        part.append(leaf)
                        // The root at every size inside the tile is known from the peaks in front of it.
                        #expect(
                            joined.root(followedBy: part.root) == MerkleTree.root(of: leaves[..<(start + part.size)])
                        )
                    }
                    joined.append(part)
                }
                #expect(joined == whole, "\(count) leaves in tiles of \(tile)")
                if tile == 1, count > 20 { break }
            }
        }
    }

    @Test("a head is read from its line where it lies, in its one spelling")
    func headLines() {
        let head = TreeHead(size: 1_234, root: MerkleHash.emptyRoot)
        func read(_ text: String) -> TreeHead? {
            Array(text.utf8).withUnsafeBytes { TreeHead(line: $0) }
        }
        #expect(read(head.description) == head)
        for text in [
            "", " ", "0\(head)", "+\(head)", "\(head) ", " \(head)", head.description.uppercased(),
            String(head.description.dropLast()), "1234  \(head.root)", "99999999999999999999 \(head.root)",
            "\(head.root)",
        ] {
            #expect(read(text) == nil, "\(text)")
            #expect(TreeHead(text) == nil, "\(text)")
        }
    }
}
