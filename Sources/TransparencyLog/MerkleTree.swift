/// Roots and proofs over leaves that are held in memory (RFC 6962 section 2.1).
///
/// A leaf is given by its ``MerkleHash/leaf(_:)``. Making a proof hashes every leaf once; verifying one takes
/// log2(size) hashes and nothing but the proof.
package enum MerkleTree {
    /// The root over the leaves, in order.
    package static func root(of leaves: some Sequence<Digest>) -> Digest {
        var frontier = MerkleFrontier()
        for leaf in leaves { frontier.append(leaf) }
        return frontier.root
    }

    /// The audit path of one leaf: the roots beside its way up, the lowest first (RFC 6962 section 2.1.1).
    ///
    /// - Precondition: the index is that of a leaf.
    package static func inclusionProof(of index: Int, in leaves: [Digest]) -> [Digest] {
        precondition(leaves.indices.contains(index), "no leaf has the index \(index)")
        var proof: [Digest] = []
        var tree = leaves[...]
        while tree.count > 1 {
            let middle = tree.startIndex + leftCount(of: tree.count)
            let (left, right) = (tree[..<middle], tree[middle...])
            proof.append(root(of: index < middle ? right : left))
            tree = index < middle ? left : right
        }
        return proof.reversed()
    }

    /// Whether the leaf stands at the index in the tree of that size and root (RFC 9162 section 2.1.3.2).
    ///
    /// Any input is answered; a path that is too long or too short proves nothing.
    package static func verifyInclusion(leaf: Digest, index: Int, size: Int, proof: [Digest], root: Digest) -> Bool {
        guard index >= 0, index < size else { return false }
        var (node, last) = (index, size - 1)
        var computed = leaf
        for sibling in proof {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                computed = MerkleHash.node(sibling, computed)
                // A node without a right sibling rises unchanged to the level where it has a left one.
                let levels = node.trailingZeroBitCount
                if node & 1 == 0 { (node, last) = (node >> levels, last >> levels) }
            } else {
                computed = MerkleHash.node(computed, sibling)
            }
            (node, last) = (node >> 1, last >> 1)
        }
        return last == 0 && computed == root
    }

    /// The number of leaves in the left subtree: the largest power of two below the count.
    static func leftCount(of count: Int) -> Int {
        1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }
}
