/// One run to completion: from a start or an event until nothing more happens by itself.
///
/// Follows W3C SCXML, appendix D, procedure by procedure; each method names the one it is.
struct Macrostep {
    let chart: Statechart

    /// The configuration as hosts see it; `active` and `history` are the same in positions.
    private(set) var configuration: Configuration
    var active: StateSet
    var history: [Int: [Int]] = [:]

    var internalQueue: [EventName] = []
    var isRunning = true
    private(set) var microsteps: [Microstep] = []

    init(chart: Statechart, from configuration: Configuration) {
        self.chart = chart
        self.configuration = configuration
        active = chart.plan.positions(of: configuration.active)
        for (id, states) in configuration.history {
            let remembered = states.compactMap { chart.plan.positions[$0] }
            if let position = chart.plan.positions[id], !remembered.isEmpty { history[position] = remembered }
        }
    }

    /// The `interpret` procedure as far as the initial configuration.
    mutating func enterInitialStates<Host: StatechartHost>(host: inout Host) throws(Host.Failure) {
        finish(try carryOutStart(host: &host))
    }

    mutating func carryOutStart<Host: StatechartHost>(host: inout Host) throws(Host.Failure) -> Microstep {
        Microstep(entered: try enter(initialEntrySet(), host: &host))
    }

    /// The `microstep` procedure.
    mutating func take<Host: StatechartHost>(_ transitions: [Int], host: inout Host) throws(Host.Failure) {
        guard microsteps.count < Statechart.microstepBound else { throw Host.unsettled(after: microsteps.count) }
        finish(try carryOut(transitions, host: &host))
    }

    /// Leaves and enters what the transitions say; the configuration that hosts see stays behind.
    mutating func carryOut<Host: StatechartHost>(
        _ transitions: [Int],
        host: inout Host
    ) throws(Host.Failure) -> Microstep {
        let left = try exit(transitions, host: &host)
        for transition in transitions { try execute(chart.transitions[transition].actions, host: &host) }
        let entered = try enter(entrySet(of: transitions), host: &host)
        return Microstep(
            exited: left.exited,
            entered: entered,
            remembered: left.remembered,
            transitions: transitions
        )
    }

    /// The inner loop of `mainEventLoop`: eventless transitions first, then the internal queue, until neither is left.
    mutating func settle<Host: StatechartHost>(host: inout Host) throws(Host.Failure) {
        while isRunning {
            var enabled = try selectTransitions(on: nil, host: &host)
            if enabled.isEmpty {
                guard !internalQueue.isEmpty else { return }
                enabled = try selectTransitions(on: internalQueue.removeFirst(), host: &host)
            }
            if !enabled.isEmpty { try take(enabled, host: &host) }
        }
    }

    mutating func execute<Host: StatechartHost>(_ actions: [Action], host: inout Host) throws(Host.Failure) {
        for action in actions {
            switch action {
            case .raise(let event): internalQueue.append(event)
            case .effect(let effect): try host.perform(effect)
            }
        }
    }

    private mutating func finish(_ microstep: Microstep) {
        configuration.apply(microstep)
        microsteps.append(microstep)
    }
}
