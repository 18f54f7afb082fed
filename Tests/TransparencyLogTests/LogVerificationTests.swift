import Chance
import Testing
import TransparencyLog

@Suite("Verification of a log finds every defect and says where")
struct LogVerificationTests {
    private let contents: [[UInt8]]
    private let heads: [TreeHead]

    /// Thirty leaves, with a head after every third.
    init() {
        var random = Dice(seed: 5)
        contents = (0..<30).map { _ in random.bytes(count: 10) }
        var frontier = MerkleFrontier()
        var heads = [frontier.head]
        for (index, content) in contents.enumerated() {
            frontier.append(MerkleHash.leaf(content))
            if index % 3 == 2 { heads.append(frontier.head) }
        }
        self.heads = heads
    }

    private func defects(_ contents: [[UInt8]], recorded: [[UInt8]]? = nil, heads: [TreeHead]) -> [LogDefect] {
        var verification = LogVerification(heads: heads)
        for (content, original) in zip(contents, recorded ?? contents) {
            verification.add(content, recordedAs: MerkleHash.leaf(original))
        }
        return verification.defects()
    }

    @Test("an untouched log has no defect, also when it has outgrown its last head")
    func untouched() {
        #expect(defects(contents, heads: heads) == [])
        #expect(defects(contents, heads: []) == [])
        #expect(defects(contents, heads: Array(heads.prefix(4))) == [])
        #expect(defects(contents, heads: heads.flatMap { [$0, $0] }) == [])
    }

    @Test("a flipped byte is found at its leaf and at every head from there on")
    func flippedByte() {
        for index in contents.indices {
            var changed = contents
            changed[index][index % 10] ^= 0x40
            let found = defects(changed, recorded: contents, heads: heads)
            let computed = MerkleHash.leaf(changed[index])
            let recorded = MerkleHash.leaf(contents[index])
            #expect(found.first == .leafDiffers(index: index, recorded: recorded, computed: computed))
            let lines = found.compactMap { if case .rootDiffers(let line, _, _, _) = $0 { line } else { nil } }
            #expect(lines == Array((index / 3 + 1)...10))
            let agreed = found.compactMap { if case .rootDiffers(_, _, _, let size) = $0 { size } else { nil } }
            #expect(Set(agreed) == [index / 3 * 3])
        }
    }

    @Test("a change whose stored hash was changed too is found by the heads alone")
    func consistentForgery() {
        var changed = contents
        changed[4][0] ^= 1
        let found = defects(changed, heads: heads)
        #expect(found.count == 9)
        let root = MerkleTree.root(of: changed.prefix(6).map { MerkleHash.leaf($0) })
        #expect(found.first == .rootDiffers(line: 2, recorded: heads[2], computed: root, agreedSize: 3))
    }

    @Test("leaves that were cut off are missed by every head that saw them")
    func truncation() {
        let found = defects(Array(contents.prefix(25)), heads: heads)
        #expect(
            found == [
                .leavesMissing(line: 9, recorded: heads[9], present: 25),
                .leavesMissing(line: 10, recorded: heads[10], present: 25),
            ]
        )
    }

    @Test("leaves in another order, left out or put in are found")
    func reordering() {
        var swapped = contents
        swapped.swapAt(10, 11)
        #expect(!defects(swapped, heads: heads).isEmpty)
        var shortened = contents
        shortened.remove(at: 7)
        #expect(!defects(shortened, heads: heads).isEmpty)
        var lengthened = contents
        lengthened.insert([], at: 29)
        #expect(!defects(lengthened, heads: heads).isEmpty)
    }

    @Test("a head that was altered, or stands out of order, is the only defect")
    func alteredHead() {
        var altered = heads
        altered[4] = TreeHead(size: heads[4].size, root: heads[3].root)
        #expect(
            defects(contents, heads: altered)
                == [.rootDiffers(line: 4, recorded: altered[4], computed: heads[4].root, agreedSize: 9)]
        )
        var reordered = heads
        reordered.swapAt(2, 3)
        #expect(defects(contents, heads: reordered) == [.headShrinks(line: 3, recorded: heads[2])])
        let falseStart = TreeHead(size: 0, root: heads[1].root)
        #expect(
            defects(contents, heads: [falseStart])
                == [.rootDiffers(line: 0, recorded: falseStart, computed: MerkleHash.emptyRoot, agreedSize: 0)]
        )
    }
}
