import Synchronization
import TransparencyLog

/// Heads in order of their size, each once, from a source that is nearly in order, without holding all of them.
///
/// Two processes that write heads may write them out of order, but only by as much as they do at once. What comes
/// later than the window allows is set aside.
struct SortedHeads {
    private static let window = 4_096

    private let source: @Sendable () -> TreeHead?
    /// In order; the next one at `position`.
    private var waiting: [TreeHead] = []
    private var position = 0
    private var last: TreeHead?
    private var isAtEnd = false
    /// Heads that came too late to be put in order.
    private(set) var late: [TreeHead] = []

    init<Heads: Sequence<TreeHead> & Sendable>(_ heads: Heads) {
        let box = IteratorBox(heads)
        source = { box.next() }
    }

    /// Holds an iterator of any kind where values that pass between tasks can share it.
    private final class IteratorBox<Heads: Sequence<TreeHead> & Sendable>: Sendable {
        private let iterator: Mutex<Heads.Iterator>

        init(_ heads: Heads) {
            iterator = Mutex(heads.makeIterator())
        }

        func next() -> TreeHead? { iterator.withLock { $0.next() } }
    }

    /// The next head where it is of at most `size`.
    mutating func next(through size: Int) -> TreeHead? {
        fill()
        guard position < waiting.count, waiting[position].size <= size else { return nil }
        defer { position += 1 }
        last = waiting[position]
        return last
    }

    private mutating func fill() {
        guard !isAtEnd, waiting.count - position < Self.window / 2 else { return }
        waiting.removeSubrange(..<position)
        position = 0
        while waiting.count < Self.window {
            guard let head = source() else {
                isAtEnd = true
                return
            }
            insert(head)
        }
    }

    private mutating func insert(_ head: TreeHead) {
        if let last, head.size < last.size {
            late.append(head)
            return
        }
        var place = waiting.count
        while place > 0, waiting[place - 1].size > head.size { place -= 1 }
        // Of one size there are hardly ever two heads.
        var equal = place
        while equal > 0, waiting[equal - 1].size == head.size {
            equal -= 1
            if waiting[equal] == head { return }
        }
        if head == last { return }
        waiting.insert(head, at: place)
    }
}
