package import Regulation

/// What keeps one file or folder from being part of a dossier.
///
/// Paths are relative to the dossier.
package enum DossierDefect: Error, Hashable, Sendable {
    /// No folder above the file names a heading.
    case outsideHeadings(path: String)
    /// The table has no such heading.
    case unknownHeading(path: String, HeadingCode)
    /// The folder begins like a heading but its number cannot be read.
    case malformedHeading(path: String)
    /// The folder names a heading that does not belong below the one above it.
    case wrongNesting(path: String, HeadingCode, inside: HeadingCode)
    /// The folder looks like that of a country, and is none: no country has the code, or it stands in small letters.
    case notATarget(path: String, String)
    /// The folder names a second country inside the folder of another.
    case twoJurisdictions(path: String, JurisdictionCode, inside: JurisdictionCode)
    case empty(path: String)
    /// In bytes.
    case tooLarge(path: String, bytes: Int, limit: Int)
    /// Under one heading and for one country the same name, however spelt, or the same bytes in the same language.
    case duplicate(path: String, of: String)
    /// The system refused, with its error number.
    case unreadable(path: String, number: Int32)
    case symbolicLink(path: String)
    /// A pipe, socket or device.
    case notAFile(path: String)
    /// By its name something that a program left there, or a pointer to a document elsewhere.
    case leftover(path: String)
    /// The name is not valid UTF-8 or holds control characters; in `path` they are escaped.
    case badName(path: String)
}

/// Every reason why a folder is no dossier, by path.
package struct DossierDefects: Error, Hashable, Sendable {
    package let all: [DossierDefect]

    package init(_ all: [DossierDefect]) {
        self.all = all.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
}

extension DossierDefect {
    package var path: String {
        switch self {
        case .outsideHeadings(let path), .unknownHeading(let path, _), .malformedHeading(let path),
            .wrongNesting(let path, _, _), .notATarget(let path, _), .twoJurisdictions(let path, _, _),
            .empty(let path), .tooLarge(let path, _, _), .duplicate(let path, _), .unreadable(let path, _),
            .symbolicLink(let path), .notAFile(let path), .leftover(let path), .badName(let path):
            path
        }
    }

    /// The stable name of the defect.
    package var code: String {
        switch self {
        case .outsideHeadings: "dossier.outside-headings"
        case .unknownHeading: "dossier.unknown-heading"
        case .malformedHeading: "dossier.malformed-heading"
        case .wrongNesting: "dossier.wrong-nesting"
        case .notATarget: "dossier.not-a-target"
        case .twoJurisdictions: "dossier.two-jurisdictions"
        case .empty: "dossier.empty-file"
        case .tooLarge: "dossier.too-large"
        case .duplicate: "dossier.duplicate"
        case .unreadable: "dossier.unreadable"
        case .symbolicLink: "dossier.symbolic-link"
        case .notAFile: "dossier.not-a-file"
        case .leftover: "dossier.leftover"
        case .badName: "dossier.bad-name"
        }
    }
}
