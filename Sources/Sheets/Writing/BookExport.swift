import Regulation
package import Submissions

/// What submissions hold, as the rows of the form, with the letters and folders that the rows name.
package struct BookExport: Sendable {
    /// A document to be written out under the path that a row names.
    package struct File: Hashable, Sendable {
        package let path: String
        package let digest: DocumentDigest

        package init(path: String, digest: DocumentDigest) {
            self.path = path
            self.digest = digest
        }
    }

    package private(set) var rows: [SheetForm.Name: [[String: String]]] = [:]
    package private(set) var files: [File] = []
    /// Lists of documents that were filed, each with the folder in which they lay.
    package private(set) var dossiers: [File] = []
    /// Submissions whose manifest nobody can read.
    package private(set) var unread: [SubmissionName] = []

    package init() {}

    /// Adds what a submission holds.
    ///
    /// - Parameters:
    ///   - recorded: The submission.
    ///   - fileName: A safe name for a document that came under a name, or without one.
    package mutating func add(
        _ recorded: RecordedSubmission,
        fileName: (_ name: String, _ instead: String) -> String
    ) {
        let name = recorded.submission.name
        guard let stated = recorded.rows else {
            unread.append(name)
            return
        }
        var product = stated.product
        product["folder"] = name.rawValue
        files.append(File(path: "\(name)/submission.yaml", digest: recorded.submission.opened.manifest))
        rows[.products, default: []].append(product)
        rows[.approvals, default: []] += stated.approvals
        rows[.cases, default: []] += stated.cases.map { cells in
            var cells = cells
            let code = JurisdictionCode(cells["country"] ?? "")
            // A country that was filed once more has a case for each filing; a row tells of the last.
            let filing = recorded.filings.last { $0.countries.contains(code) }
            cells["filedOn"] = filing?.dates.last?.description ?? ""
            return cells
        }
        for filing in recorded.filings { dossiers.append(File(path: name.rawValue, digest: filing.revision)) }
        for act in recorded.acts { add(act, of: name, fileName) }
    }

    private mutating func add(
        _ act: RecordedSubmission.Act,
        of name: SubmissionName,
        _ fileName: (String, String) -> String
    ) {
        var cells = LetterCells.cells(act)
        cells["submission"] = name.rawValue
        cells["case"] = act.name.rawValue
        cells["date"] = act.dates.last?.description ?? ""
        cells["action"] = act.action.rawValue
        let paths = act.documents.enumerated().map { place, document in
            let plain = fileName(document.name ?? "", String(document.digest.rawValue.prefix(16)))
            let number = act.documents.count == 1 ? "\(act.event)" : "\(act.event).\(place + 1)"
            return "letters/\(name)/\(number)/\(plain)"
        }
        files += zip(paths, act.documents).map { File(path: $0, digest: $1.digest) }
        cells["document"] = paths.joined(separator: "\n")
        rows[.letters, default: []].append(cells)
    }
}
