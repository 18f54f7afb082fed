import Accounts
import ArgumentParser
import Engine
import HTTPService
import Logging
import Views

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the page and the HTTP interface on this machine until Ctrl-C.",
        discussion: """
            Who asks must have an account ('tasuki account'), and sees and does what it allows. It binds loopback \
            only, and refuses requests from other hosts and pages. Without accounts whoever reaches it may do \
            everything, and every actor is recorded as not checked. Deadlines that fall due are fired once a minute.

            EXAMPLES
              tasuki serve
              tasuki serve --without-accounts
              tasuki serve --port 9000
            """
    )

    @OptionGroup var global: GlobalOptions

    @Option(help: "The port on 127.0.0.1.")
    var port: Int = 8080

    @Flag(help: "Ask nobody who he is; for a machine that nobody else uses.")
    var withoutAccounts = false

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port takes a number from 0 to 65535") }
    }

    func run() async throws {
        try global.reporting(nil) { try OpenFiles.demand() }
        try await global.run { workspace, labels in
            var logger = Logger(label: "tasuki") { StreamLogHandler.standardError(label: $0) }
            logger.logLevel = .notice
            let server = TasukiServer(
                tasuki: workspace.tasuki,
                doorkeeping: withoutAccounts ? .unguarded : .accounts(workspace.accounts),
                words: workspace.words,
                configuration: .init(host: "127.0.0.1", port: port),
                logger: logger,
                readManifest: ManifestText.read,
                upkeep: { try await workspace.bringUpToDate() }
            )
            if withoutAccounts {
                Terminal.note(labels["answers.unguarded"])
            } else if try await workspace.accounts.book().accounts.isEmpty {
                Terminal.note(labels["answers.nobodyYet"])
            }
            try await server.run { port in
                Terminal.note(labels.text("answers.serving", "http://127.0.0.1:\(port)"))
            }
        }
    }
}
