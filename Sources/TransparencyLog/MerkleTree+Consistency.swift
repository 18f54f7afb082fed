extension MerkleTree {
    /// The proof that the tree over all leaves extends the one over the first `oldSize` (RFC 6962 section 2.1.2).
    ///
    /// It is empty where there is nothing to prove: from no leaves, or to the same size.
    /// - Precondition: `oldSize` is from 0 to the number of leaves.
    package static func consistencyProof(from oldSize: Int, in leaves: [Digest]) -> [Digest] {
        precondition((0...leaves.count).contains(oldSize), "the log never had \(oldSize) leaves")
        guard oldSize > 0 else { return [] }
        var proof: [Digest] = []
        var tree = leaves[...]
        // The old root itself is known to whoever verifies, so it is left out where it is a subtree of the new tree.
        var isOldRootKnown = true
        while tree.endIndex != oldSize {
            let middle = tree.startIndex + leftCount(of: tree.count)
            let (left, right) = (tree[..<middle], tree[middle...])
            proof.append(root(of: oldSize <= middle ? right : left))
            isOldRootKnown = isOldRootKnown && oldSize <= middle
            tree = oldSize <= middle ? left : right
        }
        if !isOldRootKnown { proof.append(root(of: tree)) }
        return proof.reversed()
    }

    /// Whether the new log holds all leaves of the old one, unchanged and in order (RFC 9162 section 2.1.4.2).
    ///
    /// Any input is answered; from no leaves and to the same size only the empty proof is right.
    package static func verifyConsistency(from old: TreeHead, to new: TreeHead, proof: [Digest]) -> Bool {
        guard old.size <= new.size else { return false }
        guard old.size > 0 else { return proof.isEmpty && old.root == MerkleHash.emptyRoot }
        guard old.size < new.size else { return proof.isEmpty && old.root == new.root }

        // A power of two: the old root is a node of the new tree, and the proof starts from it.
        var path = proof[...]
        if old.size.nonzeroBitCount == 1 { path = [old.root] + path }
        guard let start = path.popFirst() else { return false }

        let levels = (~(old.size - 1)).trailingZeroBitCount
        var (node, last) = ((old.size - 1) >> levels, (new.size - 1) >> levels)
        var (oldRoot, newRoot) = (start, start)
        for sibling in path {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                oldRoot = MerkleHash.node(sibling, oldRoot)
                newRoot = MerkleHash.node(sibling, newRoot)
                let rise = node.trailingZeroBitCount
                if node & 1 == 0 { (node, last) = (node >> rise, last >> rise) }
            } else {
                newRoot = MerkleHash.node(newRoot, sibling)
            }
            (node, last) = (node >> 1, last >> 1)
        }
        return last == 0 && oldRoot == old.root && newRoot == new.root
    }
}
