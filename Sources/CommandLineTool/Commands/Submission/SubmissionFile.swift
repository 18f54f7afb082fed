import ArgumentParser
import Dossiers
import Engine
import Regulation
import Submissions
import Views

struct SubmissionFile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "file",
        abstract: "File the dossier for every target; refused while something required is missing.",
        discussion: "EXAMPLE\n  tasuki submission file colon-cade Config/samples/colon-cade"
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var basis: BasisOptions

    @Argument(help: "The submission.")
    var submission: String

    @Argument(help: "The dossier directory.")
    var directory: String

    @Option(help: "The day of filing (default: today).")
    var on: DateArgument?

    func run() async throws {
        try await global.run { workspace, labels in
            let (manifest, dossier) = try workspace.dossier(at: directory)
            guard manifest.name.rawValue == submission else {
                throw Failure(.usage, "\(directory) describes \(manifest.name), not \(submission)")
            }
            let revision = dossier.revision.digest
            try await basis.rehearsal(workspace, labels, nil).carryOut { tasuki in
                try await tasuki.file(
                    manifest.name,
                    revision: revision,
                    entries: dossier.entries,
                    by: try actor.actor(),
                    on: try on?.date(),
                    expecting: basis.expect,
                    key: basis.key,
                    storing: { _ = try dossier.store(in: workspace.vault) }
                )
            } telling: { acceptance in
                Terminal.print(
                    "Filed \(dossier.documents.count) documents as revision \(revision.rawValue.prefix(12)), "
                        + "#\(acceptance.events.lowerBound)–#\(acceptance.events.upperBound)."
                )
                let report = try await workspace.tasuki.status(of: manifest.name)
                Terminal.print { StatusText(labels: labels).table(report, width: $0) }
            }
        }
    }
}
