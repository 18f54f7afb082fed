import Synchronization

/// The phrases of a language, read when the first one is looked up: most commands answer without any.
package final class PhraseBook: Sendable {
    private let read: @Sendable () -> Phrases
    private let known = Mutex<Phrases?>(nil)

    package init(reading read: @escaping @Sendable () -> Phrases) { self.read = read }

    package var phrases: Phrases {
        known.withLock { known in
            if let known { return known }
            let phrases = read()
            known = phrases
            return phrases
        }
    }
}

/// A book is itself alone.
extension PhraseBook: Hashable {
    package static func == (left: PhraseBook, right: PhraseBook) -> Bool { left === right }

    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
