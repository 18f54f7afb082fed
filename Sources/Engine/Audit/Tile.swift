import Regulation
import TransparencyLog

/// What is stored at some positions of the log, hashed: one of many parts that are read beside each other.
///
/// A tile begins where a subtree of the whole tree does, so that its leaves can be hashed before those in front of it
/// are known; the roots at its heads are then completed with the peaks in front.
struct Tile {
    let positions: Range<Int>
    private(set) var frontier: MerkleFrontier
    private(set) var leaves = 0
    private(set) var events = 0
    /// The heads of the database inside the tile, and the root of the tile's own leaves, or of all, at each.
    private(set) var heads: [(head: TreeHead, root: Digest)] = []
    private(set) var findings: [Finding] = []
    private(set) var first: (recordedAt: Instant, place: EventPlace)?
    private(set) var lastRecordedAt: Instant?
    /// The position that the next leaf must have.
    private(set) var nextPosition: Int

    /// Whether no leaf is missing.
    var isComplete: Bool { leaves == positions.count }

    /// Reads a tile by itself.
    init(_ positions: Range<Int>, _ reader: any LogScan) throws {
        let start = positions.lowerBound
        try self.init(positions, after: MerkleFrontier(), index: start, next: start, reader)
    }

    /// Reads a tile that follows others, of which some leaves may be missing, so that its leaves are those from `index`.
    init(
        _ positions: Range<Int>,
        after frontier: MerkleFrontier,
        index: Int,
        next: Int,
        _ reader: any LogScan
    ) throws {
        self.positions = positions
        self.frontier = frontier
        nextPosition = next
        var recorded: [TreeHead] = []
        try reader.scanHeads(of: (index + 1)...(index + positions.count)) { recorded.append($0) }
        var pending = recorded.makeIterator()
        var head = pending.next()
        try reader.scanLeaves(at: positions) { row in
            add(row)
            while let reached = head, reached.size == index + leaves {
                heads.append((reached, self.frontier.root))
                head = pending.next()
            }
        }
    }

    private mutating func add(_ row: LeafRow) {
        if row.position != nextPosition {
            findings.append(Finding(.positionNotNext(expected: nextPosition), at: row.place))
        }
        nextPosition = row.position + 1
        leaves += 1
        if row.number != nil { events += 1 }
        let computed = MerkleHash.leaf(row.bytes)
        if computed != row.hash {
            findings.append(Finding(.bytesChanged(recorded: row.hash, computed: computed), at: row.place))
        }
        frontier.append(computed)
        if let last = lastRecordedAt {
            if row.recordedAt < last {
                findings.append(Finding(.recordedEarlier(row.recordedAt, than: last), at: row.place))
            }
            lastRecordedAt = max(last, row.recordedAt)
        } else {
            first = (row.recordedAt, row.place)
            lastRecordedAt = row.recordedAt
        }
    }
}
