import ArgumentParser
import Definitions
import Dossiers
import Engine
import Exports
import Regulation
import Submissions
import Views

struct AuditExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a submission as a package that an inspector can read, print and verify without a server.",
        discussion: """
            The package is a BagIt bag (RFC 8493): documents, events with their proofs, rules as pinned, tables, and a \
            report in English and Japanese.

            EXAMPLE
              tasuki audit export colon-cade --out colon-cade-bag
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rehearsal: DryRunOption

    @Argument(help: "The submission.")
    var submission: String

    @Option(help: "A folder that is new or empty.")
    var out: String

    func run() async throws {
        try await global.run { workspace, labels in
            let package = InspectionPackage(
                tasuki: workspace.tasuki,
                labels: [
                    try workspace.words.labels("en"),
                    try workspace.words.labels("ja"),
                ],
                readManifest: { bytes in
                    String(validating: bytes, as: UTF8.self).flatMap { text in
                        try? ManifestReader.manifest(from: SourceFile(path: "submission.yaml", text: text))
                    }
                }
            )
            let summary = try await write(package)
            let packed = labels.text(
                "answers.packed",
                "\(summary.events)",
                "\(summary.refusals)",
                "\(summary.documents)",
                out,
                "\(summary.head)"
            )
            Terminal.print(labels.rehearsed(packed, rehearsal.dryRun))
        }
    }

    /// A rehearsal packs aside, so that every document is read and every check made.
    private func write(_ package: InspectionPackage) async throws -> InspectionPackage.Summary {
        let (name, folder) = (SubmissionName(submission), Places.absolute(out))
        let generator = "Tasuki \(TasukiCommand.configuration.version)"
        guard rehearsal.dryRun else { return try await package.write(name, to: folder, generator: generator) }
        return try await Destination.aside { aside in
            let summary = try await package.write(name, to: aside, generator: generator)
            guard Destination(folder).entries.isEmpty else { throw DossierError.bagFolderInUse(path: folder) }
            guard Destination(folder).canBeFolder else { throw Failure(.unavailable, "\(out) cannot be written") }
            return summary
        }
    }
}
