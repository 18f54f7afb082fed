import ArgumentParser
import Engine
import Regulation
import Submissions
import Views

struct SubmissionNew: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Open a submission from a dossier directory's manifest.",
        discussion: "EXAMPLE\n  tasuki submission new Config/samples/colon-cade"
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var actor: ActorOptions

    @Option(help: "A key under which the same request may safely be sent again.")
    var key: String?

    @Flag(help: "Say what would be opened or refused, and change nothing.")
    var dryRun = false

    @Argument(help: "The dossier directory, with submission.yaml in it.")
    var directory: String

    func run() async throws {
        try await global.run { workspace, labels in
            let manifest = try DossierSource(configuration: workspace.configuration).manifest(in: directory)
            let text = try Files.contents(directory + "/submission.yaml")
            let rehearsing = Rehearsing(isDryRun: dryRun, workspace: workspace, labels: labels, output: nil)
            try await rehearsing.carryOut { tasuki in
                try await workspace.open(manifest, text: text, in: tasuki, by: try actor.actor(), key: key)
            } telling: { _ in
                let clock = try await workspace.tasuki.clock()
                let today = clock.settings.zone.civilDate(at: clock.now)
                let targets = try manifest.targets.map { target in
                    let own = try workspace.tasuki.world.definitions.ownNames(
                        of: target.route,
                        in: target.jurisdiction,
                        on: today
                    )
                    return labels.text(
                        "answers.openedFor",
                        target.jurisdiction.rawValue,
                        labels.name(of: target.route, own: own)
                    )
                }.joined(separator: labels["today.comma"])
                Terminal.print(labels.text("answers.opened", manifest.name.rawValue, targets))
                let tabled = try workspace.tasuki.tabledClasses(of: manifest, on: today).sorted { $0.key < $1.key }
                if !tabled.isEmpty {
                    let classes = tabled.map { "\($0.key) \($0.value)" }.joined(separator: labels["today.comma"])
                    Terminal.note(labels.text("answers.openedClasses", classes))
                }
                for code in try workspace.withoutHolder(try await workspace.facts(of: manifest, text), on: today) {
                    Terminal.note(labels.text("amendment.noHolder", code.rawValue))
                }
                let check = "tasuki submission check \(ShellWords.quoted(directory))"
                let file = "tasuki submission file \(manifest.name) \(ShellWords.quoted(directory))"
                Terminal.note(labels.text("answers.openedNext", check, file))
            }
        }
    }
}
