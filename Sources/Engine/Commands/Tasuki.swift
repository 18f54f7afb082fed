package import Regulation
package import Submissions

/// The use cases of one workspace: what both doors, the terminal and HTTP, call.
package struct Tasuki: Sendable {
    package let store: any SubmissionStore
    package let world: World
    package let pins: PinCache
    let sweeps: Sweeps
    let recents: RecentBases
    let excerpts: Excerpts
    /// Whether commands only say what they would change.
    package internal(set) var isRehearsing = false

    package init(store: any SubmissionStore, world: World) {
        self.store = store
        self.world = world
        pins = PinCache()
        sweeps = Sweeps()
        recents = RecentBases()
        excerpts = Excerpts()
    }

    /// The same workspace, read from another store; what commands left is not handed on.
    init(_ running: Tasuki, reading store: any SubmissionStore) {
        self.store = store
        world = running.world
        pins = running.pins
        sweeps = Sweeps()
        recents = RecentBases()
        excerpts = running.excerpts
    }

    /// The same workspace with its wall clock standing still.
    init(_ running: Tasuki, at moment: Instant) {
        store = running.store
        world = running.world.standing(at: moment)
        pins = running.pins
        sweeps = running.sweeps
        recents = running.recents
        excerpts = running.excerpts
        isRehearsing = running.isRehearsing
    }

    /// The workspace's now: its own clock, and never before what was recorded last.
    package func now(_ reader: any EventLog & SideTables) throws -> Instant {
        let now: Instant
        switch try reader.settings().clock {
        case .wall: now = world.wallClock()
        case .simulated(let simulated): now = simulated
        }
        return max(now, try reader.lastRecordedAt() ?? now)
    }

    package func loaded(_ name: SubmissionName, in reader: any EventLog) throws -> Submission {
        guard let submission = try reader.submission(name) else {
            throw EngineError.noSuchSubmission(name, known: try reader.submissions(after: nil, limit: 50))
        }
        return submission
    }
}

extension Submission {
    package var hasOpenCases: Bool { cases.contains { !$0.isOver } }
}
