import ArgumentParser
import Engine
import Regulation
import Submissions
import Views

struct RebindCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebind",
        abstract: "Bind a case to corrected rules, because those it was bound to were wrong.",
        discussion: """
            A case keeps the rules of its filing date, whatever is edited later. Where those rules had been configured \
            wrongly, correct the file and bind the case to it; the old rules stay in the workspace and in the history.

            EXAMPLE
              tasuki rebind colon-cade/SG --reason "the limit had been read from an old page"
            """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var basis: BasisOptions

    @Argument(help: "The case, such as colon-cade/SG.")
    var name: CaseReferenceArgument

    @Option(help: "Why; it is kept beside the log and shown with the event.")
    var reason: String

    func run() async throws {
        try await global.run(about: name) { workspace, labels in
            try await basis.rehearsal(workspace, labels, nil).carryOut { tasuki in
                try await tasuki.rebind(
                    name.name,
                    in: name.submission,
                    by: try actor.actor(),
                    reason: reason,
                    expecting: basis.expect,
                    key: basis.key
                )
            } telling: { acceptance in
                Terminal.print(labels.text("answers.rebound", "\(name)", "#\(acceptance.events.upperBound)"))
            }
        }
    }
}
