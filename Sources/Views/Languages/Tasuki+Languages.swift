package import Engine
import Regulation
package import Submissions

extension Tasuki {
    /// The dossier that the submission was filed with, as far as its list can be read; `nil` where none was filed yet.
    ///
    /// - Throws: ``EngineError/missingDocument(_:)`` where the vault lacks the list.
    package func filedPapers(of name: SubmissionName) async throws -> [LanguageReport.Paper]? {
        let submission = try await submission(name).submission
        guard let filing = submission.filings.last(where: { $0.kind == .initial }) else { return nil }
        guard let bytes = try world.vault.bytes(of: filing.revision) else {
            throw EngineError.missingDocument(filing.revision)
        }
        return FrozenList(bytes: bytes)?.entries.compactMap { entry in
            guard let path = entry.path, let heading = entry.heading else { return nil }
            return LanguageReport.Paper(
                path: path,
                entry: DossierEntry(heading: heading, jurisdiction: entry.jurisdiction, language: entry.language)
            )
        }
    }
}
