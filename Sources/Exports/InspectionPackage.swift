import Dossiers
package import Engine
import Pages
import Regulation
package import Submissions
package import TransparencyLog
package import Views

/// One submission as a bag (RFC 8493) that proves itself: handed to an inspector, it needs no server and no trust.
///
/// It holds every event and refusal with its proof, the texts with their salts, the rules as they were pinned, every
/// document, tables, and a report to read and print in each language.
package struct InspectionPackage: Sendable {
    /// What was packed.
    package struct Summary: Hashable, Sendable {
        package let folder: String
        package let submission: SubmissionName
        package let events: Int
        package let refusals: Int
        /// Different documents; one that is used in several places is packed once.
        package let documents: Int
        package let texts: Int
        package let erasedTexts: Int
        package let head: TreeHead
    }

    private let tasuki: Tasuki
    private let labels: [Labels]
    private let readManifest: @Sendable ([UInt8]) -> SubmissionManifest?

    /// Packs from the workspace of `tasuki`, with a report for each of `labels`; the first language is also the tables'.
    ///
    /// `readManifest` reads the manifest that was filed, for names and the wording of claims; without it the report
    /// shows their ids.
    package init(
        tasuki: Tasuki,
        labels: [Labels],
        readManifest: @escaping @Sendable ([UInt8]) -> SubmissionManifest? = { _ in nil }
    ) {
        self.tasuki = tasuki
        self.labels = labels
        self.readManifest = readManifest
    }

    /// Writes the package into `folder`, which must be new or empty.
    ///
    /// What is packed is one consistent state. The folder is a bag once this returns; interrupted, it is none.
    /// - Throws: ``Engine/EngineError`` for a submission or document that is not there, ``Engine/DamagedLog``, or
    ///   ``Dossiers/DossierError``.
    @discardableResult
    package func write(
        _ submission: SubmissionName,
        to folder: String,
        generator: String
    ) async throws -> Summary {
        let evidence = try await tasuki.evidence(of: submission)
        let documents = try DocumentCollection(of: evidence, in: tasuki.world.vault)
        let manifest = try tasuki.world.vault.bytes(of: evidence.submission.opened.manifest).flatMap(readManifest)
        let jurisdictions = try tasuki.world.definitions.jurisdictions()
        var bag = try BagWriter(folder: folder)
        try bag.add(
            path: PackagePath.readMe,
            bytes: ReadMe(evidence: evidence, labels: labels, generator: generator).bytes
        )
        try addLog(evidence, to: &bag)
        try addDocuments(documents, to: &bag)
        try addTables(evidence, to: &bag)
        for labels in labels {
            let names = Names(of: jurisdictions, in: labels.language)
            let report = ReportPage(labels: labels, names: names, generator: generator)
                .render(evidence, documents: documents.documents.map(\.onReport), manifest: manifest)
            try bag.add(path: PackagePath.report(labels.language), bytes: Array(report.utf8))
        }
        let organization = manifest?.applicant.name ?? evidence.submission.opened.applicant.rawValue
        try bag.finish(info: Self.info(evidence, organization: organization, generator: generator))
        return Summary(
            folder: folder,
            submission: submission,
            events: evidence.history.count,
            refusals: evidence.refusals.count,
            documents: documents.files.count,
            texts: evidence.texts.count,
            erasedTexts: evidence.erasedTexts,
            head: evidence.head
        )
    }

    private func addLog(_ evidence: SubmissionEvidence, to bag: inout BagWriter) throws {
        let log = LogFiles(evidence: evidence)
        try bag.add(path: PackagePath.events, bytes: log.events())
        try bag.add(path: PackagePath.head, bytes: log.head)
        try bag.add(path: PackagePath.texts, bytes: log.texts)
        for pinned in evidence.pinned {
            try bag.add(path: PackagePath.rules(pinned.pin), bytes: Array(pinned.body.utf8))
        }
    }

    private func addDocuments(_ documents: DocumentCollection, to bag: inout BagWriter) throws {
        var packed: Set<DocumentDigest> = []
        for revision in documents.revisions where packed.insert(revision.digest).inserted {
            try bag.add(path: PackagePath.dossier(revision.digest), bytes: revision.bytes)
        }
        for file in documents.files {
            let bytes = try DocumentCollection.bytes(of: file.digest, in: tasuki.world.vault)
            try bag.add(path: file.path, bytes: bytes)
        }
        try bag.add(path: PackagePath.documentTable, bytes: documents.table.bytes)
    }

    private func addTables(_ evidence: SubmissionEvidence, to bag: inout BagWriter) throws {
        guard let words = labels.first else { return }
        let tables = EvidenceTables(evidence: evidence, labels: words)
        try bag.add(path: PackagePath.status, bytes: tables.status.bytes)
        try bag.add(path: PackagePath.history, bytes: tables.history.bytes)
        try bag.add(path: PackagePath.statusJSON, bytes: Array(evidence.status.jsonText(labels: words).utf8))
    }

    /// The date is that of the workspace's clock, which may be simulated, and then says so.
    private static func info(
        _ evidence: SubmissionEvidence,
        organization: String,
        generator: String
    ) -> [(key: String, value: String)] {
        let status = evidence.status
        let date = status.zone.civilDate(at: status.asOf).description
        return [
            ("Source-Organization", organization),
            ("External-Identifier", evidence.submission.name.rawValue),
            ("Bagging-Date", date),
            ("Bag-Software-Agent", generator),
            ("Workspace-Clock", status.isSimulated ? "simulated" : "wall"),
            ("Tree-Size", "\(evidence.head.size)"),
            ("Tree-Root", evidence.head.root.description),
        ]
    }
}
