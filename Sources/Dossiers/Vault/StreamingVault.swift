package import Engine
import Regulation
package import Submissions

/// A vault that can take a document from a file without holding it in memory.
package protocol StreamingVault: DocumentVault {
    /// Durable once it returns; storing the same bytes again changes nothing.
    func put(fileAt path: String) throws -> DocumentDigest
}
