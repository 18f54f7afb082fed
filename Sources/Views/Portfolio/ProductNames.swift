package import Engine
import Regulation
package import Submissions

/// Reads a manifest from its bytes; the engine itself knows no file format.
package typealias ManifestReading = @Sendable ([UInt8]) -> SubmissionManifest?

extension Tasuki {
    /// The product's name as the manifest of the submission gives it; `nil` where nobody can read it.
    package func productName(
        of name: SubmissionName,
        in language: String,
        reading: @escaping ManifestReading
    ) async throws -> String? {
        try await store.read { reader in
            self.productName(try self.loaded(name, in: reader).opened, in: language, reading)
        }
    }

    /// A manifest that is missing or damaged hides a name and nothing else: `tasuki audit verify` tells of it.
    func productName(_ opened: SubmissionOpened, in language: String, _ reading: ManifestReading) -> String? {
        manifest(opened.manifest, reading)?.product.name(in: language)
    }

    /// The manifest of this digest; nil where nobody can read it.
    func manifest(_ digest: DocumentDigest, _ reading: ManifestReading) -> SubmissionManifest? {
        (try? world.vault.bytes(of: digest)).flatMap(reading)
    }
}
