import CanonicalJSON
import Dossiers
import Engine
import Foundation
import Regulation
import Sheets
import Submissions

// Filings and letters: the commands `submission file` and `act`, as rows ask for them.
extension ImportPlanner {
    /// Files for the countries of the rows, those of one day together.
    mutating func file(
        _ rows: [SheetRow],
        _ name: SubmissionName,
        _ folder: String?,
        _ product: SheetRow?,
        _ manifest: SubmissionManifest
    ) {
        // What the steps tell of a country tells it whole.
        let told = Set(
            plan.book.rows(.steps, of: name.rawValue).filter { $0["step"] == "file" }.flatMap { $0.names("country") }
        )
        let rows = rows.filter { !told.contains($0["country"] ?? "") }
        let targets = manifest.targets.map(\.jurisdiction.rawValue)
        for row in rows where !targets.contains(row["country"] ?? "") {
            plan.note(.filingWithout("route"), row, "filedOn")
        }
        let filed = rows.filter { targets.contains($0["country"] ?? "") }
        guard !filed.isEmpty else { return }
        guard let folder else {
            for row in filed where product?["folder"] == nil { plan.note(.filingWithout("folder"), row, "filedOn") }
            return
        }
        guard let dossier = dossier(in: folder, manifest, filed[0]) else { return }
        let (revision, entries, actor) = (dossier.revision.digest, dossier.entries, actor)
        for date in filed.compactMap({ $0.date("filedOn") }).uniqued() {
            let rows = filed.filter { $0.date("filedOn") == date }
            guard let first = rows.first else { continue }
            let codes = rows.compactMap { $0["country"] }.map { JurisdictionCode($0) }
            plan.add(
                .init(kind: .file, row: first, subject: nil, date: date) { vault in
                    if let vault { _ = try dossier.store(in: vault) }
                    return .file(name, revision: revision, entries: entries, for: codes, by: actor, on: date)
                }
            )
        }
    }

    mutating func dossier(
        in folder: String,
        _ manifest: SubmissionManifest,
        _ row: SheetRow
    ) -> Dossier? {
        do {
            let survey = try DossierSource(configuration: workspace.configuration).survey(folder, as: manifest)
            guard survey.defects.all.isEmpty else { throw survey.defects }
            return survey.dossier.forFiling(in: manifest.targets.map(\.jurisdiction))
        } catch {
            plan.note(.refused(words(error)), row, "filedOn")
            return nil
        }
    }

    /// An act that a letter tells of, unless it is recorded already.
    mutating func act(_ row: SheetRow, _ recorded: RecordedSubmission?) {
        guard let date = row.date("date"), let name = row["case"], let action = row["action"],
            let submission = row["submission"]
        else { return }
        do {
            let fields = try FieldSettings(
                payload: nil,
                settings: LetterCells.settings(row).map { "\($0.path)=\($0.value)" }
            ).fields
            guard let paths = paths(row) else { return }
            if let recorded, try isKnown(row, paths, recorded) { return plan.addKnown() }
            let actor = try actor(of: row)
            let make: ((any DocumentVault)?) throws -> BatchCommand = { vault in
                try .act(
                    ActionRequest(
                        submission: SubmissionName(submission),
                        name: CaseName(name),
                        action: ActionName(action),
                        actor: actor,
                        occurredOn: date,
                        fields: fields,
                        documents: try paths.map { try Files.document($0) }
                    ),
                    storingIn: vault
                )
            }
            // Read once now, so that what is wrong with a file is told of its row.
            let checked = try make(nil)
            plan.add(
                .init(kind: .letter, row: row, subject: name, date: date) { vault in
                    try vault == nil ? checked : make(vault)
                }
            )
        } catch {
            plan.note(.refused(words(error)), row)
        }
    }

    /// Where the row's documents lie; `nil`, and reported, where one cannot be had.
    private mutating func paths(_ row: SheetRow) -> [String]? {
        var paths: [String] = []
        var isWhole = true
        for cell in row.lines("document") {
            let path = files.path(cell)
            let size = path.flatMap { try? FileManager.default.attributesOfItem(atPath: $0)[.size] as? Int }
            if let path, let size, size <= DocumentLimit.bytes {
                paths.append(path)
            } else {
                plan.note(.noFile(cell), row, "document")
                isWhole = false
            }
        }
        return isWhole ? paths : nil
    }

    /// Whether somebody recorded what the row says, by this import or by hand.
    private func isKnown(
        _ row: SheetRow,
        _ paths: [String],
        _ recorded: RecordedSubmission
    ) throws -> Bool {
        try recorded.acts(like: row).contains { act in
            guard LetterCells.isSaid(by: act, row) else { return false }
            guard !paths.isEmpty else { return true }
            let digests = try paths.map { try Files.document($0).digest }
            return Set(digests) == Set(act.documents.map(\.digest))
        }
    }
}
