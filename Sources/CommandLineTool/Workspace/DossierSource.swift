import Definitions
import Dossiers
import Foundation
import Regulation
import Submissions

/// Reads a dossier directory together with the manifest that lies in it.
struct DossierSource {
    let configuration: ConfigFolder

    /// The dossier with the documents of every country; throws where anything lies in the wrong place.
    func read(_ path: String) throws -> (manifest: SubmissionManifest, dossier: Dossier) {
        let (manifest, survey) = try survey(path)
        guard survey.defects.all.isEmpty else { throw survey.defects }
        return (manifest, survey.dossier)
    }

    /// The dossier as far as it is in order, and what is not.
    func survey(_ path: String) throws -> (manifest: SubmissionManifest, survey: DossierFolder.Survey) {
        let manifest = try manifest(in: path)
        return (manifest, try survey(path, as: manifest))
    }

    /// The same for a folder whose manifest is at hand already.
    func survey(_ path: String, as manifest: SubmissionManifest) throws -> DossierFolder.Survey {
        guard let table = try configuration.dossierTables().first(where: { $0.id == "imdrf-toc" }) else {
            throw Failure(.badConfiguration, "\(configuration.path)/dossier has no table imdrf-toc")
        }
        let headings = table.headings.compactMap { heading in
            HeadingCode(heading.code).map {
                HeadingTable.Heading(code: $0, titles: heading.titles, holdsStudies: heading.holdsStudies)
            }
        }
        return try DossierFolder.survey(
            path: path,
            table: HeadingTable(headings: headings),
            jurisdictions: manifest.targets.map(\.jurisdiction),
            countries: try configuration.jurisdictionCodes(),
            languages: manifest.languages
        )
    }

    func manifest(in path: String) throws -> SubmissionManifest {
        let file = path + "/submission.yaml"
        guard !Files.isLink(file) else {
            throw Failure(.refused, "\(file) is a symbolic link: put the file itself in its place [file.symbolic-link]")
        }
        guard let data = FileManager.default.contents(atPath: file), let text = String(validating: data, as: UTF8.self)
        else {
            throw Failure(
                .noSuchThing,
                "\(file) cannot be read: a dossier directory holds submission.yaml. 'tasuki product describe \(path)' begins one"
            )
        }
        return try configuration.manifest(from: SourceFile(path: file, text: text))
    }
}
