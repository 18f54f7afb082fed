import CanonicalJSON
import Engine
import Regulation
import Submissions

/// The list of documents that a filing froze, in either form: a whole dossier, or what came with an action.
///
/// A dossier states heading and path of each document; an action knows only the names of its files, which are texts
/// beside the log and are taken from there.
struct FrozenList {
    struct Entry {
        let digest: DocumentDigest
        let size: Int
        let mediaType: String
        let path: String?
        let heading: HeadingCode?
        let jurisdiction: JurisdictionCode?
        let language: String?
    }

    let entries: [Entry]

    /// `nil` where the bytes are no such list.
    init?(bytes: [UInt8]) {
        guard let list = (try? JSONValue(parsing: bytes))?["documents"]?.arrayValue else { return nil }
        var entries: [Entry] = []
        for element in list {
            guard let entry = Entry(element) else { return nil }
            entries.append(entry)
        }
        self.entries = entries
    }
}

extension FrozenList.Entry {
    init?(_ json: JSONValue) {
        guard let digest = json["digest"]?.stringValue, let size = json["size"]?.integerValue,
            let mediaType = json["mediaType"]?.stringValue
        else { return nil }
        self.digest = DocumentDigest(digest)
        self.size = Int(size)
        self.mediaType = mediaType
        path = json["path"]?.stringValue
        heading = json["heading"]?.stringValue.flatMap { HeadingCode($0) }
        jurisdiction = json["jurisdiction"]?.stringValue.map { JurisdictionCode($0) }
        language = json["language"]?.stringValue
    }
}
