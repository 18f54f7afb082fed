import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Cuts who sends a request too slowly, so that nobody holds a connection for ever.
///
/// The framework closes a connection on which nothing comes; a byte now and then would keep it, and the end of the server waiting.
final class PatienceHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let patience: Patience
    private let connections: OpenConnections
    private var isCounted = false
    private var timer: Scheduled<Void>?
    /// When the head of the request that comes in was there; nil between requests.
    private var began: NIODeadline?
    /// Of the body of that request, in bytes.
    private var received = 0
    /// Whether that request is being answered already.
    private var isAnswered = false
    private var isEnding = false

    init(_ patience: Patience, _ connections: OpenConnections) {
        self.patience = patience
        self.connections = connections
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { open(context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) { close() }

    func channelActive(context: ChannelHandlerContext) {
        open(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        close()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            (began, received, isAnswered) = (context.eventLoop.now, 0, false)
            waitForBody(context)
        case .body(let bytes): received += bytes.readableBytes
        case .end:
            began = nil
            timer?.cancel()
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head: isAnswered = true
        case .body: break
        case .end: if began == nil { waitForHead(context) }
        }
        context.write(data, promise: promise)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent {
            isEnding = true
            if began != nil { waitForBody(context) }
        }
        context.fireUserInboundEventTriggered(event)
    }

    private func open(_ context: ChannelHandlerContext) {
        guard !isCounted else { return }
        isCounted = true
        connections.add(1)
        waitForHead(context)
    }

    private func close() {
        timer?.cancel()
        guard isCounted else { return }
        isCounted = false
        connections.add(-1)
    }

    private func waitForHead(_ context: ChannelHandlerContext) {
        let isUnderPressure = connections.count > patience.pressure
        // Nothing was asked, so there is nothing to answer.
        wait(isUnderPressure ? patience.headUnderPressure : patience.head, context) { $1.close(promise: nil) }
    }

    private func waitForBody(_ context: ChannelHandlerContext) {
        if isEnding {
            wait(patience.farewell, context) { $0.cut($1) }
        } else {
            wait(patience.grace, context) { $0.look($1) }
        }
    }

    /// Does it after a while, in place of what was to be done before.
    private func wait(
        _ time: TimeAmount,
        _ context: ChannelHandlerContext,
        _ then: @escaping (PatienceHandler, ChannelHandlerContext) -> Void
    ) {
        timer?.cancel()
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: time) { then(self, context) }
    }

    /// Cuts a body that has taken too long, or comes too slowly; else looks again.
    private func look(_ context: ChannelHandlerContext) {
        guard let began else { return }
        let taken = context.eventLoop.now - began
        let wanted = Int64(patience.rate) * taken.nanoseconds / 1_000_000_000
        guard taken < patience.body, Int64(received) >= wanted else { return cut(context) }
        wait(.seconds(1), context) { $0.look($1) }
    }

    /// Says why, unless something else is being said, and closes.
    private func cut(_ context: ChannelHandlerContext) {
        if !isAnswered {
            let text =
                #"{"code":"request.too-slow","status":408,"title":"Request Timeout","type":"urn:tasuki:problem:request.too-slow"}"#
            let head = HTTPResponse(
                status: .requestTimeout,
                headerFields: [
                    .contentType: "application/problem+json", .contentLength: "\(text.utf8.count)",
                    .connection: "close",
                    .cacheControl: "no-store",
                ]
            )
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.write(wrapOutboundOut(.body(ByteBuffer(string: text))), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
        context.close(promise: nil)
    }
}
