/// Which of many names were probably meant.
enum Nearness {
    /// The nearest names first: those that hold the text or are held by it, then by letters that differ, then by name.
    static func first(_ count: Int, to text: String, among names: [String]) -> [String] {
        let wanted = Array(text.lowercased())
        let ranked = names.map { name -> (rank: Int, name: String) in
            let plain = name.lowercased()
            let holds = plain.contains(text.lowercased()) || text.lowercased().contains(plain)
            return ((holds ? 0 : 1_000) + distance(wanted, Array(plain)), name)
        }
        return ranked.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }.prefix(count).map(\.name)
    }

    /// Insertions, deletions and replacements.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
                current.append(min(replaced, last[column + 1] + 1, current[column] + 1))
            }
            last = current
        }
        return last[right.count]
    }
}
