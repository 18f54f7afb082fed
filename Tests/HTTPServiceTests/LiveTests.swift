import Engine
import Foundation
import FoundationNetworking
import HTTPService
import Logging
import TestSupport
import Testing
import Turns

@Suite("The server on a socket")
struct LiveTests {
    @Test(
        "listens on this machine, says where, answers, and ends when it is told to",
        .takesTurns,
        .timeLimit(.minutes(30))
    )
    func listening() async throws {
        let workspace = try await TestWorkspace.make()
        let server = TasukiServer(
            tasuki: workspace.tasuki,
            doorkeeping: .unguarded,
            words: workspace.words,
            configuration: .init(port: 0),
            logger: Logger(label: "test") { _ in RecordedLog() }
        )
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let running = Task { try await server.run { port.yield($0) } }
        defer { running.cancel() }
        let chosen = try #require(await ports.first { _ in true })
        let url = try #require(URL(string: "http://127.0.0.1:\(chosen)/healthz"))
        let (data, response) = try await URLSession.shared.data(for: URLRequest(url: url, timeoutInterval: 600))
        #expect((response as? HTTPURLResponse)?.statusCode == 200)
        #expect(String(decoding: data, as: UTF8.self).contains("\"status\": \"ok\""))
        running.cancel()
        _ = await running.result
        try await workspace.remove()
    }
}
