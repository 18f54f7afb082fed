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
    /// Filings whose folder is theirs alone, so that the manifest that was filed lies there too.
    package private(set) var ownFolders: Set<File> = []
    /// What no row tells, submission by submission.
    package private(set) var losses: [(submission: SubmissionName, loss: RecordedCourse.Loss)] = []
    /// Submissions whose manifest nobody can read.
    package private(set) var unread: [SubmissionName] = []

    package init() {}

    /// Adds what a submission holds.
    ///
    /// - Parameters:
    ///   - recorded: The submission.
    ///   - holds: Whether the document can still be had.
    ///   - fileName: A safe name for a document that came under a name, or without one.
    package mutating func add(
        _ recorded: RecordedSubmission,
        holds: (DocumentDigest) throws -> Bool = { _ in true },
        fileName: (_ name: String, _ instead: String) -> String
    ) rethrows {
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
            // A country that was filed once more has a case for each filing; a row tells of the last, and steps of all.
            let filing = recorded.filings.last { $0.countries.contains(code) }
            cells["filedOn"] = filing?.dates.last?.description ?? ""
            return cells
        }
        losses += recorded.course.losses.map { (name, $0) }
        addSteps(recorded)
        for filing in recorded.filings {
            if try holds(filing.revision) { continue }
            losses.append((name, .init(kind: .document, event: filing.event, name: nil)))
        }
        for act in recorded.acts where !recorded.course.joined.contains(act.event) {
            let held = try act.documents.filter { try holds($0.digest) }
            if held.count < act.documents.count {
                losses.append((name, .init(kind: .document, event: act.event, name: act.name)))
            }
            add(act, held, of: name, fileName)
        }
    }

    /// The rows of the course, where the other tables do not tell it whole.
    private mutating func addSteps(_ recorded: RecordedSubmission) {
        let (name, course, filings) = (recorded.submission.name, recorded.course, recorded.filings)
        var lines: [(order: Int, cells: [String: String])] = []
        func step(_ step: String, _ event: Int, _ date: PartialDate?, _ cells: [String: String]) {
            let own = [
                "submission": name.rawValue, "step": step, "date": date?.description ?? "", "order": "\(event)",
            ]
            lines.append((event, own.merging(cells) { $1 }))
        }
        let isAmended = course.statements.count > 1
        if isAmended {
            for (place, statement) in course.statements.enumerated() {
                let folder = "\(name)-stated/\(statement.event)"
                files.append(File(path: "\(folder)/submission.yaml", digest: statement.manifest))
                step(place == 0 ? "open" : "amend", statement.event, statement.date, ["folder": folder])
            }
        }
        let countries = filings.flatMap(\.countries)
        let isPlain = !isAmended && Set(countries).count == countries.count && Set(filings.map(\.revision)).count <= 1
        var folders: [DocumentDigest: File] = [:]
        for filing in filings where !isPlain {
            let own = File(path: "\(name)-filed/\(filing.event)", digest: filing.revision)
            let folder = folders[filing.revision, default: own]
            folders[filing.revision] = folder
            // Where the dossier was filed without its manifest, the one that stood then.
            if let stated = course.statements.last(where: { $0.event < filing.event }) {
                files.append(File(path: "\(folder.path)/submission.yaml", digest: stated.manifest))
            }
            dossiers.append(folder)
            ownFolders.insert(folder)
            let codes = filing.countries.map(\.rawValue).joined(separator: ", ")
            step("file", filing.event, filing.dates.last, ["country": codes, "folder": folder.path])
        }
        if isPlain { dossiers += filings.map { File(path: name.rawValue, digest: $0.revision) } }
        for bundle in course.bundles {
            let codes = bundle.countries.map(\.rawValue).joined(separator: ", ")
            let cells = ["country": codes, "track": bundle.hub.rawValue, "case": bundle.name.rawValue]
            step("bundle", bundle.event, bundle.dates.last, cells)
        }
        for track in course.tracks {
            step(
                "track",
                track.event,
                track.dates.last,
                [
                    "country": track.country.rawValue, "track": track.track.rawValue, "case": track.name.rawValue,
                    "as": track.role ?? "",
                ]
            )
        }
        rows[.steps, default: []] += lines.sorted { $0.order < $1.order }.map(\.cells)
    }

    private mutating func add(
        _ act: RecordedSubmission.Act,
        _ documents: [RecordedSubmission.Document],
        of name: SubmissionName,
        _ fileName: (String, String) -> String
    ) {
        var cells = LetterCells.cells(act)
        cells["submission"] = name.rawValue
        cells["case"] = act.name.rawValue
        cells["date"] = act.dates.last?.description ?? ""
        cells["action"] = act.action.rawValue
        cells["as"] = act.role ?? ""
        cells["order"] = "\(act.event)"
        let paths = documents.enumerated().map { place, document in
            let plain = fileName(document.name ?? "", String(document.digest.rawValue.prefix(16)))
            let number = documents.count == 1 ? "\(act.event)" : "\(act.event).\(place + 1)"
            return "letters/\(name)/\(number)/\(plain)"
        }
        files += zip(paths, documents).map { File(path: $0, digest: $1.digest) }
        cells["document"] = paths.joined(separator: "\n")
        rows[.letters, default: []].append(cells)
    }
}
