import CanonicalJSON
package import TransparencyLog

/// Proofs of single leaves from the stored nodes of the tree, without the leaves in between.
///
/// A proof reads at most 256 hashes of each level of 256; those read once are kept for the proofs that follow.
package struct TreeReader {
    /// Levels of the tree from one stored level to the next.
    private static let height = 8

    private let reader: any LogScan
    private let size: Int
    private var tiles: [Place: [Digest]] = [:]

    private struct Place: Hashable {
        let level: Int
        let tile: Int
    }

    package init(_ reader: any LogScan, size: Int) {
        self.reader = reader
        self.size = size
    }

    /// The audit path of RFC 6962 section 2.1.1, the lowest sibling first.
    ///
    /// - Precondition: the index is that of a leaf.
    package mutating func proof(of index: Int) throws -> [Digest] {
        precondition((0..<size).contains(index), "no leaf has the index \(index)")
        var proof: [Digest] = []
        var range = 0..<size
        while range.count > 1 {
            let middle = range.lowerBound + Self.split(range.count)
            let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
            let isLeft = index < middle
            proof.append(try root(of: isLeft ? right : left))
            range = isLeft ? left : right
        }
        return proof.reversed()
    }

    /// The root of the leaves in `range`, which begins where a subtree of its size does.
    private mutating func root(of range: Range<Int>) throws -> Digest {
        guard range.count.nonzeroBitCount == 1 else {
            let middle = range.lowerBound + Self.split(range.count)
            return MerkleHash.node(
                try root(of: range.lowerBound..<middle),
                try root(of: middle..<range.upperBound)
            )
        }
        let height = range.count.trailingZeroBitCount
        let level = height / Self.height
        let width = 1 << (height % Self.height)
        let first = range.lowerBound >> (level * Self.height)
        var nodes = try (first..<(first + width)).map { try node(level, $0) }
        while nodes.count > 1 {
            nodes = stride(from: 0, to: nodes.count, by: 2).map { MerkleHash.node(nodes[$0], nodes[$0 + 1]) }
        }
        return nodes[0]
    }

    private mutating func node(_ level: Int, _ place: Int) throws -> Digest {
        let tile = Place(level: level, tile: place >> Self.height)
        let first = tile.tile << Self.height
        if let kept = tiles[tile] { return kept[place - first] }
        let complete = size >> (level * Self.height)
        let read = try reader.treeHashes(level: level, first..<min(first + 1 << Self.height, complete))
        tiles[tile] = read
        return read[place - first]
    }

    /// The largest power of two below `count`.
    private static func split(_ count: Int) -> Int { 1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount) }
}
