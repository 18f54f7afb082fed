package import Engine
package import Regulation
package import Submissions

/// A dossier as it lies in a folder, read and found in order.
package struct Dossier: Hashable, Sendable {
    /// Where it was read.
    package let folder: String
    /// What it holds, as it would be frozen now.
    package let revision: DossierRevision
    /// What systems and programs left in the folder, in its order: no documents, never filed.
    package let passedOver: [String]
    /// Documents that may not open where they are sent.
    package let findings: [FileFinding]

    /// By heading, jurisdiction and path.
    package var documents: [Document] { revision.documents }
    /// The documents as the rules see them.
    package var entries: [DossierEntry] { revision.entries }

    /// Puts every document into the vault, then the list of them, and gives the digest of that list.
    ///
    /// The list comes last: whoever holds its digest can read all that it names. Storing the same dossier again changes
    /// nothing and gives the same digest.
    /// - Throws: ``DossierError/changed(path:)`` where a file is no longer what was read, or what the vault throws.
    package func store(in vault: any DocumentVault) throws -> DocumentDigest {
        for document in documents { try store(document.path, as: document.digest, in: vault) }
        if let manifest = revision.manifest { try store(DossierFolder.manifestName, as: manifest, in: vault) }
        return try vault.put(revision.bytes)
    }

    private func store(_ path: String, as digest: DocumentDigest, in vault: any DocumentVault) throws {
        let place = folder + "/" + path
        let stored =
            if let vault = vault as? any StreamingVault {
                try vault.put(fileAt: place)
            } else {
                try vault.put(Handle.file(at: place).readAll(limit: DocumentLimit.bytes))
            }
        guard stored == digest else { throw DossierError.changed(path: path) }
    }
}

extension Dossier {
    /// The dossier without the documents for which `isOmitted` answers yes.
    package func omitting(_ isOmitted: (Document) -> Bool) -> Dossier {
        let kept = documents.filter { !isOmitted($0) }
        let paths = Set(kept.map(\.path))
        return Dossier(
            folder: folder,
            revision: DossierRevision(documents: kept, manifest: revision.manifest),
            passedOver: passedOver,
            findings: findings.filter { paths.contains($0.path) }
        )
    }

    /// The dossier as it is filed: without the documents of countries that are none of these.
    package func forFiling(in targets: [JurisdictionCode]) -> Dossier {
        omitting { document in document.jurisdiction.map { !targets.contains($0) } ?? false }
    }

    /// The documents of countries that are none of `targets`, and wait for their own filing.
    package func waiting(beside targets: [JurisdictionCode]) -> [JurisdictionCode: [Document]] {
        let apart = documents.filter { document in document.jurisdiction.map { !targets.contains($0) } ?? false }
        return Dictionary(grouping: apart) { $0.jurisdiction ?? "" }
    }
}
