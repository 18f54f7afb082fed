import Engine
package import Regulation
package import Submissions

/// One document through every filing that holds it.
///
/// A document is what stands under one heading, for one country or all, in one language, under one name of file: a
/// folder that spells its heading otherwise does not make another document of it.
package struct DocumentTrail: Hashable, Sendable {
    /// How a filing's document is known to be this one.
    package enum Link: String, Hashable, Sendable, CaseIterable {
        /// It stands in a dossier under this heading.
        case dossier
        /// It came with an action and has the bytes of one of its revisions.
        case sameBytes = "same-bytes"
        /// It came with an action and is called as this document alone is called.
        case sameName = "same-name"
        /// It came with the answer to a question about this heading.
        case question
        /// It came with an action that names no heading.
        case attachment
    }

    package struct Appearance: Hashable, Sendable {
        package let document: FiledDocument
        package let link: Link
    }

    /// The same bytes, in every filing that holds them.
    package struct Revision: Hashable, Sendable {
        /// Counts the digests of the document in the order of filing, from 1.
        package let number: Int
        package let digest: DocumentDigest
        package internal(set) var appearances: [Appearance]
    }

    /// `nil` for what came with an action that names none.
    package let heading: HeadingCode?
    package let jurisdiction: JurisdictionCode?
    package let language: String?
    /// The name of the file; `nil` where it was erased.
    package let name: String?
    package internal(set) var revisions: [Revision]

    init(_ document: FiledDocument, under heading: HeadingCode?, link: Link) {
        self.heading = heading
        jurisdiction = document.jurisdiction
        language = document.language
        name = document.name
        revisions = []
        add(document, link)
    }

    mutating func add(_ document: FiledDocument, _ link: Link) {
        let appearance = Appearance(document: document, link: link)
        if let index = revisions.firstIndex(where: { $0.digest == document.digest }) {
            revisions[index].appearances.append(appearance)
        } else {
            let number = revisions.count + 1
            revisions.append(Revision(number: number, digest: document.digest, appearances: [appearance]))
        }
    }

    package var appearances: [Appearance] { revisions.flatMap(\.appearances) }

    package func holds(_ digest: DocumentDigest) -> Bool { revisions.contains { $0.digest == digest } }
}

/// What a person looks for: a heading with all below it, or a path or name of a file.
package enum DocumentQuery: Hashable, Sendable {
    case heading(HeadingCode)
    case path(String)

    package init(_ text: String) {
        self = HeadingCode(text).map { .heading($0) } ?? .path(text)
    }

    package func matches(_ trail: DocumentTrail) -> Bool {
        switch self {
        case .heading(let code): trail.heading.map { code.contains($0) } ?? false
        case .path(let text):
            trail.name == text
                || trail.appearances.contains { appearance in
                    let path = appearance.document.path
                    return path == text || path.map { $0.hasSuffix("/" + text) } ?? false
                }
        }
    }
}
