public import TransparencyLog

extension Tasuki {
    /// Verifies the whole log: every leaf by itself, every submission, and the tree against all heads on record.
    ///
    /// Reads one consistent state, a page of leaves at a time; nothing is written, and nothing stops at the first
    /// defect. `outsideHeads` are the heads kept outside the database, read before this is called; `progress` is called
    /// after each page with the leaves read and the leaves that the last head counts.
    public func verify(
        outsideHeads: [TreeHead],
        progress: (@Sendable (Int, Int) -> Void)? = nil
    ) async throws -> LogAudit {
        try await store.read { reader in
            let heads = try reader.heads()
            let total = heads.last?.size ?? 0
            var run = AuditRun(stored: heads, outside: outsideHeads, vault: self.world.vault)
            var position = 0
            while true {
                let page = try reader.leaves(from: position, limit: Self.auditPage)
                guard let last = page.last else { break }
                try run.add(page, reader)
                position = last.position + 1
                progress?(run.leaves, max(total, run.leaves))
            }
            run.replay(reader)
            try run.closeHeads(reader)
            return LogAudit(
                leaves: run.leaves,
                events: run.events,
                refusals: run.refusals,
                submissions: run.courses.count,
                texts: run.texts,
                erasedTexts: run.erasedTexts,
                root: run.root,
                findings: run.findings
            )
        }
    }

    /// Leaves read at once: enough to make queries cheap, little enough to hold.
    static let auditPage = 500
}
