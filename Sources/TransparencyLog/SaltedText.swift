/// A promise of a free text that hides it: what a leaf holds instead of a name or a sentence.
///
/// The commitment is SHA-256 over, in this order, the 24 bytes of ``domain``, the number of salt bytes as eight bytes
/// with the highest first, the salt, and the text in UTF-8. The domain keeps a commitment from ever being taken for a
/// leaf or a node of the tree, the length keeps salt and text apart. With 16 secret bytes of salt or more the text
/// cannot be guessed; once the salt and the text are erased, the commitment says nothing, and every proof still holds.
package enum SaltedText {
    /// The bytes that every commitment starts with: `tasuki/text-commitment/1`.
    package static let domain: [UInt8] = Array("tasuki/text-commitment/1".utf8)

    /// The commitment of a text, byte for byte: a text in another Unicode normal form is another text.
    package static func commit(_ text: String, salt: [UInt8]) -> Digest {
        var builder = DigestBuilder()
        builder.update(domain)
        withUnsafeBytes(of: UInt64(salt.count).bigEndian) { builder.update(buffer: $0) }
        builder.update(salt)
        builder.update(text.utf8)
        return builder.finalize()
    }

    /// Whether the text and the salt are those that were promised.
    package static func verify(_ text: String, salt: [UInt8], commitment: Digest) -> Bool {
        commit(text, salt: salt) == commitment
    }
}
