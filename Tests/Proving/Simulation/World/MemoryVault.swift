import Engine
import Regulation
import Submissions
import Synchronization
import TransparencyLog

/// The documents of a simulated workspace; whatever was put is durable at once, as the port promises.
final class MemoryVault: DocumentVault {
    private let documents = Mutex<[DocumentDigest: [UInt8]]>([:])

    func put(_ bytes: [UInt8]) throws -> DocumentDigest {
        let digest = DocumentDigest(Digest.sha256(of: bytes).description)
        documents.withLock { $0[digest] = bytes }
        return digest
    }

    func bytes(of digest: DocumentDigest) throws -> [UInt8]? { documents.withLock { $0[digest] } }
}
