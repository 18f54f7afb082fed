/// A host for which every guard holds, and which only counts the effects.
package struct UnguardedHost: StatechartHost {
    /// How many effects the chart has asked for; it also gives the host a size, without which the thread sanitizer of
    /// Swift 6.3 traps where one is handed on.
    package private(set) var effectCount = 0

    package init() {}

    package mutating func allows(
        _ transition: Statechart.Transition,
        in configuration: Configuration
    ) throws(StatechartUnsettled) -> Bool { true }

    package mutating func perform(_ effect: Int) throws(StatechartUnsettled) { effectCount += 1 }

    package static func unsettled(after microsteps: Int) -> StatechartUnsettled {
        StatechartUnsettled(microsteps: microsteps)
    }
}

/// A macrostep that did not end within the bound.
package struct StatechartUnsettled: Error, Hashable {
    package let microsteps: Int

    package init(microsteps: Int) { self.microsteps = microsteps }
}
