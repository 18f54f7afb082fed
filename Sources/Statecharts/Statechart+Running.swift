extension Statechart {
    /// How many microsteps one macrostep may take before it counts as endless.
    package static var microstepBound: Int { 1_000 }

    /// Enters the initial states and runs until the chart is stable.
    ///
    /// - Returns: The microsteps taken, the first of which enters the initial states. Applied in order to
    ///   `Configuration()` they give the configuration.
    /// - Throws: What the host throws, and `Host.unsettled(after:)` past `microstepBound`.
    package func start<Host: StatechartHost>(host: inout Host) throws(Host.Failure) -> [Microstep] {
        var macrostep = Macrostep(chart: self, from: Configuration())
        try macrostep.enterInitialStates(host: &host)
        try macrostep.settle(host: &host)
        return macrostep.microsteps
    }

    /// Takes the transitions that `event` enables, and runs until the chart is stable.
    ///
    /// - Parameters:
    ///   - configuration: The fold of all microsteps so far. Names that the chart does not have are passed over.
    ///   - event: An event from outside.
    ///   - host: Answers for the guards and carries out the effects.
    /// - Returns: The microsteps taken, or `nil` when the event enables nothing, as in a halted chart.
    /// - Throws: What the host throws, and `Host.unsettled(after:)` past `microstepBound`.
    package func step<Host: StatechartHost>(
        from configuration: Configuration,
        on event: EventName,
        host: inout Host
    ) throws(Host.Failure) -> [Microstep]? {
        try run(from: configuration, on: event, host: &host)
    }

    /// Takes the eventless transitions that are enabled now, and runs until the chart is stable.
    ///
    /// For guards over facts that may have changed while the chart was at rest.
    ///
    /// - Returns: The microsteps taken, or `nil` when nothing is enabled.
    /// - Throws: What the host throws, and `Host.unsettled(after:)` past `microstepBound`.
    package func settle<Host: StatechartHost>(
        from configuration: Configuration,
        host: inout Host
    ) throws(Host.Failure) -> [Microstep]? {
        try run(from: configuration, on: nil, host: &host)
    }

    private func run<Host: StatechartHost>(
        from configuration: Configuration,
        on event: EventName?,
        host: inout Host
    ) throws(Host.Failure) -> [Microstep]? {
        var macrostep = Macrostep(chart: self, from: configuration)
        let enabled = try macrostep.selectTransitions(on: event, host: &host)
        guard !enabled.isEmpty else { return nil }
        try macrostep.take(enabled, host: &host)
        try macrostep.settle(host: &host)
        return macrostep.microsteps
    }
}
