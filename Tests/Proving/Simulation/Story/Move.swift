/// One step of a run.
///
/// A move that has nothing to move is passed over, so that any part of a story is a story.
enum Move: Hashable, Sendable {
    /// A client hands an errand to a process.
    case send(client: Int, errand: Int, process: Int)
    /// The client's task goes on to where it waits next.
    case proceed(client: Int)
    /// The client's waiting read gets its snapshot.
    case serve(client: Int)
    /// The process begins a transaction and runs the first bodies that wait.
    case take(process: Int, count: Int)
    /// The transaction reaches the disk, or whatever was armed happens to it.
    case finish(process: Int)
    /// What shall happen to the process's next transaction.
    case arm(process: Int, Fate)
    /// Another process holds the lock for longer than the process waits.
    case lockedOut(process: Int)
    case crash(process: Int)
    /// The wall clock goes on, or is set back.
    case tick(minutes: Int)
    /// Everything that is under way comes to its end.
    case settle
}

/// What happens to a transaction.
enum Fate: Hashable, Sendable, CaseIterable {
    case crashBeforeSync
    /// The commit is durable, and nobody learns of it.
    case crashAfterSync
    case commitFails
    /// A statement after a few finds no room.
    case diskFull
}

extension Fate {
    var words: String {
        switch self {
        case .crashBeforeSync: "crash before the sync"
        case .crashAfterSync: "crash after the sync, before the answers"
        case .commitFails: "commit fails"
        case .diskFull: "disk full"
        }
    }
}

/// A whole run: who asked what in what order, and what befell them.
struct Story: Sendable {
    var seed: UInt64
    var isSimulatedClock: Bool
    /// How many writes may wait in one process.
    var limit: Int
    /// How many folds a process remembers.
    var foldLimit: Int
    var errands: [Errand] = []
    var moves: [Move] = []
}
