public import Regulation

/// What is fixed when a workspace is made, and the simulated instant that only moves forward.
public struct WorkspaceSettings: Hashable, Sendable {
    public enum Clock: Hashable, Sendable {
        case wall
        case simulated(now: Instant)
    }

    public let clock: Clock
    /// The zone by which `--as-of` ends a day.
    public let zone: Zone

    public init(clock: Clock, zone: Zone) {
        self.clock = clock
        self.zone = zone
    }
}
