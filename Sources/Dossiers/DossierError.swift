import Engine
package import Submissions

/// Why documents cannot be stored, read back or packed.
package enum DossierError: Error, Hashable, Sendable {
    /// The bytes that the vault holds under this digest are no longer those that were stored.
    case corrupted(DocumentDigest)
    /// The document has more bytes than the limit; split it, or compress what it holds.
    case tooLarge(path: String?, bytes: Int, limit: Int)
    /// A symbolic link stands where a file or folder should; what it points to may change or lie elsewhere.
    case symbolicLink(path: String)
    /// A folder, pipe, socket or device stands where a file should.
    case notAFile(path: String)
    /// The document changed, or went away, after the dossier was read; read the dossier again.
    case changed(path: String)
    /// The bytes are no frozen dossier.
    case malformedRevision(String)
    /// The path is absolute, leaves the bag, or means something else on another system.
    case unsafeBagPath(String)
    /// The bag has a file of this name already, or keeps the name for itself.
    case bagPathTaken(String)
    /// A bag is written only into a folder that is new or empty.
    case bagFolderInUse(path: String)
    /// The label of a line in `bag-info.txt` is empty, has a colon or a line break, or is counted by the writer.
    case badBagLabel(String)
    /// The system refused, with its error number.
    case system(path: String, number: Int32)
}

extension DossierError {
    /// The stable name of the error.
    package var code: String {
        switch self {
        case .corrupted: "document.corrupted"
        case .tooLarge: "document.too-large"
        case .symbolicLink: "file.symbolic-link"
        case .notAFile: "file.not-regular"
        case .changed: "document.changed"
        case .malformedRevision: "revision.malformed"
        case .unsafeBagPath: "bag.unsafe-path"
        case .bagPathTaken: "bag.path-taken"
        case .bagFolderInUse: "bag.folder-in-use"
        case .badBagLabel: "bag.bad-label"
        case .system: "file.system"
        }
    }
}

extension DossierError: StoreFault {
    /// Whether the disk or its limits stood in the way, not the document.
    package var isOfTheSystem: Bool {
        if case .system = self { return true }
        return false
    }

    package var remedy: String { description }
    package var mayBeSentAgain: Bool { isOfTheSystem }
}

extension DossierError: CustomStringConvertible {
    /// What happened, and what can be done about it.
    package var description: String {
        switch self {
        case .corrupted(let digest):
            "the document \(digest) is damaged in the vault: restore it from a backup"
        case .tooLarge(let path, let bytes, let limit):
            "\(path ?? "the document") has \(bytes) bytes, more than the \(limit) allowed: split it or compress it"
        case .symbolicLink(let path):
            "\(path) is a symbolic link: put the file itself in its place"
        case .notAFile(let path):
            "\(path) is no ordinary file"
        case .changed(let path):
            "\(path) changed while it was being stored: leave the dossier alone for a moment and try again"
        case .malformedRevision(let reason):
            "this is no frozen dossier: \(reason)"
        case .unsafeBagPath(let path):
            "\(path) is not safe as a path in a bag: use a relative path without ‘..’, ‘~’ or backslashes"
        case .bagPathTaken(let path):
            "\(path) is in the bag already, or its name is the bag's own"
        case .bagFolderInUse(let path):
            "\(path) is not empty: name a folder that does not exist yet"
        case .badBagLabel(let label):
            "‘\(label)’ cannot be a label in bag-info.txt"
        case .system(let path, let number):
            "\(path): \(SystemText.of(number))"
        }
    }
}
