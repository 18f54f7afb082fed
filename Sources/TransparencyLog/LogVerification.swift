/// Verification of a whole log as a fold over its leaves.
///
/// Feed the leaves in order; each head is checked when the log reaches its size, so that no leaf is held. Nothing
/// stops at the first defect: ``defects()`` gives all of them. That the log extends every head is exactly what an
/// empty answer says.
package struct LogVerification: Sendable {
    /// The tree over the leaves so far.
    package private(set) var frontier = MerkleFrontier()

    /// The largest size at which a head agreed.
    package private(set) var agreedSize = 0

    private var found: [LogDefect] = []
    /// The heads not reached yet, the next one last.
    private var pending: [(line: Int, head: TreeHead)]

    /// Starts before the first leaf, with the heads in the order of their lines.
    package init(heads: [TreeHead]) {
        pending = heads.enumerated().map { (line: $0, head: $1) }
        pending.sort { ($0.head.size, $0.line) > ($1.head.size, $1.line) }
        var largest = 0
        for (line, head) in heads.enumerated() {
            if head.size < largest { found.append(.headShrinks(line: line, recorded: head)) }
            largest = max(largest, head.size)
        }
        checkHeads()
    }

    /// Goes on with the next leaf, given by its hash.
    package mutating func add(_ leaf: Digest) {
        frontier.append(leaf)
        checkHeads()
    }

    /// Goes on with the next leaf, given by its content and the hash that was stored beside it.
    ///
    /// The tree goes on with the hash of the content, so that a false one in the store cannot hide a change.
    package mutating func add(_ bytes: some Collection<UInt8>, recordedAs recorded: Digest) {
        let computed = MerkleHash.leaf(bytes)
        if computed != recorded {
            found.append(.leafDiffers(index: frontier.size, recorded: recorded, computed: computed))
        }
        add(computed)
    }

    /// Every defect, taking the leaves so far as the whole log.
    package func defects() -> [LogDefect] {
        found
            + pending.reversed().map {
                .leavesMissing(line: $0.line, recorded: $0.head, present: frontier.size)
            }
    }

    private mutating func checkHeads() {
        guard pending.last?.head.size == frontier.size else { return }
        let root = frontier.root
        let agreedBefore = agreedSize
        while let (line, head) = pending.last, head.size == frontier.size {
            pending.removeLast()
            if head.root == root {
                agreedSize = head.size
            } else {
                found.append(
                    .rootDiffers(line: line, recorded: head, computed: root, agreedSize: agreedBefore)
                )
            }
        }
    }
}
