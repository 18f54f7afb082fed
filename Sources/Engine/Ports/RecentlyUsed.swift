/// Values by their keys, the latest used ones: at least `limit` of them, at most twice as many.
///
/// Two generations: what is used moves to the young one, and once that is full the old one is forgotten.
package struct RecentlyUsed<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    /// Behind a reference: values are large, and a table moves what it holds as it grows.
    private final class Entry: Sendable {
        let value: Value

        init(_ value: Value) { self.value = value }
    }

    private let limit: Int
    private var young: [Key: Entry] = [:]
    private var old: [Key: Entry] = [:]

    package init(limit: Int) {
        self.limit = limit
    }

    package subscript(_ key: Key) -> Value? {
        mutating get {
            if let entry = young[key] { return entry.value }
            guard let entry = old.removeValue(forKey: key) else { return nil }
            keep(entry, for: key)
            return entry.value
        }
    }

    package mutating func keep(_ value: Value, for key: Key) {
        old[key] = nil
        keep(Entry(value), for: key)
    }

    private mutating func keep(_ entry: Entry, for key: Key) {
        young[key] = entry
        guard young.count > limit else { return }
        old = young
        young = [:]
    }
}
