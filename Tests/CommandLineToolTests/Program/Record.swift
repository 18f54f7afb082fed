import Synchronization

/// What several writers were told, put together.
final class Record: Sendable {
    private struct Told {
        var acknowledged: Set<String> = []
        var refused: Set<String> = []
        var kills = 0
    }

    private let told = Mutex(Told())

    var acknowledged: Set<String> { told.withLock(\.acknowledged) }
    var refused: Set<String> { told.withLock(\.refused) }
    /// How many processes were killed while they had a request.
    var kills: Int { told.withLock(\.kills) }

    func acknowledge(_ text: String) { told.withLock { _ = $0.acknowledged.insert(text) } }

    func refuse(_ text: String) { told.withLock { _ = $0.refused.insert(text) } }

    func kill() { told.withLock { $0.kills += 1 } }
}
