import ArgumentParser
import CanonicalJSON
import Dossiers
import Engine
import Foundation
import Regulation
import Submissions
import Views

struct SubmissionAmend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend",
        abstract: "Record what the manifest says now: targets, routes, holders, claims, classes, certificates.",
        discussion: """
            Shows what differs from what is recorded, asks once in a terminal, and records it. A holder that was \
            appointed or a certificate that came opens at once what waited for it. What a running case rests on, its \
            target, route and participation, cannot be taken away under it. An amendment that was wrong is put right by \
            another one: edit the manifest, and name with --on the day from which it held.

            EXAMPLES
              tasuki submission amend colon-cade Config/samples/colon-cade --dry-run
              tasuki submission amend colon-cade Config/samples/colon-cade --yes
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: FormatOption
    @OptionGroup var actor: ActorOptions
    @OptionGroup var basis: BasisOptions

    @Flag(help: "Record it without asking.")
    var yes = false

    @Option(help: "The day from which it holds, such as the one on which a holder was appointed (default: today).")
    var on: DateArgument?

    @Argument(help: "The submission.")
    var submission: String

    @Argument(help: "The dossier directory, with the edited submission.yaml in it.")
    var directory: String

    func run() async throws {
        try await global.run { workspace, labels in
            let stated = try await workspace.statement(in: directory, of: submission)
            let amendment = try await workspace.tasuki.amendment(
                to: stated.facts,
                text: stated.text,
                reading: ManifestText.read
            )
            let clock = try await workspace.tasuki.clock()
            let today = clock.settings.zone.civilDate(at: clock.now)
            for code in try workspace.withoutHolder(stated.facts, on: today) {
                Terminal.note(labels.text("amendment.noHolder", code.rawValue))
            }
            for subject in try await ruledByOldClass(stated.facts, workspace) {
                let code = subject.jurisdiction.rawValue
                Terminal.note(labels.text("amendment.classAsFiled", subject.name.rawValue, code))
            }
            let text = AmendmentText(labels: labels)
            if Terminal.isInteractive, !yes, !basis.dryRun, !amendment.differences.isEmpty {
                try Confirmation(labels: labels).ask {
                    text.table(amendment, width: $0) + "\n\n" + labels.text("amendment.confirm", submission)
                }
            } else if basis.dryRun {
                // What programs read stays by itself.
                if output.format == .table {
                    Terminal.print { text.table(amendment, width: $0) + "\n" }
                } else {
                    Terminal.ask { text.table(amendment, width: $0) + "\n" }
                }
            }
            try await basis.rehearsal(workspace, labels, output).carryOut { tasuki in
                try await tasuki.amend(
                    stated.facts,
                    by: try actor.actor(),
                    on: try on?.date(),
                    expecting: basis.expect,
                    key: basis.key,
                    storing: { _ = try workspace.vault.put(stated.text) }
                )
            } telling: { acceptance in
                let number = acceptance.events.lowerBound
                try output.print(
                    Answer(
                        display: {
                            text.table(amendment, width: $0) + "\n\n" + labels.text("amendment.done", "\(number)")
                        },
                        payload: { .object(["event": .integer(Int64(number)), "amendment": amendment.json]) },
                        sheet: { text.csv(amendment) }
                    )
                )
            }
        }
    }

    /// Cases under way that go on by the class of their filing, while the manifest states another now.
    private func ruledByOldClass(_ facts: SubmissionOpened, _ workspace: Workspace) async throws -> [Case] {
        let recorded = try await workspace.tasuki.submission(facts.name).submission
        return recorded.cases.filter { subject in
            let code = subject.jurisdiction
            return !subject.isOver && !subject.isTrack && recorded.opened.classes[code] != facts.classes[code]
        }
    }
}
