import NIOCore
import Synchronization

/// How long the server waits for a request to come in, and for how many connections.
struct Patience: Sendable {
    /// For the head of a request, from the opening of the connection or the end of the last answer.
    var head: TimeAmount = .seconds(60)
    /// The same while many connections are open: who dribbles gives way to who waits.
    var headUnderPressure: TimeAmount = .seconds(5)
    /// From how many open connections on there is pressure.
    var pressure = 128
    /// For a whole body.
    var body: TimeAmount = .seconds(120)
    /// How long a body may take to get going, before its rate counts.
    var grace: TimeAmount = .seconds(10)
    /// Bytes a second, over all of a body.
    var rate = 1_000
    /// For what is still coming in when the server is told to end.
    var farewell: TimeAmount = .seconds(10)

    /// How many connections the server takes at once; others wait to be taken.
    static let connections = 512
}

/// How many connections are open.
final class OpenConnections: Sendable {
    private let number = Atomic<Int>(0)

    var count: Int { number.load(ordering: .relaxed) }

    func add(_ difference: Int) { number.add(difference, ordering: .relaxed) }
}
