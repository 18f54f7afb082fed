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
            There are no accounts yet, so it binds loopback only, refuses requests from other hosts and pages, and \
            records every actor as unauthenticated. Deadlines that fall due are fired once a minute.

            EXAMPLES
              tasuki serve
              tasuki serve --port 9000
            """
    )

    @OptionGroup var global: GlobalOptions

    @Option(help: "The port on 127.0.0.1.")
    var port: Int = 8080

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
                words: workspace.words,
                configuration: .init(host: "127.0.0.1", port: port),
                logger: logger,
                readManifest: ManifestText.read,
                upkeep: { try await workspace.bringUpToDate() }
            )
            try await server.run { port in
                Terminal.note(labels.text("answers.serving", "http://127.0.0.1:\(port)"))
            }
        }
    }
}
