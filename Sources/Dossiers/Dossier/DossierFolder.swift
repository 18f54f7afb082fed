package import Regulation

/// A folder whose folders follow a table of headings.
///
/// Of the folders above a document the deepest heading counts (`CH3.05.05`, `3.5.5 Software`, `CHAPTER 3`), and each
/// must lie inside the one above it. A folder named by a target, such as `JP`, makes what is below it that country's
/// alone. Other folders say nothing. The name of the file may state its language: `label.th.md`, `label-th.md`.
///
/// Hidden files and what systems leave for themselves (``FileLeftover``) are left out, and at the top `submission.yaml`, which the revision names beside its documents, and
/// `story.yaml`. Symbolic links are never followed.
package enum DossierFolder {
    static let manifestName = "submission.yaml"
    private static let storyName = "story.yaml"

    /// Reads the folder at `path` and the digest of every file in it.
    ///
    /// `jurisdictions` are all targets of the submission, not only those of one filing: the folder of a country that
    /// is none of them is a defect. Throws every defect of the folder at once, each with its path.
    package static func read(
        path: String,
        table: HeadingTable,
        jurisdictions: [JurisdictionCode]
    ) throws(DossierDefects) -> Dossier {
        var walk = DossierWalk(table: table, targets: Set(jurisdictions), skipped: [storyName], manifest: manifestName)
        do {
            try walk.visit(Handle.folder(at: path), at: FolderPlace())
        } catch {
            throw DossierDefects([DossierWalk.defect(error, path: path)])
        }
        return Dossier(folder: path, revision: try walk.revision())
    }
}
