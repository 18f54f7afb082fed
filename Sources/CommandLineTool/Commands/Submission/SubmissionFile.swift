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
            hub are filed before the hub goes on. Documents that may not open where they are sent, such as a PDF with a \
            password or one that was cut off, are named first: a terminal asks, elsewhere --yes files them as they are.

            EXAMPLES
              tasuki submission file colon-cade Config/samples/colon-cade
              tasuki submission file colon-cade Config/samples/colon-cade --country SG --country MY --on 2026-11-20
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var basis: BasisOptions

    @Flag(help: "File also what may not open where it is sent, without asking.")
    var yes = false

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
            let stated = try await workspace.statement(in: directory, of: submission)
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
            let filing = { (tasuki: Tasuki) async throws -> Acceptance in
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
            }
            if !dossier.findings.isEmpty {
                // What a rule refuses is told first: nobody is asked about a filing that cannot be.
                if !yes, !basis.dryRun { _ = try await workspace.tasuki.rehearsing(filing) }
                try confirm(FolderState([], dossier.findings, labels), dossier.findings.count, labels)
            }
            if basis.dryRun {
                Terminal.print(labels.text("filing.would", "\(dossier.documents.count)"))
                for document in dossier.documents { Terminal.print("  \(document.path)") }
            }
            let before = try await workspace.tasuki.submission(manifest.name).submission.cases.map(\.name)
            try await basis.rehearsal(workspace, labels, nil).carryOut(filing) { acceptance in
                let submission = try await workspace.tasuki.submission(manifest.name).submission
                let opened = submission.cases.filter { !before.contains($0.name) }
                // Where no case was opened, the dossier took the place of another for those that have still to file.
                let kept = submission.cases.filter { subject in
                    basis.key != nil
                        || subject.filings.isEmpty && (countries.isEmpty || countries.contains(subject.jurisdiction))
                }
                let teller = FilingTeller(submission, opened.isEmpty ? kept : opened, acceptance, labels)
                let items = teller.waiting.isEmpty ? [] : try await workspace.tasuki.today(within: .month).mine
                for line in teller.lines(dossier.documents.count, items, ShellWords(global)) { Terminal.print(line) }
                let report = try await workspace.tasuki.status(of: manifest.name)
                Terminal.print { StatusText(labels: labels, shell: ShellWords(global)).table(report, width: $0) }
            }
        }
    }

    /// Names what may not open where it is sent, and goes on only where somebody says so.
    ///
    /// - Throws: ``Failure`` where the answer is no, or where nobody can be asked.
    private func confirm(_ state: FolderState, _ count: Int, _ labels: Labels) throws {
        let lines = state.lines.joined(separator: "\n")
        if yes || basis.dryRun {
            Terminal.note(lines)
        } else if Terminal.isInteractive {
            try Confirmation(labels: labels).ask { _ in lines + "\n\n" + labels.text("filing.confirm", "\(count)") }
        } else {
            Terminal.note(lines)
            throw Failure(.refused, labels.text("filing.damaged", "\(count)"))
        }
    }
}
