package import Regulation

/// A folder whose folders follow a table of headings.
///
/// Of the folders above a document the deepest heading counts (`CH3.05.05`, `3.5.5 Software`, `CHAPTER 3`), and each
/// must lie inside the one above it. A folder named by a target, such as `JP`, makes what is below it that country's
/// alone. Other folders say nothing. The name of the file may state its language: `label.th.md`, `label-th.md`.
///
/// What systems and programs leave for themselves (``FileLeftover``) and hidden files are passed over and named; so are, at
/// the top, `submission.yaml`, which the revision names beside its documents, and `story.yaml`, which are not named.
/// Symbolic links are never followed.
package enum DossierFolder {
    static let manifestName = "submission.yaml"
    private static let storyName = "story.yaml"

    /// What a folder holds, as far as it is in order, and what is not.
    package struct Survey: Sendable {
        package let dossier: Dossier
        package let defects: DossierDefects
    }

    /// Reads the folder at `path` and the digest of every file in it.
    ///
    /// `jurisdictions` are all targets of the submission, not only those of one filing; `countries` are those known beside
    /// them, by whose codes no language is named. Throws every defect of the folder at once, each with its path.
    package static func read(
        path: String,
        table: HeadingTable,
        jurisdictions: [JurisdictionCode],
        countries: [JurisdictionCode] = [],
        languages: StatedLanguages = StatedLanguages()
    ) throws(DossierDefects) -> Dossier {
        let survey = try survey(
            path: path,
            table: table,
            jurisdictions: jurisdictions,
            countries: countries,
            languages: languages
        )
        guard survey.defects.all.isEmpty else { throw survey.defects }
        return survey.dossier
    }

    /// As ``read(path:table:jurisdictions:countries:languages:)``, for who wants to see what is in order too.
    ///
    /// - Throws: Where the folder itself cannot be read.
    package static func survey(
        path: String,
        table: HeadingTable,
        jurisdictions: [JurisdictionCode],
        countries: [JurisdictionCode] = [],
        languages: StatedLanguages = StatedLanguages()
    ) throws(DossierDefects) -> Survey {
        var walk = DossierWalk(
            table: table,
            targets: Set(jurisdictions),
            countries: Set(jurisdictions + countries),
            languages: languages,
            skipped: [storyName],
            manifest: manifestName
        )
        do {
            try walk.visit(Handle.folder(at: path), at: FolderPlace())
        } catch {
            throw DossierDefects([DossierWalk.defect(error, path: path)])
        }
        return walk.survey(of: path)
    }
}
