import Dossiers
import Engine
import Regulation
import Submissions
import Views

/// The documents of a submission: its manifest, every dossier that was filed, and what came with actions.
struct DocumentCollection {
    /// In the order of the events that brought them.
    private(set) var documents: [PackagedDocument] = []
    /// The lists of what each filing held, in the order of filings.
    private(set) var revisions: [(filing: Int, digest: DocumentDigest, bytes: [UInt8])] = []

    private let vault: any DocumentVault
    private let texts: [TextCommitment: String]
    private var paths: [DocumentDigest: String] = [:]

    init(of evidence: SubmissionEvidence, in vault: any DocumentVault) throws {
        self.vault = vault
        texts = Dictionary(evidence.texts.map { ($0.commitment, $0.text) }) { first, _ in first }
        for entry in evidence.history { try add(entry.record) }
    }

    /// Each document once, by its path in the bag.
    var files: [(path: String, digest: DocumentDigest)] {
        paths.map { (path: $0.value, digest: $0.key) }.sorted { $0.path < $1.path }
    }

    static func bytes(of digest: DocumentDigest, in vault: any DocumentVault) throws -> [UInt8] {
        guard let bytes = try vault.bytes(of: digest) else { throw EngineError.missingDocument(digest) }
        return bytes
    }

    private mutating func add(_ record: EventRecord) throws {
        switch record.event {
        case .opened(let stated), .amended(let stated):
            let name = "submission.yaml"
            add(stated.manifest, name: name, mediaType: "application/yaml", event: record.number)
        default: break
        }
        var filings: [Filing] = []
        if case .dossierFiled(let filed) = record.event { filings.append(filed.filing) }
        for case .filed(let filing) in record.event.changes { filings.append(filing) }
        // What a hub filed for its bundle is told once more in every case that it reached.
        for filing in filings where !revisions.contains(where: { $0.0 == filing.number }) {
            let bytes = try Self.bytes(of: filing.revision, in: vault)
            revisions.append((filing.number, filing.revision, bytes))
            // The list of what came with an action names nothing that the event does not name too.
            guard let revision = try? DossierRevision(bytes: bytes) else { continue }
            for document in revision.documents { add(document, filing: filing.number, event: record.number) }
        }
        for document in record.event.payload?.documents ?? [] {
            add(
                document.digest,
                name: texts[document.name],
                mediaType: document.mediaType,
                size: document.size,
                filing: filings.first?.number,
                event: record.number
            )
        }
    }

    private mutating func add(_ document: Document, filing: Int, event: Int) {
        add(
            document.digest,
            name: document.path,
            mediaType: document.mediaType,
            size: document.size,
            heading: document.heading,
            jurisdiction: document.jurisdiction,
            language: document.language,
            filing: filing,
            event: event
        )
    }

    private mutating func add(
        _ digest: DocumentDigest,
        name: String?,
        mediaType: String,
        size: Int? = nil,
        heading: HeadingCode? = nil,
        jurisdiction: JurisdictionCode? = nil,
        language: String? = nil,
        filing: Int? = nil,
        event: Int?
    ) {
        let ending = FileExtension.of(name: name, mediaType: mediaType)
        let path = paths[digest] ?? PackagePath.document(digest, fileExtension: ending)
        paths[digest] = path
        documents.append(
            PackagedDocument(
                digest: digest,
                path: path,
                name: name,
                mediaType: mediaType,
                size: size,
                heading: heading,
                jurisdiction: jurisdiction,
                language: language,
                filing: filing,
                event: event
            )
        )
    }
}
