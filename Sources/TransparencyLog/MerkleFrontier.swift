/// The right edge of an RFC 6962 tree: all that is needed to append leaves and know the root.
///
/// A tree of n leaves is a row of perfect subtrees, one for each bit that is set in n. Only their roots are kept, so
/// the edge of a million leaves is at most twenty digests, and an append costs one hash on average.
package struct MerkleFrontier: Hashable, Sendable {
    /// The number of leaves.
    package private(set) var size: Int

    /// The roots of the perfect subtrees, the largest (leftmost) first.
    package private(set) var peaks: [Digest]

    /// A tree without leaves.
    package init() {
        size = 0
        peaks = []
    }

    /// Takes up a stored edge; nil unless there is one peak for each bit that is set in the size.
    package init?(size: Int, peaks: [Digest]) {
        guard size >= 0, peaks.count == size.nonzeroBitCount else { return nil }
        self.size = size
        self.peaks = peaks
    }

    /// Appends a leaf, given by its ``MerkleHash/leaf(_:)``.
    package mutating func append(_ leaf: Digest) {
        append(leaf, level: 0) { _, _ in }
    }

    /// Appends a leaf, and names each perfect subtree that it completes, by its height above the leaves.
    ///
    /// What `completing` throws leaves an edge that is good for nothing.
    package mutating func append(
        _ leaf: Digest,
        completing: (_ height: Int, _ root: Digest) throws -> Void
    ) rethrows {
        try append(leaf, level: 0, completing: completing)
    }

    /// Appends the leaves of another tree, as when parts of a log are hashed beside each other.
    ///
    /// - Precondition: this tree's size is a multiple of the largest power of two in the other's.
    package mutating func append(_ tail: MerkleFrontier) {
        precondition(
            tail.size == 0 || size.trailingZeroBitCount >= Int.bitWidth - 1 - tail.size.leadingZeroBitCount,
            "the other tree does not begin where a subtree of this one does"
        )
        var rest = tail.size
        for peak in tail.peaks {
            // The highest bit of what is left is the subtree that comes next.
            let level = Int.bitWidth - 1 - rest.leadingZeroBitCount
            append(peak, level: level) { _, _ in }
            rest -= 1 << level
        }
    }

    /// Appends a perfect subtree of 2^level leaves.
    private mutating func append(
        _ root: Digest,
        level: Int,
        completing: (_ height: Int, _ root: Digest) throws -> Void
    ) rethrows {
        // As in binary addition: each trailing one of the size is a peak that the new subtree merges with.
        var subtree = root
        for step in 0..<(~(size >> level)).trailingZeroBitCount {
            subtree = MerkleHash.node(peaks.removeLast(), subtree)
            try completing(level + step + 1, subtree)
        }
        peaks.append(subtree)
        size += 1 << level
    }

    /// The root of the tree that these leaves and those of `tail` would make, in one hash for each peak.
    ///
    /// - Precondition: as for ``append(_:)``; `tail` is the root of at least one leaf.
    package func root(followedBy tail: Digest) -> Digest {
        peaks.reversed().reduce(tail) { MerkleHash.node($1, $0) }
    }

    /// The root of the tree, in at most log2(size) hashes.
    package var root: Digest {
        guard var root = peaks.last else { return MerkleHash.emptyRoot }
        for peak in peaks.dropLast().reversed() {
            root = MerkleHash.node(peak, root)
        }
        return root
    }

    /// The size and root as they stand.
    package var head: TreeHead {
        TreeHead(size: size, root: root)
    }
}
