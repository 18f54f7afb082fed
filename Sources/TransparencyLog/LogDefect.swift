/// One thing that is wrong with a log, and where.
package enum LogDefect: Hashable, Sendable {
    /// The content of the leaf at the index has another hash than the one that was stored beside it.
    case leafDiffers(index: Int, recorded: Digest, computed: Digest)
    /// The leaves do not give the root of the head on that line (counted from 0).
    ///
    /// What changed lies below `recorded.size`, and at or above `agreedSize`, the largest size below it at which
    /// a head did agree.
    case rootDiffers(line: Int, recorded: TreeHead, computed: Digest, agreedSize: Int)
    /// The head on that line is smaller than one before it, though a log only grows.
    case headShrinks(line: Int, recorded: TreeHead)
    /// The head on that line saw more leaves than there are: some were cut off.
    case leavesMissing(line: Int, recorded: TreeHead, present: Int)
}
