/// The right edge of an RFC 6962 tree: all that is needed to append leaves and know the root.
///
/// A tree of n leaves is a row of perfect subtrees, one for each bit that is set in n. Only their roots are kept, so
/// the edge of a million leaves is at most twenty digests, and an append costs one hash on average.
public struct MerkleFrontier: Hashable, Sendable {
    /// The number of leaves.
    public private(set) var size: Int

    /// The roots of the perfect subtrees, the largest (leftmost) first.
    public private(set) var peaks: [Digest]

    /// A tree without leaves.
    public init() {
        size = 0
        peaks = []
    }

    /// Takes up a stored edge; nil unless there is one peak for each bit that is set in the size.
    public init?(size: Int, peaks: [Digest]) {
        guard size >= 0, peaks.count == size.nonzeroBitCount else { return nil }
        self.size = size
        self.peaks = peaks
    }

    /// Appends a leaf, given by its ``MerkleHash/leaf(_:)``.
    public mutating func append(_ leaf: Digest) {
        append(leaf) { _, _ in }
    }

    /// Appends a leaf, and names each perfect subtree that it completes, by its height above the leaves.
    ///
    /// What `completing` throws leaves an edge that is good for nothing.
    public mutating func append(
        _ leaf: Digest,
        completing: (_ height: Int, _ root: Digest) throws -> Void
    ) rethrows {
        // As in binary addition: each trailing one of the size is a peak that the new leaf merges with.
        var subtree = leaf
        for level in 0..<(~size).trailingZeroBitCount {
            subtree = MerkleHash.node(peaks.removeLast(), subtree)
            try completing(level + 1, subtree)
        }
        peaks.append(subtree)
        size += 1
    }

    /// The root of the tree, in at most log2(size) hashes.
    public var root: Digest {
        guard var root = peaks.last else { return MerkleHash.emptyRoot }
        for peak in peaks.dropLast().reversed() {
            root = MerkleHash.node(peak, root)
        }
        return root
    }

    /// The size and root as they stand.
    public var head: TreeHead {
        TreeHead(size: size, root: root)
    }
}
