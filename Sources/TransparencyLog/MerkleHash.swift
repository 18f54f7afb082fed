/// The two hashes of an RFC 6962 tree (section 2.1), kept apart by their first byte.
///
/// Without that byte, a node's two children could be passed off as the content of a leaf.
package enum MerkleHash {
    /// The root of a tree without leaves: SHA-256 of nothing.
    package static let emptyRoot = Digest.sha256(of: [])

    /// The hash of a leaf's content: SHA-256(0x00 ‖ content).
    package static func leaf(_ bytes: some Collection<UInt8>) -> Digest {
        var builder = DigestBuilder()
        builder.update(CollectionOfOne(0x00))
        builder.update(bytes)
        return builder.finalize()
    }

    /// The hash of a leaf's content where it lies.
    package static func leaf(_ bytes: UnsafeRawBufferPointer) -> Digest {
        var builder = DigestBuilder()
        var prefix: UInt8 = 0x00
        withUnsafeBytes(of: &prefix) { builder.update(buffer: $0) }
        builder.update(buffer: bytes)
        return builder.finalize()
    }

    /// The hash of two subtrees: SHA-256(0x01 ‖ left ‖ right).
    package static func node(_ left: Digest, _ right: Digest) -> Digest {
        // One update of 65 bytes costs less than three of their parts.
        withUnsafeTemporaryAllocation(byteCount: 1 + 2 * Digest.byteCount, alignment: 1) { bytes in
            bytes[0] = 0x01
            left.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: bytes[1...]).copyMemory(from: $0) }
            right.withUnsafeBytes {
                UnsafeMutableRawBufferPointer(rebasing: bytes[(1 + Digest.byteCount)...]).copyMemory(from: $0)
            }
            var builder = DigestBuilder()
            builder.update(buffer: UnsafeRawBufferPointer(bytes))
            return builder.finalize()
        }
    }
}
