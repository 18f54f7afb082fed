import Regulation
import Submissions

/// The way through a dossier folder, with what was found so far.
struct DossierWalk {
    private struct Find {
        let document: Document
        let free: [String]
    }

    private let table: HeadingTable
    private let targets: Set<JurisdictionCode>
    private let countries: Set<JurisdictionCode>
    private let languages: StatedLanguages
    private let skipped: Set<String>
    private let manifestName: String
    private var finds: [Find] = []
    private var manifest: DocumentDigest?
    private var defects: [DossierDefect] = []
    private var passedOver: [String] = []
    private var findings: [FileFinding] = []

    init(
        table: HeadingTable,
        targets: Set<JurisdictionCode>,
        countries: Set<JurisdictionCode>,
        languages: StatedLanguages,
        skipped: Set<String>,
        manifest: String
    ) {
        self.table = table
        self.targets = targets
        self.countries = countries
        self.languages = languages
        self.skipped = skipped
        self.manifestName = manifest
    }

    /// What was found in the folder at `path`; of a document and its duplicate both count.
    func survey(of path: String) -> DossierFolder.Survey {
        let dossier = Dossier(
            folder: path,
            revision: DossierRevision(documents: finds.map(\.document), manifest: manifest),
            passedOver: passedOver,
            findings: findings
        )
        return DossierFolder.Survey(dossier: dossier, defects: DossierDefects(defects + duplicates()))
    }

    mutating func visit(_ folder: borrowing Handle, at place: FolderPlace) throws(DossierError) {
        for entry in try folder.entries() {
            if entry.isHidden || entry.isOfTheSystem {
                passedOver.append(place.path(of: entry.escaped))
                continue
            }
            guard let name = entry.text else {
                defects.append(.badName(path: place.path(of: entry.escaped)))
                continue
            }
            do {
                switch entry.kind {
                case .symbolicLink: defects.append(.symbolicLink(path: place.path(of: name)))
                case .other: defects.append(.notAFile(path: place.path(of: name)))
                case .folder:
                    let (inner, defect) = place.entering(name, table: table, targets: targets)
                    if let defect { defects.append(defect) }
                    try visit(folder.folder(entry.name, path: inner.path), at: inner)
                case .file:
                    try read(name, in: folder, at: place)
                }
            } catch {
                defects.append(Self.defect(error, path: place.path(of: name)))
            }
        }
    }

    private mutating func read(
        _ name: String,
        in folder: borrowing Handle,
        at place: FolderPlace
    ) throws(DossierError) {
        if place.path.isEmpty, skipped.contains(name) { return }
        let path = place.path(of: name)
        if FileLeftover(named: name) == .ofAProgram {
            defects.append(.leftover(path: path))
            return
        }
        let file = try folder.file(Array(name.utf8), path: path)
        let (digest, size) = try file.digest(limit: DocumentLimit.bytes)
        if place.path.isEmpty, name == manifestName {
            manifest = digest
            return
        }
        if size == 0 { defects.append(.empty(path: path)) }
        if place.isBroken { return }
        guard let heading = place.heading else {
            defects.append(.outsideHeadings(path: path))
            return
        }
        guard size > 0 else { return }
        if let defect = try FileKind.defect(of: file, named: name, size: size) {
            findings.append(FileFinding(path: path, defect: defect))
        }
        let document = Document(
            path: path,
            heading: heading,
            jurisdiction: place.jurisdiction,
            language: languages.language(
                of: path,
                under: heading,
                for: place.jurisdiction,
                named: DocumentLanguage.of(fileName: name, countries: countries)
            ),
            size: size,
            digest: digest,
            mediaType: MediaType.of(fileName: name)
        )
        finds.append(Find(document: document, free: place.free))
    }

    static func defect(_ error: DossierError, path: String) -> DossierDefect {
        switch error {
        case .symbolicLink: .symbolicLink(path: path)
        case .notAFile: .notAFile(path: path)
        case .tooLarge(_, let bytes, let limit): .tooLarge(path: path, bytes: bytes, limit: limit)
        case .system(_, let number): .unreadable(path: path, number: number)
        default: .unreadable(path: path, number: 0)
        }
    }
}

extension DossierWalk {
    /// What people would take for the same document: names that differ only in case, in Unicode normal form or in how
    /// their folders spell the heading, and equal bytes for the same readers.
    private func duplicates() -> [DossierDefect] {
        var names: [[String]: String] = [:]
        var contents: [[String]: String] = [:]
        var duplicates: [DossierDefect] = []
        for find in finds.sorted(by: { Document.isOrdered($0.document, before: $1.document) }) {
            let document = find.document
            let place = [document.heading.description, document.jurisdiction?.rawValue ?? ""]
            let name = document.path.split(separator: "/").last.map(String.init) ?? ""
            let nameKey = place + (find.free + [name]).map { $0.lowercased() }
            let contentKey = place + [document.language ?? "", document.digest.rawValue]
            if let other = names[nameKey] ?? contents[contentKey] {
                duplicates.append(.duplicate(path: document.path, of: other))
            } else {
                names[nameKey] = document.path
                contents[contentKey] = document.path
            }
        }
        return duplicates
    }
}
