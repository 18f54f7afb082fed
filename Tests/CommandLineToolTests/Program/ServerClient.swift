import Foundation
import FoundationNetworking
import Testing

/// A server, and one client that proposes questions through it; the server is killed between and amid requests.
struct ServerClient {
    let program: Program
    let name: String
    let place: String
    let body: String

    init(program: Program, name: String, of place: String, body: String) {
        self.program = program
        self.name = name
        self.place = place
        self.body = body
    }

    /// Sends requests to three servers, one after the other killed; what was not answered is sent to the next again.
    func work(_ record: Record) async throws {
        var number = 0
        for life in 0..<3 {
            let (server, base) = try await serve()
            defer { server.kill() }
            var usual = Duration.seconds(1)
            for request in 0..<8 {
                let text = "\(name) \(number)"
                let killer = request == 7 ? kill(server, after: usual * [0.2, 0.5, 0.8][life]) : nil
                let began = ContinuousClock.now
                let status = try? await send(text, to: base)
                usual = ContinuousClock.now - began
                try await killer?.value
                if killer != nil { record.kill() }
                // A request without an answer: the next server is asked the same.
                guard let status else { break }
                #expect(status == 200, "\(text)")
                if status == 200 { record.acknowledge(text) } else { record.refuse(text) }
                number += 1
            }
            if life == 2 { try await finish("\(name) \(number)", record) }
        }
    }

    /// The last request goes through a server that lives.
    private func finish(_ text: String, _ record: Record) async throws {
        let (server, base) = try await serve()
        defer { server.kill() }
        #expect(try await send(text, to: base) == 200)
        record.acknowledge(text)
    }

    /// A server, and the address that it announces.
    private func serve() async throws -> (server: RunningProgram, base: String) {
        let server = try program.start(["serve", "--port", "0"], killedAfter: .seconds(60))
        let match = try await server.announcement(/Serving (http:\/\/127\.0\.0\.1:\d+)/, within: .seconds(30))
        return (server, String(try #require(match, "the server did not say where it listens").1))
    }

    private func kill(_ server: RunningProgram, after delay: Duration) -> Task<Void, any Error> {
        Task {
            try await Task.sleep(for: delay)
            server.kill()
        }
    }

    /// The status of the answer.
    private func send(_ text: String, to base: String) async throws -> Int? {
        let url = try #require(URL(string: "\(base)/v1/cases/colon-cade/\(place)/actions/propose"))
        var request = URLRequest(url: url, timeoutInterval: 30)
        request.httpMethod = "POST"
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.setValue(text.replacing(" ", with: "-"), forHTTPHeaderField: "Idempotency-Key")
        request.httpBody = Data(
            #"{"as": "officer@\#(body)", "by": "\#(name)", "fields": {"questions": [{"text": "\#(text)"}]}}"#.utf8
        )
        let (_, response) = try await URLSession.shared.data(for: request)
        return (response as? HTTPURLResponse)?.statusCode
    }
}
