import ArgumentParser
import CanonicalJSON
import Dossiers
import Engine
import Foundation
import Regulation
import Sheets
import Submissions
import Views

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write submissions out in the form that 'tasuki import' reads.",
        discussion: """
            Into a folder with CSV files, the letters and the dossiers that their rows name; or, for a name that ends in \
            .xlsx, a workbook with the rows alone. What an authority recorded by itself goes out with its role and comes \
            in again as recorded by that role. What no row can tell, such as what a body said of a letter, is named, each \
            with its event. Proofs and the record itself leave with 'tasuki audit export'.

            EXAMPLES
              tasuki export --out tables
              tasuki export colon-cade --out tables.xlsx
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rehearsal: DryRunOption
    @OptionGroup var output: FormatOption

    @Option(help: "The folder to make, or a file that ends in .xlsx.")
    var out: String

    @Argument(help: "The submissions (default: all).")
    var submission: [String] = []

    func run() async throws {
        try await global.run { workspace, labels in
            let names = try await names(workspace)
            var export = BookExport()
            var lost: [(submission: SubmissionName, loss: RecordedCourse.Loss)] = []
            let progress = ProgressLine(labels["import.looking"])
            for (place, name) in names.enumerated() {
                guard let recorded = try await workspace.tasuki.recorded(name) else {
                    let known = try await workspace.tasuki.store.read { try $0.submissions(after: nil, limit: 50) }
                    throw EngineError.noSuchSubmission(name, known: known)
                }
                try export.add(recorded, holds: { try isWhole($0, workspace) }) {
                    SafeFileName.of($0, else: $1)
                }
                lost += try await overdueFees(recorded.submission, workspace).map { (name, $0) }
                progress.show(place + 1, of: names.count)
            }
            progress.end()
            let form = FormOutput(labels: labels, isDryRun: rehearsal.dryRun)
            try form.write(FilledForm(export.rows), to: out)
            let files = FormOutput.isWorkbook(out) ? 0 : try write(export, workspace, form)
            for name in export.unread { Terminal.note(labels.text("import.unread", name.rawValue)) }
            let losses = export.losses + lost
            for (name, loss) in losses { Terminal.note("tasuki: " + text(loss, of: name, labels)) }
            let counts = SheetForm.Name.allCases.map { ($0.rawValue, export.rows[$0]?.count ?? 0) }
            try output.print(
                Answer(
                    display: { _ in
                        labels.rehearsed(
                            labels.text("import.exported", arguments: [out] + counts.map { "\($0.1)" } + ["\(files)"]),
                            rehearsal.dryRun
                        )
                    },
                    payload: {
                        .object(
                            Dictionary(counts.map { ($0.0, .integer(Int64($0.1))) }) { first, _ in first }
                                .merging(["files": .integer(Int64(files)), "out": .string(out)]) { $1 }
                                .merging(["lost": .array(losses.map { json($1, of: $0, labels) })]) { $1 }
                                .merging(rehearsal.dryRun ? ["dryRun": .bool(true)] : [:]) { $1 }
                        )
                    }
                )
            )
        }
    }

    /// Yearly fees that are overdue: what is opened elsewhere owes those that fall due from then on.
    private func overdueFees(
        _ submission: Submission,
        _ workspace: Workspace
    ) async throws -> [RecordedCourse.Loss] {
        try await workspace.tasuki.due(within: 0, of: submission.name).items
            .filter { $0.kind == .retention && $0.isOverdue }
            .map { .init(kind: .yearly, event: submission.version, name: $0.name) }
    }

    /// Whether the document is there, and with a list of documents all that it lists.
    private func isWhole(_ digest: DocumentDigest, _ workspace: Workspace) throws -> Bool {
        guard let bytes = try workspace.vault.bytes(of: digest) else { return false }
        guard let revision = try? DossierRevision(bytes: bytes) else { return true }
        return try revision.documents.allSatisfy { try workspace.vault.bytes(of: $0.digest) != nil }
    }

    private func text(_ loss: RecordedCourse.Loss, of name: SubmissionName, _ labels: Labels) -> String {
        let place = loss.name.map { "\(name)/\($0)" } ?? name.rawValue
        return labels.text("import.lost.\(loss.kind.rawValue)", place, "\(loss.event)")
    }

    private func json(_ loss: RecordedCourse.Loss, of name: SubmissionName, _ labels: Labels) -> JSONValue {
        .object([
            "submission": .string(name.rawValue), "case": loss.name.map { .string($0.rawValue) } ?? .null,
            "event": .integer(Int64(loss.event)), "code": .string(loss.kind.rawValue),
            "text": .string(text(loss, of: name, labels)),
        ])
    }

    private func names(_ workspace: Workspace) async throws -> [SubmissionName] {
        guard submission.isEmpty else { return submission.map { SubmissionName($0) } }
        var found: [SubmissionName] = []
        while true {
            let last = found.last
            let page = try await workspace.tasuki.store.read { try $0.submissions(after: last, limit: 500) }
            found += page
            guard page.count == 500 else { return found }
        }
    }

    /// Writes the letters and the dossiers out, one document at a time.
    private func write(_ export: BookExport, _ workspace: Workspace, _ form: FormOutput) throws -> Int {
        var files = export.files
        for dossier in export.dossiers {
            guard let list = try workspace.vault.bytes(of: dossier.digest),
                let revision = try? DossierRevision(bytes: list)
            else { continue }
            if export.ownFolders.contains(dossier), let manifest = revision.manifest {
                files.append(.init(path: "\(dossier.path)/submission.yaml", digest: manifest))
            }
            files += revision.documents.map { .init(path: "\(dossier.path)/\($0.path)", digest: $0.digest) }
        }
        // Filed once more, a document stands as it was filed last.
        let last = Dictionary(files.map { ($0.path, $0.digest) }) { $1 }
        for (path, digest) in last.sorted(by: { $0.key < $1.key }) {
            // Of a document that was erased it was said that it is lost.
            guard let bytes = try workspace.vault.bytes(of: digest) else { continue }
            try form.write(Data(bytes), to: out + "/" + path)
        }
        return last.count
    }
}
