import Regulation
package import Submissions
import TransparencyLog

/// A document that comes with an action.
package struct IncomingDocument: Hashable, Sendable {
    package let digest: DocumentDigest
    package let name: String
    package let mediaType: String
    package let size: Int
    /// `nil` where they lie in the vault already.
    let bytes: [UInt8]?

    /// A document that is put into the vault if the action is one that the actor may do.
    package init(name: String, mediaType: String, bytes: [UInt8]) {
        digest = DocumentDigest(Digest.sha256(of: bytes).description)
        self.name = name
        self.mediaType = mediaType
        size = bytes.count
        self.bytes = bytes
    }

    /// A document whose bytes already lie in the vault.
    package init(digest: DocumentDigest, name: String, mediaType: String, size: Int) {
        self.digest = digest
        self.name = name
        self.mediaType = mediaType
        self.size = size
        bytes = nil
    }
}
