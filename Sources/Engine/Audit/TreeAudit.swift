import Regulation
import TransparencyLog

/// The tree of the whole log, put together from tiles in order, and held against the heads of both sources.
///
/// Memory does not grow with the log: of a tile only the edge of the tree stays.
struct TreeAudit {
    /// How many outside heads may have no head of their size in the database before the rest is only counted.
    private static let strayLimit = 1_000_000

    let extent: LogExtent
    /// What is wrong with single leaves.
    private(set) var findings: [Finding] = []
    private(set) var headFindings: [Finding] = []
    private(set) var leaves = 0
    private(set) var events = 0
    private var frontier = MerkleFrontier()
    private var stored = HeadCheck(.database)
    private var outside = HeadCheck(.outside)
    private var outsideHeads: SortedHeads
    /// Outside heads of which the root is not known, since the database has none of their size.
    private var strays: [TreeHead] = []
    private var uncheckedStrays = 0
    private var lastRecordedAt: Instant?
    private var nextPosition = 0
    /// Where the next tile begins.
    private var nextTile = 0

    private var claimed = 0
    private var waiting: [Int: Tile] = [:]
    /// Set once a tile lacks leaves: from there on the tree has to be built one tile after the other.
    private var broken = false

    init(_ extent: LogExtent, outsideHeads: some Sequence<TreeHead> & Sendable) {
        self.extent = extent
        self.outsideHeads = SortedHeads(outsideHeads)
        takeOutside(through: 0, [(TreeHead(size: 0, root: MerkleHash.emptyRoot), MerkleHash.emptyRoot)])
    }

    var root: Digest { frontier.root }

    /// The next tile that nobody reads yet.
    mutating func claim() -> Range<Int>? {
        guard !broken, claimed < extent.leafCount else { return nil }
        let tile = claimed..<min(claimed + extent.tile, extent.leafCount)
        claimed = tile.upperBound
        return tile
    }

    /// Takes a tile that was read by itself, and goes on with all that can follow now.
    mutating func add(_ tile: Tile) {
        waiting[tile.positions.lowerBound] = tile
        while !broken, let next = waiting.removeValue(forKey: nextTile) {
            guard next.isComplete else {
                broken = true
                waiting = [:]
                return
            }
            take(next, next.heads.map { ($0.head, frontier.root(followedBy: $0.root)) })
            frontier.append(next.frontier)
        }
    }

    /// Reads what is left one tile after the other where leaves are missing, and closes the account of heads.
    mutating func finish(_ reader: any LogScan) throws {
        while nextTile < extent.leafCount {
            let positions = nextTile..<min(nextTile + extent.tile, extent.leafCount)
            let tile = try Tile(positions, after: frontier, index: leaves, next: nextPosition, reader)
            take(tile, tile.heads)
            frontier = tile.frontier
            nextTile = positions.upperBound
        }
        if leaves > extent.headSize { try reportMissingHead(reader) }
        if leaves < extent.headSize { try reader.scanHeads(of: (leaves + 1)...extent.headSize) { stored.miss($0) } }
        takeOutside(through: .max, [])
        try checkStrays(reader)
        headFindings += try stored.findings(present: leaves, reader)
        headFindings += try outside.findings(present: leaves, reader)
    }

    private mutating func take(_ tile: Tile, _ roots: [(head: TreeHead, root: Digest)]) {
        if let last = lastRecordedAt, let (recordedAt, place) = tile.first, recordedAt < last {
            findings.append(Finding(.recordedEarlier(recordedAt, than: last), at: place))
        }
        lastRecordedAt = [lastRecordedAt, tile.lastRecordedAt].compactMap(\.self).max()
        findings += tile.findings
        leaves += tile.leaves
        events += tile.events
        nextPosition = tile.nextPosition
        nextTile = tile.positions.upperBound
        for (head, root) in roots { stored.compare(head, with: root) }
        takeOutside(through: leaves, roots)
    }

    /// Compares outside heads of at most `size` with the roots that are known at the sizes of the database's.
    private mutating func takeOutside(through size: Int, _ roots: [(head: TreeHead, root: Digest)]) {
        var known = roots[...]
        while let head = outsideHeads.next(through: size) {
            while let first = known.first, first.head.size < head.size { known.removeFirst() }
            if let first = known.first, first.head.size == head.size {
                outside.compare(head, with: first.root)
            } else if head.size > leaves, size == .max {
                outside.miss(head)
            } else if strays.count < Self.strayLimit {
                strays.append(head)
            } else {
                uncheckedStrays += 1
            }
        }
    }

    private mutating func checkStrays(_ reader: any LogScan) throws {
        let heads = strays + outsideHeads.late
        guard !heads.isEmpty else { return }
        var verification = LogVerification(heads: heads.sorted { $0.size < $1.size })
        try reader.scanLeaves(at: 0..<extent.leafCount) { verification.add(MerkleHash.leaf($0.bytes)) }
        outside.add(verification)
        outside.addUnchecked(uncheckedStrays)
    }

    private mutating func reportMissingHead(_ reader: any LogScan) throws {
        // Where no leaf is missing, its position is its index, and one row is enough.
        let isWhole = leaves == extent.leafCount
        var index = isWhole ? extent.headSize : 0
        try reader.scanLeaves(at: index..<(isWhole ? index + 1 : extent.leafCount)) { row in
            if index == extent.headSize { findings.append(Finding(.headMissing, at: row.place)) }
            index += 1
        }
    }
}

/// How far the log reaches, as it was when an audit began; what is appended later is not looked at.
struct LogExtent: Hashable, Sendable {
    /// One more than the last position.
    let leafCount: Int
    /// How many leaves the last head counts.
    let headSize: Int
    /// How many leaves are read at once, a power of two.
    let tile: Int
}
