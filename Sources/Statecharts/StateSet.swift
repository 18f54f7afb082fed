/// A set of positions as bits, always iterated in document order.
struct StateSet: Hashable, Sendable, Sequence {
    private var words: [UInt64]

    init(capacity: Int) { words = Array(repeating: 0, count: (capacity + 63) / 64) }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    func contains(_ position: Int) -> Bool { words[position >> 6] & bit(position) != 0 }
    mutating func insert(_ position: Int) { words[position >> 6] |= bit(position) }
    mutating func remove(_ position: Int) { words[position >> 6] &= ~bit(position) }

    private func bit(_ position: Int) -> UInt64 { 1 << UInt64(position & 63) }

    /// The smallest member that is at least `position`.
    func first(from position: Int) -> Int? {
        var index = position >> 6
        guard index < words.count else { return nil }
        var word = words[index] & (~0 << UInt64(position & 63))
        while word == 0 {
            index += 1
            guard index < words.count else { return nil }
            word = words[index]
        }
        return index << 6 + word.trailingZeroBitCount
    }

    func intersects(_ range: Range<Int>) -> Bool { first(from: range.lowerBound).map(range.contains) ?? false }

    /// The members within `range`, ascending.
    func members(in range: Range<Int>) -> [Int] {
        var found: [Int] = []
        var next = first(from: range.lowerBound)
        while let position = next, position < range.upperBound {
            found.append(position)
            next = first(from: position + 1)
        }
        return found
    }

    func makeIterator() -> Iterator { Iterator(set: self) }

    struct Iterator: IteratorProtocol {
        fileprivate let set: StateSet
        private var position = 0

        fileprivate init(set: StateSet) { self.set = set }

        mutating func next() -> Int? {
            guard let found = set.first(from: position) else { return nil }
            position = found + 1
            return found
        }
    }
}
