import Engine
import Foundation
import Logging
import Regulation
import TestSupport
import Testing
import TransparencyLog

@testable import HTTPService

@Suite("The door of a server without accounts")
struct DoorTests {
    @Test("only the server's own name and port are answered")
    func hosts() async throws {
        let workspace = try await TestWorkspace.make()
        let client = Client(workspace.tasuki, workspace.words)
        for host in ["127.0.0.1:8080", "localhost:8080", "LOCALHOST:8080", "[::1]:8080"] {
            let answer = try await client.get("/healthz", host: host)
            #expect(answer.status == 200, "\(host)")
        }
        for host in [
            "evil.example", "evil.example:8080", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:8080.evil.example", "",
            "localhost.evil.example:8080", "[::1]", "0.0.0.0:8080", "[::1].evil.example:8080",
        ] {
            let answer = try await client.get("/healthz", host: host)
            #expect(answer.status == 421, "\(host)")
            #expect(answer.json["code"] as? String == "request.foreign-host")
        }
        try await workspace.remove()
    }

    @Test("a page of another site can change nothing, and nothing is recorded of it")
    func origins() async throws {
        let workspace = try await TestWorkspace.make()
        let client = Client(workspace.tasuki, workspace.words)
        let before = try await client.get("/healthz").body
        let path = "/v1/cases/colon-cade/SG/actions/accept"
        let foreign = [
            ["Origin": "http://evil.example"], ["Origin": "null"], ["Origin": "https://localhost:8080"],
            ["Origin": "http://localhost:3000"], ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"],
            ["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"],
            ["Origin": "http://localhost:8080", "Sec-Fetch-Site": "cross-site"],
        ]
        for headers in foreign {
            let answer = try await client.post(path, #"{"as": "applicant", "by": "x"}"#, headers)
            #expect(answer.status == 403, "\(headers)")
            #expect(answer.json["code"] as? String == "request.foreign-origin")
        }
        for headers in [
            ["Origin": "http://localhost:8080"], ["Sec-Fetch-Site": "same-origin"], ["Sec-Fetch-Site": "none"],
        ] {
            let answer = try await client.post(path, #"{"as": "applicant", "by": "x"}"#, headers)
            #expect(answer.status == 404, "\(headers) \(answer.body)")
        }
        let followed = try await client.get("/", ["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"])
        #expect(followed.status == 200)
        let embedded = try await client.get(
            "/v1/submissions",
            ["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors"]
        )
        #expect(embedded.status == 403)
        let after = try await client.get("/healthz").body
        #expect(after == before)
        try await workspace.remove()
    }

    @Test("every answer forbids scripts, frames, guessing of types and keeping")
    func headers() async throws {
        let workspace = try await TestWorkspace.make()
        let client = Client(workspace.tasuki, workspace.words)
        for path in ["/", "/healthz", "/nothing", "/v1/submissions"] {
            let answer = try await client.get(path)
            let policy = try #require(answer.header("Content-Security-Policy"))
            #expect(policy.hasPrefix("default-src 'none';") && policy.contains("frame-ancestors 'none'"))
            #expect(!policy.contains("unsafe") && !policy.contains("script-src"))
            #expect(policy.contains("style-src 'sha256-") == (path == "/"))
            #expect(answer.header("X-Content-Type-Options") == "nosniff")
            #expect(answer.header("Cache-Control") == "no-store")
            #expect(answer.header("Referrer-Policy") == (path == "/" ? "same-origin" : "no-referrer"))
            #expect(answer.header("X-Frame-Options") == "DENY")
        }
        try await workspace.remove()
    }

    @Test("the policy of a page names the style sheets that it holds, and no others")
    func styleSheets() async throws {
        let workspace = try await TestWorkspace.demo(until: CivilDate("2026-04-20"))
        let answer = try await Client(workspace.tasuki, workspace.words).get("/submissions/colon-cade")
        let sheets = answer.body.matches(of: /<style>([^<]*)<\/style>/).map { String($0.1) }
        #expect(sheets.count == 2)
        let digests = sheets.map { "'sha256-\(Data(Digest.sha256(of: $0.utf8).bytes).base64EncodedString())'" }
        let policy = try #require(answer.header("Content-Security-Policy"))
        #expect(policy.hasSuffix("; style-src \(digests.joined(separator: " "))"))
        try await workspace.remove()
    }

    @Test("an address that others could reach is refused before anything listens")
    func loopbackOnly() async throws {
        let workspace = try await TestWorkspace.make()
        for host in ["0.0.0.0", "192.168.1.5", "example.org", "::", "127.0.0.2", ""] {
            let server = TasukiServer(
                tasuki: workspace.tasuki,
                doorkeeping: .unguarded,
                words: workspace.words,
                configuration: .init(host: host, port: 0),
                logger: .init(label: "test")
            )
            await #expect(throws: ServerFault.notLoopback(host)) { try await server.run() }
        }
        try await workspace.remove()
    }
}
