import Definitions
import Dossiers
import Foundation
import Regulation
import Submissions

/// Reads a dossier directory together with the manifest that lies in it.
struct DossierSource {
    let configuration: ConfigFolder

    func read(_ path: String) throws -> (manifest: SubmissionManifest, dossier: Dossier) {
        let manifest = try manifest(in: path)
        guard let table = try configuration.dossierTables().first(where: { $0.id == "imdrf-toc" }) else {
            throw Failure(.badConfiguration, "\(configuration.path)/dossier has no table imdrf-toc")
        }
        let headings = table.headings.compactMap { heading in
            HeadingCode(heading.code).map {
                HeadingTable.Heading(code: $0, titles: heading.titles, holdsStudies: heading.holdsStudies)
            }
        }
        let dossier = try DossierFolder.read(
            path: path,
            table: HeadingTable(headings: headings),
            jurisdictions: manifest.targets.map(\.jurisdiction)
        )
        return (manifest, dossier)
    }

    func manifest(in path: String) throws -> SubmissionManifest {
        let file = path + "/submission.yaml"
        guard let data = FileManager.default.contents(atPath: file), let text = String(validating: data, as: UTF8.self)
        else { throw Failure(.noSuchThing, "\(file) cannot be read: a dossier directory holds submission.yaml") }
        return try configuration.manifest(from: SourceFile(path: file, text: text))
    }
}
