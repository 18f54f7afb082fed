import Foundation
import GRDB
import TransparencyLog

/// Roots of the perfect subtrees of 256 leaves, of 256 of those, and so on: level 1, 2 …; level 0 is the leaves.
///
/// With them a proof of one leaf among millions reads a few hundred hashes. They follow from the leaves, and nothing is
/// proved by them alone: whoever makes a proof holds it against the root on record.
enum TreeNodes {
    /// The height of the subtrees of one level, in levels of the tree: 2^8 leaves.
    static let levelHeight = 8

    /// Keeps the root of a subtree that the leaf number `size` completed, where it is of a level's height.
    static func store(_ root: Digest, height: Int, size: Int, in db: Database) throws {
        guard height % levelHeight == 0 else { return }
        try db.run(
            "INSERT INTO treeNode (level, place, hash) VALUES (?, ?, ?)",
            [height / levelHeight, (size >> height) - 1, Data(root.bytes)]
        )
    }

    /// - Precondition: the places are complete at the size of the snapshot that is read.
    static func hashes(level: Int, _ places: Range<Int>, in db: Database) throws -> [Digest] {
        let statement = try db.cachedStatement(
            sql: level == 0
                ? "SELECT hash FROM leaf WHERE position >= ? AND position < ? ORDER BY position"
                : "SELECT hash FROM treeNode WHERE level = ? AND place >= ? AND place < ? ORDER BY place"
        )
        let bounds: StatementArguments = [places.lowerBound, places.upperBound]
        let rows = try Data.fetchAll(statement, arguments: level == 0 ? bounds : [level] + bounds)
        let found = rows.compactMap { Digest(bytes: $0) }
        guard found.count == places.count else {
            throw StoreError.damaged(reason: "nodes of the tree are missing at level \(level)")
        }
        return found
    }
}
