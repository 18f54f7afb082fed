import Definitions
import Dossiers
import Engine
import Foundation
import Regulation
import Sheets
import Submissions
import TransparencyLog
import Views

/// Turns the rows of an import into the commands that a person would have typed, and holds them against what is recorded.
struct ImportPlanner {
    let workspace: Workspace
    let labels: Labels
    let actor: Actor
    let files: FilesBeside
    let today: CivilDate
    var plan: ImportPlan

    /// The plan for all rows.
    mutating func planned(_ progress: (Int, Int) -> Void) async throws -> ImportPlan {
        let files = files
        plan.book.check { row in
            row["folder"].flatMap { files.path($0) }.map {
                FileManager.default.fileExists(atPath: $0 + "/submission.yaml")
            }
                ?? false
        }
        let names = plan.book.submissions
        for (place, name) in names.enumerated() {
            progress(place, names.count)
            let recorded = try await workspace.tasuki.recorded(SubmissionName(name))
            let products = plan.book.rows(.products, of: name)
            if let recorded {
                compare(recorded, products.first, name)
            } else if let product = products.first {
                try await open(product, name)
            } else {
                for form in SheetForm.Name.allCases where form != .products {
                    for row in plan.book.rows(form, of: name) { plan.note(.noSubmission(name), row, "submission") }
                }
                continue
            }
            for row in plan.book.rows(.steps, of: name) { try await step(row, recorded) }
            for row in plan.book.rows(.letters, of: name) { act(row, recorded) }
        }
        plan.order()
        return plan
    }

    // MARK: - A submission that is new

    private mutating func open(_ product: SheetRow, _ name: String) async throws {
        let (cases, approvals) = (plan.book.rows(.cases, of: name), plan.book.rows(.approvals, of: name))
        let folder = folder(of: product)
        let isThere = folder.map { FileManager.default.fileExists(atPath: $0 + "/submission.yaml") } ?? false
        let read: (manifest: SubmissionManifest, text: [UInt8])?
        if isThere, let folder {
            read = manifest(in: folder, product, cases, approvals)
        } else {
            read = manifest(of: product, cases, approvals)
        }
        guard let (manifest, text) = read else { return }
        if !isThere { plan.add(ImportPlan.Manifest(text: text, folder: folder)) }
        guard let (first, opened, text) = try await opening(name, manifest, text) else { return }
        let actor = actor
        plan.add(
            .init(kind: .open, row: product, subject: nil, date: nil) { vault in
                _ = try vault?.put(text)
                return .open(opened, by: actor)
            }
        )
        try await lookAtDoubts(manifest, product, approvals)
        let filings = cases.filter { $0["filedOn"] != nil }
        file(filings, SubmissionName(name), folder, product, first)
    }

    /// The manifest that lies in the folder, where the rows say nothing else.
    private mutating func manifest(
        in folder: String,
        _ product: SheetRow,
        _ cases: [SheetRow],
        _ approvals: [SheetRow]
    ) -> (SubmissionManifest, [UInt8])? {
        do {
            let source = DossierSource(configuration: workspace.configuration)
            let manifest = try source.manifest(in: folder)
            let text = try Files.contents(folder + "/submission.yaml")
            compare(product, cases, approvals, ManifestRows(manifest), isRecorded: false)
            return (manifest, text)
        } catch {
            plan.note(.refused(words(error)), product, "folder")
            return nil
        }
    }

    /// The manifest that the rows describe, read and checked as any other.
    private mutating func manifest(
        of product: SheetRow,
        _ cases: [SheetRow],
        _ approvals: [SheetRow]
    ) -> (SubmissionManifest, [UInt8])? {
        // What is missing or cannot be read was said already, once.
        let defects = plan.rowsToMend
        guard !([product] + cases + approvals).contains(where: { defects.contains($0.place()) }) else { return nil }
        let draft = ManifestDraft(product: product, cases: cases, approvals: approvals)
        do {
            let file = SourceFile(path: "submission.yaml", text: draft.text)
            return (try workspace.configuration.manifest(from: file), Array(draft.text.utf8))
        } catch {
            for diagnostic in error.all where diagnostic.severity == .error {
                plan.book.note(
                    .refused(diagnostic.message),
                    at: draft.place(ofLine: diagnostic.line) ?? product.place()
                )
            }
            return nil
        }
    }

