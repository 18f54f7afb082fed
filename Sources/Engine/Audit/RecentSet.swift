/// What was seen lately: at least the last `limit / 2` different elements, at most `limit`.
///
/// For work that need not be done again and does no harm if it is, over more elements than should be held.
struct RecentSet<Element: Hashable> {
    private let limit: Int
    private var current: Set<Element> = []
    private var before: Set<Element> = []

    init(limit: Int) {
        self.limit = limit
    }

    /// Whether the element was not seen lately; from now on it was.
    mutating func insert(_ element: Element) -> Bool {
        if current.contains(element) { return false }
        if current.count >= limit / 2 {
            before = current
            current = []
        }
        current.insert(element)
        return !before.contains(element)
    }
}
