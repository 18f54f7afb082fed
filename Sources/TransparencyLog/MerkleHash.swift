/// The two hashes of an RFC 6962 tree (section 2.1), kept apart by their first byte.
///
/// Without that byte, a node's two children could be passed off as the content of a leaf.
public enum MerkleHash {
    /// The root of a tree without leaves: SHA-256 of nothing.
    public static let emptyRoot = Digest.sha256(of: [])

    /// The hash of a leaf's content: SHA-256(0x00 ‖ content).
    public static func leaf(_ bytes: some Collection<UInt8>) -> Digest {
        var builder = DigestBuilder()
        builder.update(CollectionOfOne(0x00))
        builder.update(bytes)
        return builder.finalize()
    }

    /// The hash of two subtrees: SHA-256(0x01 ‖ left ‖ right).
    public static func node(_ left: Digest, _ right: Digest) -> Digest {
        var builder = DigestBuilder()
        builder.update(CollectionOfOne(0x01))
        left.withUnsafeBytes { builder.update(buffer: $0) }
        right.withUnsafeBytes { builder.update(buffer: $0) }
        return builder.finalize()
    }
}
