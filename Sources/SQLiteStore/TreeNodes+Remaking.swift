import Foundation
import GRDB
import TransparencyLog

extension TreeNodes {
    /// Nodes that are made again in one transaction, or compared in one reading: of the first level, 16,384 leaves.
    private static let page = 64

    /// The pages of one level in a log of `size` leaves; none where the log is too short for the level.
    static func pages(of level: Int, size: Int) -> [Range<Int>] {
        let count = size >> (level * levelHeight)
        return stride(from: 0, to: count, by: page).map { $0..<min($0 + page, count) }
    }

    /// How many levels a log of `size` leaves has above them.
    static func levels(of size: Int) -> Int { max(0, Int.bitWidth - 1 - size.leadingZeroBitCount) / levelHeight }

    /// Drops what no leaf of the log gives, as the first step of making the nodes again.
    ///
    /// - Returns: how many leaves there are.
    static func dropUnfounded(in db: Database) throws -> Int {
        let size = try LogEdge(readFrom: db).frontier.size
        for level in 1...(levels(of: size) + 1) {
            try db.execute(
                sql: "DELETE FROM treeNode WHERE level = ? AND place >= ?",
                arguments: [level, size >> (level * levelHeight)]
            )
        }
        try db.execute(sql: "DELETE FROM treeNode WHERE level > ?", arguments: [levels(of: size) + 1])
        return size
    }

    /// Makes the nodes again from those of the level beneath, or from the leaves; drops one of which some are missing.
    static func remake(level: Int, _ places: Range<Int>, in db: Database) throws {
        let storing = try db.cachedStatement(
            sql: """
                INSERT INTO treeNode (level, place, hash) VALUES (?, ?, ?)
                ON CONFLICT (level, place) DO UPDATE SET hash = excluded.hash
                """
        )
        let dropping = try db.cachedStatement(sql: "DELETE FROM treeNode WHERE level = ? AND place = ?")
        for (place, root) in zip(places, try made(level: level, places, in: db)) {
            if let root {
                try storing.execute(arguments: [level, place, Data(root.bytes)])
            } else {
                try dropping.execute(arguments: [level, place])
            }
        }
    }

    /// A line for each node that is missing, or that is not what lies beneath it.
    static func defects(level: Int, _ places: Range<Int>, in db: Database) throws -> [String] {
        let kept = try kept(level: level, places, in: db)
        return zip(places, try made(level: level, places, in: db)).compactMap { place, root in
            guard let hash = kept[place] else { return "missing: treeNode [level:\(level) place:\(place)]" }
            return hash == root ? nil : "unfounded: treeNode [level:\(level) place:\(place)]"
        }
    }

    /// A line for each node where the log has no leaves for one.
    static func strayDefects(size: Int, in db: Database) throws -> [String] {
        let rows = try Row.fetchCursor(db, sql: "SELECT level, place FROM treeNode ORDER BY level, place")
        var found: [String] = []
        while let row = try rows.next() {
            let (level, place): (Int, Int) = (try row.decode(atIndex: 0), try row.decode(atIndex: 1))
            let isFounded = level <= levels(of: size) && place < size >> (level * levelHeight)
            if !isFounded { found.append("unfounded: treeNode [level:\(level) place:\(place)]") }
        }
        return found
    }

    /// The roots over what lies beneath each place; `nil` where something of that is missing.
    private static func made(level: Int, _ places: Range<Int>, in db: Database) throws -> [Digest?] {
        let beneath = places.lowerBound << levelHeight..<places.upperBound << levelHeight
        let children = try kept(level: level - 1, beneath, in: db)
        return places.map { place in
            var frontier = MerkleFrontier()
            for child in place << levelHeight..<(place + 1) << levelHeight {
                guard let hash = children[child] else { return nil }
                frontier.append(hash)
            }
            return frontier.root
        }
    }

    /// What is stored of the level, by its place; a damaged log may have gaps.
    private static func kept(level: Int, _ places: Range<Int>, in db: Database) throws -> [Int: Digest] {
        let statement = try db.cachedStatement(
            sql: level == 0
                ? "SELECT position, hash FROM leaf WHERE position >= ? AND position < ?"
                : "SELECT place, hash FROM treeNode WHERE place >= ? AND place < ? AND level = ?"
        )
        let bounds: StatementArguments = [places.lowerBound, places.upperBound]
        let rows = try Row.fetchCursor(statement, arguments: level == 0 ? bounds : bounds + [level])
        var kept: [Int: Digest] = [:]
        while let row = try rows.next() {
            kept[try row.decode(atIndex: 0)] = Digest(bytes: try row.decode(Data.self, atIndex: 1))
        }
        return kept
    }
}
