package import Submissions

/// The digests of the texts that ship with samples, by which one that nobody has touched is known.
package enum SampleTexts {
    /// The digest of every file below the folder at `path`, YAML left out; none where there is no such folder.
    package static func digests(below path: String) -> Set<DocumentDigest> {
        guard let folder = try? Handle.folder(at: path) else { return [] }
        var digests: Set<DocumentDigest> = []
        collect(folder, path, &digests)
        return digests
    }

    private static func collect(_ folder: borrowing Handle, _ path: String, _ digests: inout Set<DocumentDigest>) {
        for entry in (try? folder.entries()) ?? [] where !entry.isHidden {
            let inner = path + "/" + entry.escaped
            switch entry.kind {
            case .folder:
                guard let handle = try? folder.folder(entry.name, path: inner) else { continue }
                collect(handle, inner, &digests)
            case .file:
                guard !entry.escaped.hasSuffix(".yaml"), let file = try? folder.file(entry.name, path: inner),
                    let digest = try? file.digest(limit: DocumentLimit.bytes)
                else { continue }
                digests.insert(digest.digest)
            case .symbolicLink, .other: continue
            }
        }
    }
}
