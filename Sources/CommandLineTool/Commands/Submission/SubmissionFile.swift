import ArgumentParser
import Dossiers
import Engine
import Regulation
import Submissions
import Views

struct SubmissionFile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "file",
        abstract: "File the dossier for all targets, or for some; refused while something required is missing.",
        discussion: """
            Without --country it is filed for every target that was not filed for before. A country whose case ended \
            without an approval, as after a return, is filed once more by naming it. Targets that share a bundle with a \
            hub are filed before the hub goes on.

            EXAMPLES
              tasuki submission file colon-cade Config/samples/colon-cade
              tasuki submission file colon-cade Config/samples/colon-cade --country SG --country MY --on 2026-11-20
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var basis: BasisOptions

    @Argument(help: "The submission.")
    var submission: String

    @Argument(help: "The dossier directory.")
    var directory: String

    @Option(help: "Only for this target; may be given several times (default: every target not filed yet).")
    var country: [String] = []

    @Option(help: "The day of filing (default: today).")
    var on: DateArgument?

    func run() async throws {
        try await global.run { workspace, labels in
            let (manifest, dossier) = try workspace.dossier(at: directory)
            guard manifest.name.rawValue == submission else {
                throw Failure(.usage, "\(directory) describes \(manifest.name), not \(submission)")
            }
            let stated = try workspace.statement(in: directory, of: submission)
            let amendment = try await workspace.tasuki.amendment(
                to: stated.facts,
                text: stated.text,
                reading: ManifestText.read
            )
            guard amendment.isOfRemarksOnly else {
                Terminal.note(labels["amendment.edited"])
                throw Failure(.refused, labels.text("amendment.first", "\(submission) \(directory)"))
            }
            let revision = dossier.revision.digest
            let countries = try country.map { try workspace.jurisdiction($0) }
            try await basis.rehearsal(workspace, labels, nil).carryOut { tasuki in
                try await tasuki.file(
                    manifest.name,
                    revision: revision,
                    entries: dossier.entries,
                    for: countries,
                    by: try actor.actor(),
                    on: try on?.date(),
                    expecting: basis.expect,
                    key: basis.key,
                    storing: { _ = try dossier.store(in: workspace.vault) }
                )
            } telling: { acceptance in
                let submission = try await workspace.tasuki.submission(manifest.name)
                for line in sentences(submission.submission, dossier.documents.count, acceptance, labels) {
                    Terminal.print(line)
                }
                let report = try await workspace.tasuki.status(of: manifest.name)
                Terminal.print { StatusText(labels: labels).table(report, width: $0) }
            }
        }
    }

    /// What was filed for whom, and who files later by an act of its own.
    private func sentences(
        _ submission: Submission,
        _ documents: Int,
        _ acceptance: Acceptance,
        _ labels: Labels
    ) -> [String] {
        let deciding = submission.cases.filter { !$0.isTrack && !$0.isOver }
        let filing = submission.filings.last
        let filed = deciding.filter { $0.name != .hub && $0.filings == filing.map { [$0.number] } ?? [] }
        let waiting = deciding.filter { $0.name != .hub && $0.filings.isEmpty }
        func list(_ cases: [Case]) -> String { cases.map(\.jurisdiction.rawValue).joined(separator: ", ") }
        let events = "#\(acceptance.events.lowerBound)–#\(acceptance.events.upperBound)"
        var lines: [String] = []
        if !filed.isEmpty, let filing {
            let revision = String(filing.revision.rawValue.prefix(12))
            lines.append(labels.text("filing.done", "\(documents)", list(filed), revision, events))
        }
        if !waiting.isEmpty { lines.append(labels.text("filing.waiting", list(waiting), submission.name.rawValue)) }
        return lines
    }
}
