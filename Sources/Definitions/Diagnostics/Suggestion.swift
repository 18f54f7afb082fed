/// The name that was probably meant.
enum Suggestion {
    /// `; did you mean ‘x’?`, or nothing when no candidate is near.
    static func text(for name: String, among candidates: [String]) -> String {
        nearest(to: name, among: candidates).map { "; did you mean ‘\($0)’?" } ?? ""
    }

    /// The candidate at an edit distance of at most 2, else the first that continues `name` or is continued by it.
    ///
    /// Short names would all resemble each other: up to three letters, one may differ; a single letter, none.
    static func nearest(to name: String, among candidates: [String]) -> String? {
        let wanted = Array(name.lowercased())
        let limit = wanted.count < 2 ? 0 : wanted.count <= 3 ? 1 : 2
        var best: (distance: Int, candidate: String)?
        for candidate in candidates where candidate != name {
            let distance = distance(from: wanted, to: Array(candidate.lowercased()))
            if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
        }
        if let best { return best.candidate }
        guard wanted.count >= 3 else { return nil }
        return candidates.first { $0 != name && $0.lowercased().hasPrefix(name.lowercased()) }
            ?? candidates.first { $0 != name && $0.count >= 3 && name.lowercased().hasPrefix($0.lowercased()) }
    }

    /// Insertions, deletions, replacements and swaps of neighbours (Damerau–Levenshtein, optimal string alignment).
    private static func distance(from left: [Character], to right: [Character]) -> Int {
        guard abs(left.count - right.count) <= 2 else { return .max }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
                var cost = min(replaced, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
