import Regulation
import Submissions
import Synchronization
package import TransparencyLog

/// How much of a log an audit looks at.
package enum AuditDepth: Hashable, Sendable {
    /// The stored bytes: each leaf's hash, the tree, and the heads on record.
    case hashes
    /// The stored bytes, and what they say: every event is read, replayed and judged again, with its texts, rules and
    /// documents.
    case everything
}

extension Tasuki {
    /// Verifies the whole log: every leaf by itself, every submission, and the tree against all heads on record.
    ///
    /// Two passes, each by `workers` readers beside each other, over the leaves that there were when it began: in the
    /// order of the log for what is stored, `tile` leaves at a time (a power of two), and by submission for what it
    /// says. Nothing is written, nothing stops at the first defect, and memory does not grow with the log.
    /// `outsideHeads` are the heads kept outside the database, as they stood before this was called, by and large in
    /// order of size; `progress` is called with the leaves done and all leaves.
    package func verify(
        outsideHeads: some Sequence<TreeHead> & Sendable,
        depth: AuditDepth = .everything,
        workers: Int = 2,
        tile: Int = 4_096,
        progress: (@Sendable (Int, Int) -> Void)? = nil
    ) async throws -> LogAudit {
        precondition(tile.nonzeroBitCount == 1, "a tile begins and ends where a subtree does")
        let extent = try await store.read { reader in
            LogExtent(leafCount: try reader.leafCount(), headSize: try reader.head().size, tile: tile)
        }
        let passes = depth == .everything ? 2 : 1
        let report: @Sendable (Int) -> Void = { progress?($0 / passes, extent.leafCount) }
        let tree = try await auditTree(extent, outsideHeads, workers, report)
        guard depth == .everything else { return tree }
        let said = try await auditSubmissions(extent, workers) { report(extent.leafCount + $0) }
        return tree.adding(said)
    }

    /// The pass over what is stored, a tile at a time.
    private func auditTree(
        _ extent: LogExtent,
        _ outsideHeads: some Sequence<TreeHead> & Sendable,
        _ workers: Int,
        _ report: @escaping @Sendable (Int) -> Void
    ) async throws -> LogAudit {
        let tree = Mutex(TreeAudit(extent, outsideHeads: outsideHeads))
        try await beside(workers) { reader in
            while let positions = tree.withLock({ $0.claim() }) {
                let tile = try Tile(positions, reader)
                report(
                    tree.withLock { tree in
                        tree.add(tile)
                        return tree.leaves
                    }
                )
            }
        }
        return try await store.read { reader in
            try tree.withLock { tree in
                try tree.finish(reader)
                return LogAudit(
                    leaves: tree.leaves,
                    events: tree.events,
                    refusals: tree.leaves - tree.events,
                    root: tree.root,
                    leafFindings: tree.findings,
                    logFindings: tree.headFindings
                )
            }
        }
    }

    /// The pass over what the leaves say, some submissions at a time.
    private func auditSubmissions(
        _ extent: LogExtent,
        _ workers: Int,
        _ report: @escaping @Sendable (Int) -> Void
    ) async throws -> SubmissionFindings {
        let queue = Mutex<(last: SubmissionName?, done: Int)>((nil, 0))
        let total = Mutex(SubmissionFindings())
        try await beside(workers) { [world] reader in
            var audit = SubmissionAudit(world, leafCount: extent.leafCount)
            while let span = try queue.withLock({ queue in
                let span = try reader.submissionSpan(after: queue.last, limit: Self.auditPage)
                queue.last = span?.through ?? queue.last
                return span
            }) {
                let before = audit.tally.leaves
                try audit.add(span, reader)
                report(
                    queue.withLock { queue in
                        queue.done += audit.tally.leaves - before
                        return queue.done
                    }
                )
            }
            let results = audit.results
            total.withLock { $0.add(results) }
        }
        return total.withLock(\.self)
    }

    /// Runs `body` as often at once, each time with a reader of its own.
    private func beside(_ workers: Int, _ body: @escaping @Sendable (any StoreReader) throws -> Void) async throws {
        try await withThrowingTaskGroup { group in
            for _ in 0..<max(1, workers) {
                group.addTask { [store] in try await store.read(body) }
            }
            try await group.waitForAll()
        }
    }

    /// Submissions read at once: enough that the readers seldom meet, little enough that they end together.
    private static let auditPage = 64
}
