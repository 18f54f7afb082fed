import CanonicalJSON
import Dossiers
import Engine
import Regulation
import Submissions
import TransparencyLog

/// Holds the documents of a package against their digests and against what the events speak of.
struct DocumentCheck {
    let folder: PackageFolder
    private(set) var findings: [PackageFinding] = []
    private(set) var count = 0

    init(folder: PackageFolder) {
        self.folder = folder
    }

    mutating func run(_ records: [(record: EventRecord, place: EventPlace)]) {
        let lists = digests(in: PackagePath.dossiers)
        let files = digests(in: PackagePath.documents)
        count = files.count
        var usedLists: Set<DocumentDigest> = []
        var usedFiles: Set<DocumentDigest> = []
        for (record, place) in records {
            for revision in record.event.revisions {
                usedLists.insert(revision)
                guard let path = lists[revision] else {
                    findings.append(.documentMissing(revision, place))
                    continue
                }
                for digest in documents(listedIn: path) where usedFiles.insert(digest).inserted {
                    if files[digest] == nil { findings.append(.documentMissing(digest, place)) }
                }
            }
            for digest in record.event.documents where usedFiles.insert(digest).inserted {
                if files[digest] == nil { findings.append(.documentMissing(digest, place)) }
            }
        }
        let unused =
            lists.filter { !usedLists.contains($0.key) }.map(\.value)
            + files.filter { !usedFiles.contains($0.key) }.map(\.value)
        findings += unused.sorted().map { .unreferenced(path: $0) }
    }

    /// The files of a folder by the digest that their names say, which is held against their bytes.
    private mutating func digests(in name: String) -> [DocumentDigest: String] {
        var found: [DocumentDigest: String] = [:]
        for path in folder.files(in: name) {
            let stem = path.dropFirst(name.utf8.count + 1).prefix { $0 != "." }
            guard let digest = Digest(hex: stem), let bytes = folder.bytes(of: path),
                Digest.sha256(of: bytes) == digest
            else {
                findings.append(.documentChanged(path: path))
                // Changed, but not missing.
                if Digest(hex: stem) != nil { found[DocumentDigest(String(stem))] = path }
                continue
            }
            if let other = found.updateValue(path, forKey: DocumentDigest(digest.description)) {
                findings.append(.unreferenced(path: other))
            }
        }
        return found
    }

    /// The documents that the list of a filing names, its manifest included.
    private mutating func documents(listedIn path: String) -> [DocumentDigest] {
        guard let bytes = folder.bytes(of: path), let list = try? JSONValue(parsing: bytes),
            let documents = list["documents"]?.arrayValue
        else {
            findings.append(.malformedFile(path: path))
            return []
        }
        return (documents.compactMap { $0["digest"] } + [list["manifest"]].compactMap { $0 })
            .compactMap { $0.stringValue.map { DocumentDigest($0) } }
    }
}

extension SubmissionEvent {
    /// The lists of documents that the event's filings froze.
    fileprivate var revisions: [DocumentDigest] {
        var revisions: [DocumentDigest] = []
        if case .dossierFiled(let filed) = self { revisions.append(filed.filing.revision) }
        for case .filed(let filing) in changes { revisions.append(filing.revision) }
        return revisions
    }

    /// The documents that the event names itself.
    fileprivate var documents: [DocumentDigest] {
        switch self {
        case .opened(let opened), .amended(let opened): return [opened.manifest]
        default: break
        }
        return (payload?.documents ?? []).map(\.digest)
    }
}
