import CanonicalJSON

/// A SHA-256 digest.
package struct Digest: Hashable, Sendable {
    // Four words instead of an array: no allocation for each node of a tree. They hold the bytes in memory order.
    private let words: Words

    private struct Words: Hashable, Sendable {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var third: UInt64 = 0
        var fourth: UInt64 = 0
    }

    /// The number of bytes in a digest.
    package static let byteCount = 32

    /// Takes a digest that was computed elsewhere; nil unless there are exactly 32 bytes.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        var words = Words()
        withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
        self.words = words
    }

    init(copying bytes: UnsafeRawBufferPointer) {
        precondition(bytes.count == Self.byteCount)
        var words = Words()
        withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: bytes) }
        self.words = words
    }

    /// The 32 bytes.
    package var bytes: [UInt8] {
        withUnsafeBytes { Array($0) }
    }

    func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        Swift.withUnsafeBytes(of: words, body)
    }

    /// The SHA-256 digest of the bytes.
    package static func sha256(of bytes: some Collection<UInt8>) -> Digest {
        var builder = DigestBuilder()
        builder.update(bytes)
        return builder.finalize()
    }
}

extension Digest: LosslessStringConvertible {
    /// Reads 64 lowercase hexadecimal digits; one digest has one spelling, so anything else gives nil.
    package init?(hex: some StringProtocol) {
        let digits = Array(hex.utf8)
        guard digits.count == 2 * Self.byteCount else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.byteCount)
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = Hexadecimal.value(digits[index]), let low = Hexadecimal.value(digits[index + 1]),
                Hexadecimal.digit(high) == digits[index], Hexadecimal.digit(low) == digits[index + 1]
            else { return nil }
            bytes.append(high << 4 | low)
        }
        self.init(bytes: bytes)
    }

    /// Reads what ``description`` writes.
    package init?(_ description: String) {
        self.init(hex: description)
    }

    /// The digest as 64 lowercase hexadecimal digits.
    package var description: String {
        withUnsafeBytes { bytes in
            String(unsafeUninitializedCapacity: 2 * Self.byteCount) { digits in
                for (index, byte) in bytes.enumerated() {
                    digits[2 * index] = Hexadecimal.digit(byte >> 4)
                    digits[2 * index + 1] = Hexadecimal.digit(byte & 0xF)
                }
                return 2 * Self.byteCount
            }
        }
    }
}
