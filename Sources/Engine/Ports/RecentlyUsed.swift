/// Values by their keys, the latest used ones: at least `limit` of them, at most twice as many.
///
/// Two generations: what is used moves to the young one, and once that is full the old one is forgotten.
package struct RecentlyUsed<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let limit: Int
    private var young: [Key: Value] = [:]
    private var old: [Key: Value] = [:]

    package init(limit: Int) {
        self.limit = limit
    }

    package subscript(_ key: Key) -> Value? {
        mutating get {
            if let value = young[key] { return value }
            guard let value = old.removeValue(forKey: key) else { return nil }
            keep(value, for: key)
            return value
        }
    }

    package mutating func keep(_ value: Value, for key: Key) {
        old[key] = nil
        young[key] = value
        guard young.count > limit else { return }
        old = young
        young = [:]
    }
}
