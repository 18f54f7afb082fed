import CanonicalJSON
package import Regulation
package import Submissions
import TransparencyLog

/// A dossier as it was at one moment: the list of its documents, itself a document in the vault.
///
/// Its digest names every byte of the dossier, so two dossiers with the same documents are the same revision.
package struct DossierRevision: Hashable, Sendable {
    /// By heading, jurisdiction and path.
    package let documents: [Document]
    /// The digest of `submission.yaml`; `nil` where the dossier has none.
    package let manifest: DocumentDigest?

    package init(documents: [Document], manifest: DocumentDigest?) {
        self.documents = documents.sorted(by: Document.isOrdered)
        self.manifest = manifest
    }

    /// Reads what ``bytes`` wrote, and nothing else.
    package init(bytes: some Collection<UInt8>) throws(DossierError) {
        let json: JSONValue
        do {
            json = try JSONValue(parsing: bytes)
        } catch {
            throw .malformedRevision("it is no JSON at byte \(error.offset)")
        }
        guard let list = json["documents"]?.arrayValue else { throw .malformedRevision("it lists no documents") }
        var documents: [Document] = []
        for (index, element) in list.enumerated() {
            guard let document = Document(element) else {
                throw .malformedRevision("document \(index + 1) is not whole")
            }
            documents.append(document)
        }
        let manifest = json["manifest"]?.stringValue.map { DocumentDigest($0) }
        self.init(documents: documents, manifest: manifest)
        // One revision has one form. This refuses another order, members we do not know, and padding in one breath.
        guard self.bytes.elementsEqual(bytes) else { throw .malformedRevision("it is not in canonical form") }
    }

    /// The canonical JSON (RFC 8785) that the vault keeps.
    package var bytes: [UInt8] {
        var members: [String: JSONValue] = ["documents": .array(documents.map(\.json))]
        members["manifest"] = manifest.map { .string($0.rawValue) }
        return JSONValue.object(members).canonicalBytes()
    }

    /// The digest under which the vault keeps the revision.
    package var digest: DocumentDigest { DocumentDigest(Digest.sha256(of: bytes).description) }

    /// The documents as the rules see them.
    package var entries: [DossierEntry] { documents.map(\.entry) }
}
