import TransparencyLog

/// Every node of an RFC 6962 tree, so that many inclusion proofs cost one pass.
///
/// A node without a right sibling rises unchanged to the next level, which gives the tree of section 2.1: splitting at
/// the largest power of two below the size pairs the same nodes.
struct MerkleLevels {
    /// The leaves first, the root last.
    private let levels: [[Digest]]

    init(leaves: [Digest]) {
        var levels = [leaves]
        while let below = levels.last, below.count > 1 {
            var level: [Digest] = []
            level.reserveCapacity((below.count + 1) / 2)
            for index in stride(from: 0, to: below.count, by: 2) {
                let hasRight = index + 1 < below.count
                level.append(hasRight ? MerkleHash.node(below[index], below[index + 1]) : below[index])
            }
            levels.append(level)
        }
        self.levels = levels
    }

    var head: TreeHead {
        TreeHead(size: levels[0].count, root: levels.last?.first ?? MerkleHash.emptyRoot)
    }

    /// The audit path of section 2.1.1, the lowest sibling first.
    ///
    /// - Precondition: the index is that of a leaf.
    func proof(of index: Int) -> [Digest] {
        precondition(levels[0].indices.contains(index), "no leaf has the index \(index)")
        var index = index
        var proof: [Digest] = []
        for level in levels {
            let sibling = index ^ 1
            if sibling < level.count { proof.append(level[sibling]) }
            index >>= 1
        }
        return proof
    }
}
