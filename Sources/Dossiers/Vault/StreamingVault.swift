public import Engine
public import Regulation
public import Submissions

/// A vault that can take a document from a file without holding it in memory.
public protocol StreamingVault: DocumentVault {
    /// Durable once it returns; storing the same bytes again changes nothing.
    func put(fileAt path: String) throws -> DocumentDigest
}
