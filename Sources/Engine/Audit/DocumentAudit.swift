import CanonicalJSON
import Regulation
import Submissions

/// Reads the documents of which events speak, and those that a frozen dossier lists.
///
/// A document is read again only where very many others came between, so that memory does not grow with their number.
struct DocumentAudit {
    private let vault: any DocumentVault
    private var checked = RecentSet<DocumentDigest>(limit: 32_768)
    /// Each defect, at the first event in the log that speaks of the document.
    private(set) var defects: [Finding.Defect: EventPlace] = [:]

    init(_ vault: any DocumentVault) {
        self.vault = vault
    }

    mutating func check(_ digests: [DocumentDigest], at place: EventPlace) {
        for digest in digests {
            // A later page may name an earlier event; only the place of what is found missing has to be kept right.
            guard checked.insert(digest) else {
                for defect in [Finding.Defect.documentMissing(digest), .documentChanged(digest)]
                where !defects.isEmpty && defects[defect] != nil {
                    defects.keepEarliest(defect, at: place)
                }
                continue
            }
            do {
                guard let bytes = try vault.bytes(of: digest) else {
                    defects.keepEarliest(.documentMissing(digest), at: place)
                    continue
                }
                check(Self.listed(in: bytes), at: place)
            } catch {
                defects.keepEarliest(.documentChanged(digest), at: place)
            }
        }
    }

    /// The documents that a frozen dossier names; none where the bytes are something else.
    private static func listed(in bytes: [UInt8]) -> [DocumentDigest] {
        guard bytes.first == UInt8(ascii: "{"), let list = try? JSONValue(parsing: bytes)["documents"]?.arrayValue
        else {
            return []
        }
        return list.compactMap { $0["digest"]?.stringValue.map { DocumentDigest($0) } }
    }
}
