import Chance
import Engine
import Regulation
import Submissions
import Synchronization

/// Clock, salts and documents of one run: all that the engine is given of the outside.
final class SimulatedWorld: Sendable {
    private let clock: Mutex<Instant>
    private let salts: Mutex<Dice>
    let definitions: SharedDefinitions
    let vault = MemoryVault()

    init(seed: UInt64, begins: Instant, definitions: SharedDefinitions) {
        clock = Mutex(begins)
        salts = Mutex(Dice(run: ~seed))
        self.definitions = definitions
    }

    var now: Instant { clock.withLock { $0 } }

    /// Moves the wall clock, which may also be set back.
    func tick(_ milliseconds: Int64) { clock.withLock { $0 = $0.adding(milliseconds: milliseconds) } }

    var world: World {
        World(
            wallClock: { self.now },
            randomBytes: { count in
                self.salts.withLock { salts in (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &salts) } }
            },
            definitions: definitions,
            vault: vault
        )
    }
}
