/// A host for which every guard holds, and which only counts the effects.
public struct UnguardedHost: StatechartHost {
    /// How many effects the chart has asked for; it also gives the host a size, without which the thread sanitizer of
    /// Swift 6.3 traps where one is handed on.
    public private(set) var effectCount = 0

    public init() {}

    public mutating func allows(
        _ transition: Statechart.Transition,
        in configuration: Configuration
    ) throws(StatechartUnsettled) -> Bool { true }

    public mutating func perform(_ effect: Int) throws(StatechartUnsettled) { effectCount += 1 }

    public static func unsettled(after microsteps: Int) -> StatechartUnsettled {
        StatechartUnsettled(microsteps: microsteps)
    }
}

/// A macrostep that did not end within the bound.
public struct StatechartUnsettled: Error, Hashable {
    public let microsteps: Int

    public init(microsteps: Int) { self.microsteps = microsteps }
}
