import CanonicalJSON
package import Regulation
package import Submissions
import TransparencyLog

/// One document of a dossier: where it stands, whom it serves, and the digest of its bytes.
package struct Document: Hashable, Sendable {
    /// Relative to the dossier, parts separated by `/`, as the folder spells it.
    package let path: String
    package let heading: HeadingCode
    /// `nil` for a document that serves every jurisdiction.
    package let jurisdiction: JurisdictionCode?
    /// As the name of the file states it, in BCP 47; `nil` where it states none.
    package let language: String?
    /// In bytes.
    package let size: Int
    package let digest: DocumentDigest
    package let mediaType: String

    package init(
        path: String,
        heading: HeadingCode,
        jurisdiction: JurisdictionCode?,
        language: String?,
        size: Int,
        digest: DocumentDigest,
        mediaType: String
    ) {
        self.path = path
        self.heading = heading
        self.jurisdiction = jurisdiction
        self.language = language
        self.size = size
        self.digest = digest
        self.mediaType = mediaType
    }

    package var entry: DossierEntry { DossierEntry(heading: heading, jurisdiction: jurisdiction, language: language) }
}

extension Document {
    /// By heading, then what serves everyone before what serves one jurisdiction, then by path.
    static func isOrdered(_ left: Document, before right: Document) -> Bool {
        if left.heading != right.heading { return left.heading < right.heading }
        if left.jurisdiction != right.jurisdiction {
            return (left.jurisdiction?.rawValue ?? "") < (right.jurisdiction?.rawValue ?? "")
        }
        return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
    }

    var json: JSONValue {
        var members: [String: JSONValue] = [
            "digest": .string(digest.rawValue),
            "heading": .string(heading.description),
            "mediaType": .string(mediaType),
            "path": .string(path),
            "size": .integer(Int64(size)),
        ]
        members["jurisdiction"] = jurisdiction.map { .string($0.rawValue) }
        members["language"] = language.map { .string($0) }
        return .object(members)
    }

    /// `nil` where a member is missing or of the wrong kind.
    init?(_ json: JSONValue) {
        guard let path = json["path"]?.stringValue,
            let heading = json["heading"]?.stringValue.flatMap({ HeadingCode($0) }),
            let size = json["size"]?.integerValue, size >= 0,
            let digest = json["digest"]?.stringValue, Digest(hex: digest) != nil,
            let mediaType = json["mediaType"]?.stringValue
        else { return nil }
        self.init(
            path: path,
            heading: heading,
            jurisdiction: json["jurisdiction"]?.stringValue.map { JurisdictionCode($0) },
            language: json["language"]?.stringValue,
            size: Int(size),
            digest: DocumentDigest(digest),
            mediaType: mediaType
        )
    }
}
