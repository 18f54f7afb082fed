package import Engine
import Hummingbird
package import Logging
import NIOCore
import ServiceLifecycle
package import Views

/// The HTTP door of one workspace: the API, the pages, and the loop that fires deadlines.
///
/// It listens on this machine only; whoever comes from elsewhere comes through a proxy.
package struct TasukiServer: Sendable {
    package struct Configuration: Hashable, Sendable {
        /// `127.0.0.1`, `::1` or `localhost`.
        package var host: String
        /// Zero lets the system choose.
        package var port: Int

        package init(host: String = "127.0.0.1", port: Int = 8080) {
            self.host = host
            self.port = port
        }
    }

    private let tasuki: Tasuki
    private let doorkeeping: Doorkeeping
    private let words: any WordSource
    private let configuration: Configuration
    private let logger: Logger
    private let readManifest: ManifestReading
    private let upkeep: @Sendable () async throws -> Void

    /// - Parameters:
    ///   - tasuki: The workspace.
    ///   - doorkeeping: Whether who asks must have an account.
    ///   - words: What is said to people.
    ///   - configuration: Where to listen.
    ///   - logger: Where to tell of faults.
    ///   - readManifest: Reads a manifest, for the names that the pages show; ids stand for them without it.
    ///   - upkeep: Done every minute, before what is due: brings the lists up to edited calendars.
    package init(
        tasuki: Tasuki,
        doorkeeping: Doorkeeping,
        words: any WordSource,
        configuration: Configuration = .init(),
        logger: Logger,
        readManifest: @escaping ManifestReading = { _ in nil },
        upkeep: @escaping @Sendable () async throws -> Void = {}
    ) {
        self.upkeep = upkeep
        self.readManifest = readManifest
        self.tasuki = tasuki
        self.doorkeeping = doorkeeping
        self.words = words
        self.configuration = configuration
        self.logger = logger
    }

    /// Serves until SIGTERM or SIGINT, then lets running requests end; prints nothing.
    ///
    /// - Parameter onListening: Called once requests can come in, with the port.
    /// - Throws: ``ServerFault`` where the address is not of this machine or is taken.
    package func run(onListening: @escaping @Sendable (Int) async -> Void = { _ in }) async throws {
        guard let address = LoopbackAddress(configuration.host) else {
            throw ServerFault.notLoopback(configuration.host)
        }
        let router = makeRouter(
            tasuki: tasuki,
            doorkeeping: doorkeeping,
            words: words,
            port: configuration.port,
            readManifest: readManifest
        )
        let deadlines = DeadlineService(clock: ContinuousClock(), interval: .seconds(60), logger: logger) {
            [tasuki, upkeep] in
            try await upkeep()
            try await tasuki.drainDependencies()
            return try await tasuki.fireDeadlines()
        }
        // The framework tells at `info` where it listens; that is the caller's to say.
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .warning)
        let connections = OpenConnections()
        var application = Application(
            router: router,
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [PatienceHandler(Patience(), connections)],
                    idleTimeout: .seconds(60)
                )
            ),
            configuration: ApplicationConfiguration(
                address: .hostname(address.rawValue, port: configuration.port),
                availableConnectionsDelegate: .maximum(Patience.connections, logger: quiet)
            ),
            onServerRunning: { channel in await onListening(channel.localAddress?.port ?? 0) },
            logger: quiet
        )
        application.addServices(deadlines)
        do {
            try await application.runService()
        } catch let error as IOError where error.errnoCode == 98 || error.errnoCode == 48 {
            // EADDRINUSE on Linux and on Darwin, which this module would need the C library to name.
            throw ServerFault.addressInUse(host: configuration.host, port: configuration.port)
        } catch let error as IOError {
            throw ServerFault.cannotListen(reason: error.description)
        }
    }
}

/// Why the server does not start.
package enum ServerFault: Error, Hashable, Sendable {
    /// Nobody beyond this machine may reach the server, which speaks in the clear.
    case notLoopback(String)
    case addressInUse(host: String, port: Int)
    /// The system gave no socket or no threads, as where too many files are open.
    case cannotListen(reason: String)
}

/// An address that only programs of this machine can reach.
enum LoopbackAddress: String {
    case version4 = "127.0.0.1"
    case version6 = "::1"

    init?(_ host: String) {
        switch host {
        case "127.0.0.1", "localhost": self = .version4
        case "::1", "[::1]": self = .version6
        default: return nil
        }
    }
}
