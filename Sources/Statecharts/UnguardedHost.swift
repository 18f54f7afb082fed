/// A host for which every guard holds and no effect does anything.
public struct UnguardedHost: StatechartHost {
    public init() {}

    public mutating func allows(
        _ transition: Statechart.Transition,
        in configuration: Configuration
    ) throws(StatechartUnsettled) -> Bool { true }

    public mutating func perform(_ effect: Int) throws(StatechartUnsettled) {}

    public static func unsettled(after microsteps: Int) -> StatechartUnsettled {
        StatechartUnsettled(microsteps: microsteps)
    }
}

/// A macrostep that did not end within the bound.
public struct StatechartUnsettled: Error, Hashable {
    public let microsteps: Int

    public init(microsteps: Int) { self.microsteps = microsteps }
}
