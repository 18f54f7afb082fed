package import Regulation

/// What is fixed when a workspace is made, and the simulated instant that only moves forward.
package struct WorkspaceSettings: Hashable, Sendable {
    package enum Clock: Hashable, Sendable {
        case wall
        case simulated(now: Instant)
    }

    package let clock: Clock
    /// The zone by which `--as-of` ends a day.
    package let zone: Zone

    package init(clock: Clock, zone: Zone) {
        self.clock = clock
        self.zone = zone
    }
}
