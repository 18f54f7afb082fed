/// Durations of single operations, in nanoseconds.
package struct Samples: Hashable, Sendable {
    private var values: [UInt64] = []

    package init() {}

    package var count: Int { values.count }

    package mutating func add(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        values.append(UInt64(max(0, seconds)) * 1_000_000_000 + UInt64(max(0, attoseconds)) / 1_000_000_000)
    }

    package mutating func add(contentsOf other: Samples) { values += other.values }

    /// Milliseconds below which the given share of the operations stayed; nothing where there were none.
    package func milliseconds(at share: Double) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let index = min(sorted.count - 1, Int(share * Double(sorted.count)))
        return Double(sorted[index]) / 1_000_000
    }
}
