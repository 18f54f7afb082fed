/// A document of which its bytes say that it may not open where it is sent.
///
/// It is told and stops no filing: what was sent was sent, and whether it could be opened is for the authority to say.
package struct FileFinding: Hashable, Sendable {
    package enum Defect: Hashable, Sendable {
        /// It may ask for a password, or forbid what its readers do with it.
        case encrypted
        /// Its end is missing.
        case truncated
        /// Its name says one kind, its bytes another.
        case mistyped(FileKind)
    }

    /// Relative to the dossier.
    package let path: String
    package let defect: Defect

    package init(path: String, defect: Defect) {
        self.path = path
        self.defect = defect
    }
}

extension FileFinding.Defect {
    /// The stable name of the defect, by which it has its words.
    package var word: String {
        switch self {
        case .encrypted: "encrypted"
        case .truncated: "truncated"
        case .mistyped: "mistyped"
        }
    }
}
