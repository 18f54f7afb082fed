/// The shape of a chart: which state lies inside which.
///
/// A state is its position in document order, the invisible root being 0. A subtree is therefore one range of positions,
/// ascending order is entry order, and descending order is exit order.
struct StateTree: Hashable, Sendable {
    static let root = 0

    /// The parent of each position; the root is its own.
    private(set) var parents = [root]

    /// One past the last descendant of each position.
    private(set) var ends = [root + 1]

    /// Adds a state behind all others, inside `parent`, which is the last state or one of its ancestors.
    mutating func append(inside parent: Int) -> Int {
        let position = parents.count
        parents.append(parent)
        ends.append(position + 1)
        var ancestor = parent
        ends[ancestor] = position + 1
        while ancestor != Self.root {
            ancestor = parents[ancestor]
            ends[ancestor] = position + 1
        }
        return position
    }

    func descendants(of position: Int) -> Range<Int> { position + 1..<ends[position] }

    func isDescendant(_ position: Int, of ancestor: Int) -> Bool { descendants(of: ancestor).contains(position) }

    /// The innermost state that has both inside it; `nil` when one is inside the other or they are the same.
    func meetingPoint(of first: Int, _ second: Int) -> Int? {
        guard first != second, !isDescendant(first, of: second), !isDescendant(second, of: first) else { return nil }
        var ancestor = parents[first]
        while !isDescendant(second, of: ancestor) { ancestor = parents[ancestor] }
        return ancestor
    }
}
