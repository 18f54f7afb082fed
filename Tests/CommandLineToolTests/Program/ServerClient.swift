import Foundation
import FoundationNetworking
import Testing

/// A server, and one client that proposes questions through it; the server is killed amid requests.
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

    /// How far the request is let to come amid which each server is killed, as shares of the time that one takes.
    static let kills = [0.2, 0.5, 0.8]

    /// Sends requests until as many as there are ``kills`` went without an answer, for their server was killed.
    ///
    /// Such a one is sent to the next server again. The last server lives.
    func work(_ record: Record) async throws {
        var number = 0
        for share in Self.kills {
            while try await !kills(at: share, &number, record) {}
        }
        let (server, base) = try await serve()
        defer { server.kill() }
        try await ask("\(name) \(number)", at: base, record)
    }

    /// One life of a server: some requests are answered, then it is killed amid one.
    ///
    /// - Returns: Whether that one went without an answer; its number is not used up then.
    private func kills(at share: Double, _ number: inout Int, _ record: Record) async throws -> Bool {
        let (server, base) = try await serve()
        defer { server.kill() }
        var usual = Duration.zero
        for _ in 0..<7 {
            let began = ContinuousClock.now
            try await ask("\(name) \(number)", at: base, record)
            usual = ContinuousClock.now - began
            number += 1
        }
        var moment = KillMoment(at: share, of: usual)
        while true {
            let text = "\(name) \(number)"
            let killer = kill(server, after: moment.delay)
            let status = try? await send(text, to: base)
            killer.cancel()
            let isDead = await killer.value
            guard let status else {
                try #require(isDead, "a server that lives did not answer")
                record.kill()
                return true
            }
            note(status, to: text, record)
            number += 1
            if isDead { return false }
            moment.comeSooner()
        }
    }

    private func ask(_ text: String, at base: String, _ record: Record) async throws {
        note(try await send(text, to: base), to: text, record)
    }

    private func note(_ status: Int?, to text: String, _ record: Record) {
        #expect(status == 200, "\(text)")
        if status == 200 { record.acknowledge(text) } else { record.refuse(text) }
    }

    /// A server, and the address that it announces.
    private func serve() async throws -> (server: RunningProgram, base: String) {
        let server = try program.start(["serve", "--without-accounts", "--port", "0"], killedAfter: Program.limit)
        let match = try await server.announcement(/Serving (http:\/\/127\.0\.0\.1:\d+)/)
        return (server, String(try #require(match, "the server did not say where it listens").1))
    }

    /// Whether it was killed, and not called off before.
    private func kill(_ server: RunningProgram, after delay: Duration) -> Task<Bool, Never> {
        if delay == .zero { server.kill() }
        return Task {
            let isCalledOff = (try? await Task.sleep(for: delay)) == nil
            if delay > .zero, isCalledOff { return false }
            server.kill()
            return true
        }
    }

    /// The status of the answer.
    private func send(_ text: String, to base: String) async throws -> Int? {
        let url = try #require(URL(string: "\(base)/v1/cases/colon-cade/\(place)/actions/propose"))
        var request = URLRequest(url: url, timeoutInterval: 600)
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
