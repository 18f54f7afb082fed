import Crypto

/// A SHA-256 digest of bytes that arrive in pieces, for a document that should not be held in memory whole.
package struct DigestBuilder: Sendable {
    private var hash = SHA256()

    /// Starts with no bytes.
    package init() {}

    /// Goes on with the next bytes; where they are cut into pieces makes no difference.
    package mutating func update(_ bytes: some Collection<UInt8>) {
        if bytes.withContiguousStorageIfAvailable({ update(buffer: UnsafeRawBufferPointer($0)) }) == nil {
            Array(bytes).withUnsafeBytes { update(buffer: $0) }
        }
    }

    mutating func update(buffer: UnsafeRawBufferPointer) {
        hash.update(bufferPointer: buffer)
    }

    /// The digest of everything so far; the builder can go on afterwards.
    package func finalize() -> Digest {
        hash.finalize().withUnsafeBytes { Digest(copying: $0) }
    }
}