    private mutating func lookAtDoubts(
        _ manifest: SubmissionManifest,
        _ product: SheetRow,
        _ approvals: [SheetRow]
    ) async throws {
        for row in approvals {
            if let until = row.date("validUntil"), until.latest < today {
                plan.note(.ended(until.description), row, "validUntil")
            }
            if let code = row["country"], manifest.targets.contains(where: { $0.jurisdiction.rawValue == code }) {
                plan.note(.alsoFiled(code), row, "country")
            }
        }
        let id = manifest.product.id
        let others = try await workspace.tasuki.store.read { reader in
            try reader.submissions(of: id, after: nil, limit: 500)
                .filter { try reader.submission($0)?.opened.productVersion == manifest.product.version }
        }
        if let other = others.first { plan.note(.sameProduct(other.rawValue), product, "product") }
    }

    // MARK: - A submission that is there

    private mutating func compare(_ recorded: RecordedSubmission, _ product: SheetRow?, _ name: String) {
        let (cases, approvals) = (plan.book.rows(.cases, of: name), plan.book.rows(.approvals, of: name))
        let before = plan.findings.count
        if let rows = recorded.rows { compare(product, cases, approvals, rows, isRecorded: true) }
        guard plan.findings.count == before else { return }
        var filings: [SheetRow] = []
        for row in cases {
            let code = JurisdictionCode(row["country"] ?? "")
            let dates = recorded.filings.filter { $0.countries.contains(code) }.flatMap(\.dates)
            if let date = row.date("filedOn"), !dates.contains(date) {
                if let other = dates.last {
                    plan.note(.recorded(other.description), row, "filedOn")
                } else {
                    filings.append(row)
                }
            } else {
                plan.addKnown()
            }
        }
        for _ in approvals + [product].compactMap(\.self) { plan.addKnown() }
        guard !filings.isEmpty, let manifest = recorded.manifest else { return }
        file(filings, SubmissionName(name), product.flatMap { folder(of: $0) }, product, manifest)
    }

    /// Holds rows against what a manifest states.
    private mutating func compare(
        _ product: SheetRow?,
        _ cases: [SheetRow],
        _ approvals: [SheetRow],
        _ stated: ManifestRows,
        isRecorded: Bool
    ) {
        if let product { compare(product, stated.product, "", isRecorded) }
        for row in cases {
            compare(row, stated.cases.first { $0["country"] == row["country"] }, row["country"] ?? "", isRecorded)
        }
        for row in approvals {
            let same = stated.approvals.first { $0["country"] == row["country"] && $0["number"] == row["number"] }
            compare(row, same, "\(row["country"] ?? "") \(row["number"] ?? "")", isRecorded)
        }
    }

    private mutating func compare(_ row: SheetRow, _ stated: [String: String]?, _ name: String, _ isRecorded: Bool) {
        guard let stated else { return plan.note(isRecorded ? .notRecorded(name) : .notInManifest(name), row) }
        for (column, text) in ManifestRows.differences(row, from: stated) {
            plan.note(isRecorded ? .recorded(text) : .saidByManifest(text), row, column)
        }
    }

    // MARK: - Files

    mutating func folder(of product: SheetRow) -> String? {
        guard let cell = product["folder"] else { return nil }
        var isFolder: ObjCBool = false
        guard let path = files.path(cell), FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
            isFolder.boolValue
        else {
            plan.note(.noFile(cell), product, "folder")
            return nil
        }
        return path
    }

    func words(_ error: any Error) -> String { Failure(error, labels: labels).description }
}
