package import TransparencyLog

/// What the heads file says, for verification to hold against the log.
package struct RecordedHeads: Hashable, Sendable {
    /// By size, each once; two roots of one size are both kept.
    package let heads: [TreeHead]
    /// Numbers, from 1, of the lines that are no head.
    package let unreadableLines: [Int]

    init(parsing text: String) {
        var heads: Set<TreeHead> = []
        var unreadable: [Int] = []
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        for (index, line) in lines.enumerated() {
            if let head = TreeHead(String(line)) { heads.insert(head) } else { unreadable.append(index + 1) }
        }
        self.heads = heads.sorted { ($0.size, $0.root.description) < ($1.size, $1.root.description) }
        unreadableLines = unreadable
    }
}
