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
            let settings = try transaction.settings()
            guard case .simulated(let now) = settings.clock else { throw EngineError.clockIsWall }
            guard instant >= now else { throw EngineError.clockBackwards(now: now, asked: instant) }
            try transaction.setSimulatedNow(instant)
        }
        try await fireDeadlines()
    }
}
