import Pages
import Regulation
import Submissions

/// One document of a submission, in one of the places where the submission uses it.
struct PackagedDocument: Hashable, Sendable {
    let digest: DocumentDigest
    /// In the bag.
    let path: String
    /// As it was handed in; `nil` where the name was erased.
    let name: String?
    let mediaType: String
    /// In bytes.
    let size: Int?
    let heading: HeadingCode?
    let jurisdiction: JurisdictionCode?
    let language: String?
    /// The filing to which it belongs.
    let filing: Int?
    /// The event with which it came.
    let event: Int?

    /// What the report says of it.
    var onReport: ReportDocument {
        ReportDocument(
            digest: digest,
            name: name,
            heading: heading,
            jurisdiction: jurisdiction,
            language: language,
            filing: filing,
            event: event
        )
    }
}

/// What the extension of a packaged document's name is.
enum FileExtension {
    /// That of the document's own name where it is a plain one, else one for its media type.
    static func of(name: String?, mediaType: String) -> String {
        if let name, let dot = name.lastIndex(of: "."), dot != name.startIndex {
            let own = name[name.index(after: dot)...].lowercased()
            let isPlain = own.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            }
            if isPlain, (1...8).contains(own.utf8.count) { return own }
        }
        return byMediaType[mediaType] ?? "bin"
    }

    private static let byMediaType = [
        "application/json": "json", "application/pdf": "pdf", "application/xml": "xml", "application/yaml": "yaml",
        "application/zip": "zip", "image/jpeg": "jpg", "image/png": "png", "text/csv": "csv", "text/html": "html",
        "text/markdown": "md", "text/plain": "txt",
    ]
}
