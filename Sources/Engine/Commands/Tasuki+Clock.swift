package import Regulation
import Submissions

extension Tasuki {
    /// What the workspace's clock says, and how it was set up.
    package func clock() async throws -> (now: Instant, settings: WorkspaceSettings) {
        try await store.read { reader in (try self.now(reader), try reader.settings()) }
    }

    /// Moves a simulated workspace forward to `instant`, firing on the way what falls due.
    package func advanceClock(to instant: Instant) async throws {
        try await store.write { transaction in
            try self.demandAdvance(to: instant, transaction)
            try transaction.setSimulatedNow(instant)
        }
        try await fireDeadlines()
    }

    /// Tells what would fall due on the way to `instant`, submission by submission; the clock stays where it is.
    ///
    /// - Throws: ``EngineError`` where the clock could not be moved there.
    package func rehearseAdvancing(
        to instant: Instant,
        _ tell: @Sendable (Rehearsal) async throws -> Void
    ) async throws {
        try await store.read { try self.demandAdvance(to: instant, $0) }
        var last: SubmissionName?
        while true {
            let names = try await store.read { [last] in try $0.submissions(after: last, limit: 200) }
            for name in names {
                if let rehearsal = try await store.read({ try self.rehearseDue(on: name, at: instant, $0) }) {
                    try await tell(rehearsal)
                }
            }
            guard names.count == 200 else { return }
            last = names.last
        }
    }

    private func demandAdvance(to instant: Instant, _ reader: any StoreReader) throws {
        guard case .simulated(let now) = try reader.settings().clock else { throw EngineError.clockIsWall }
        guard instant >= now else { throw EngineError.clockBackwards(now: now, asked: instant) }
    }
}
