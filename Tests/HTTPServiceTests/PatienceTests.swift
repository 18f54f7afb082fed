import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import HTTPService

@Suite("The server waits for a request, but not for ever")
struct PatienceTests {
    private let connections = OpenConnections()

    /// A connection that has just been opened, and its clock.
    private func connection(_ patience: Patience = Patience()) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        try channel.pipeline.syncOperations.addHandler(PatienceHandler(patience, connections))
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return channel
    }

    private static let head = HTTPRequestPart.head(
        HTTPRequest(method: .post, scheme: "http", authority: "127.0.0.1", path: "/")
    )

    private func body(_ bytes: Int) -> HTTPRequestPart { .body(ByteBuffer(repeating: 0x20, count: bytes)) }

    /// The status of the answer that was written, if one was.
    private func status(_ channel: EmbeddedChannel) throws -> Int? {
        while let part = try channel.readOutbound(as: HTTPResponsePart.self) {
            if case .head(let response) = part { return response.status.code }
        }
        return nil
    }

    @Test("a connection that sends no head is closed after a minute, and at once where many are open")
    func head() throws {
        let calm = try connection()
        calm.embeddedEventLoop.advanceTime(by: .seconds(59))
        #expect(calm.isActive)
        calm.embeddedEventLoop.advanceTime(by: .seconds(2))
        #expect(!calm.isActive)
        #expect(try status(calm) == nil && connections.count == 0)
        connections.add(200)
        let pressed = try connection()
        pressed.embeddedEventLoop.advanceTime(by: .seconds(6))
        #expect(!pressed.isActive && connections.count == 200)
    }

    @Test("a body that dribbles is answered with 408 and cut; one that comes at its rate is not")
    func rate() throws {
        let slow = try connection()
        try slow.writeInbound(Self.head)
        for _ in 0..<10 {
            #expect(slow.isActive)
            try slow.writeInbound(body(100))
            slow.embeddedEventLoop.advanceTime(by: .seconds(1))
        }
        #expect(!slow.isActive)
        #expect(try status(slow) == 408)
        let steady = try connection()
        try steady.writeInbound(Self.head)
        for _ in 0..<100 {
            try steady.writeInbound(body(1_100))
            steady.embeddedEventLoop.advanceTime(by: .seconds(1))
        }
        #expect(steady.isActive)
        try steady.writeInbound(HTTPRequestPart.end(nil))
        steady.embeddedEventLoop.advanceTime(by: .seconds(500))
        #expect(steady.isActive, "while the answer is worked out nobody waits for the sender")
        try steady.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
        try steady.writeOutbound(HTTPResponsePart.end(nil))
        steady.embeddedEventLoop.advanceTime(by: .seconds(59))
        #expect(steady.isActive)
        steady.embeddedEventLoop.advanceTime(by: .seconds(2))
        #expect(!steady.isActive, "the next head is waited for as the first was")
    }

    @Test(
        "no body takes longer than two minutes, however fast it comes; what is answered already is not answered again"
    )
    func whole() throws {
        let endless = try connection()
        try endless.writeInbound(Self.head)
        try endless.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .unsupportedMediaType)))
        try endless.writeOutbound(HTTPResponsePart.end(nil))
        #expect(try status(endless) == 415)
        for _ in 0..<119 {
            try endless.writeInbound(body(50_000))
            endless.embeddedEventLoop.advanceTime(by: .seconds(1))
        }
        #expect(endless.isActive)
        endless.embeddedEventLoop.advanceTime(by: .seconds(2))
        #expect(!endless.isActive)
        #expect(try status(endless) == nil)
    }

    @Test("a server that is told to end waits ten seconds for what is coming in")
    func farewell() throws {
        let coming = try connection()
        try coming.writeInbound(Self.head)
        coming.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        for _ in 0..<9 {
            try coming.writeInbound(body(50_000))
            coming.embeddedEventLoop.advanceTime(by: .seconds(1))
        }
        #expect(coming.isActive)
        coming.embeddedEventLoop.advanceTime(by: .seconds(2))
        #expect(!coming.isActive)
        #expect(try status(coming) == 408)
    }
}
