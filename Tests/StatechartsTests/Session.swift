import Statecharts

/// A chart being run by a test: everything it did, and where it is now.
struct Session {
    let chart: Statechart
    var host: RecordingHost
    private(set) var configuration = Configuration()

    /// The microsteps of the latest macrostep; `nil` when nothing was enabled.
    private(set) var latest: [Microstep]?

    init(_ states: StateDraft..., initial: [StateID]? = nil, host: RecordingHost = RecordingHost()) throws {
        try self.init(chart: Statechart(initial: initial, states: states), host: host)
    }

    init(chart: Statechart, host: RecordingHost = RecordingHost()) throws {
        self.chart = chart
        self.host = host
        fold(try chart.start(host: &self.host))
    }

    mutating func send(_ events: EventName...) throws {
        for event in events { fold(try chart.step(from: configuration, on: event, host: &host)) }
    }

    mutating func settle() throws { fold(try chart.settle(from: configuration, host: &host)) }

    private mutating func fold(_ microsteps: [Microstep]?) {
        latest = microsteps
        for microstep in microsteps ?? [] { configuration.apply(microstep) }
    }

    /// The active atomic states in document order.
    var atoms: [StateID] { chart.atomicStates(of: configuration) }

    /// The effects carried out while `work` ran.
    mutating func effects(of work: (inout Session) throws -> Void) rethrows -> [Int] {
        let before = host.effects.count
        try work(&self)
        return Array(host.effects.dropFirst(before))
    }
}
