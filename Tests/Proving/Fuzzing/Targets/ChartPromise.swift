import Statecharts

/// What holds of every chart that a reader accepts: it runs, or says that it never settles.
enum ChartPromise {
    static func run(_ chart: Statechart) throws {
        var host = UnguardedHost()
        var configuration = Configuration()
        do throws(StatechartUnsettled) {
            for microstep in try chart.start(host: &host) { configuration.apply(microstep) }
            // Each event that the chart names, in a round and a half, so that it comes to states that lie deeper.
            let events = names(of: chart)
            for event in events + events.prefix(events.count / 2) {
                for microstep in try chart.step(from: configuration, on: event, host: &host) ?? [] {
                    configuration.apply(microstep)
                }
            }
            _ = try chart.settle(from: configuration, host: &host)
        } catch {
            try Violation.unless(error.microsteps >= Statechart.microstepBound, "a chart settles within its bound")
        }
        _ = chart.atomicStates(of: configuration)
    }

    private static func names(of chart: Statechart) -> [EventName] {
        let described = chart.transitions.compactMap(\.event?.rawValue)
        return Set(described.map { $0.hasSuffix("*") ? String($0.dropLast()) + "a" : $0 }).sorted()
            .prefix(40).map { EventName(rawValue: $0) }
    }
}
