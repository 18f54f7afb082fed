/// The macrostep of a record, gone through again with the record's own choices.
struct Retracing {
    private var macrostep: Macrostep
    private let isGuarded: [Bool]

    init(chart: Statechart, from configuration: Configuration, isGuarded: [Bool]) {
        macrostep = Macrostep(chart: chart, from: configuration)
        self.isGuarded = isGuarded
    }

    mutating func defect(in microsteps: [Microstep], on trigger: Statechart.Trigger) -> MicrostepDefect? {
        var next = 0
        switch trigger {
        case .start:
            guard let first = microsteps.first else { return MicrostepDefect(at: 0, .unfinished) }
            var host = silence
            let expected = macrostep.carryOutStart(host: &host)
            guard first == expected else { return MicrostepDefect(at: 0, .outcomeDiffers(expected)) }
            next = 1
        case .event(let event):
            guard let first = microsteps.first else {
                return mustReact(on: event) ? MicrostepDefect(at: 0, .unfinished) : nil
            }
            if let reason = defect(of: first, on: event) { return MicrostepDefect(at: 0, reason) }
            next = 1
        case .condition:
            // Cases also change without moving, as when another takes their place.
            if microsteps.isEmpty { return nil }
        }
        for position in microsteps.indices.dropFirst(next) {
            if let reason = settlingDefect(of: microsteps[position]) { return MicrostepDefect(at: position, reason) }
        }
        return isSettled() ? nil : MicrostepDefect(at: microsteps.count, .unfinished)
    }

    /// One turn of the inner loop of `mainEventLoop`, with the record's choice of transitions.
    private mutating func settlingDefect(of microstep: Microstep) -> MicrostepDefect.Reason? {
        guard macrostep.isRunning else { return .surplus }
        if let unknown = unknownTransition(in: microstep) { return .unknownTransition(unknown) }
        let arrows = macrostep.chart.plan.arrows
        if microstep.transitions.contains(where: { arrows[$0].prefix == nil }) { return defect(of: microstep, on: nil) }
        guard !mustReact(on: nil) else { return .notSelected }
        while !macrostep.internalQueue.isEmpty {
            let event = macrostep.internalQueue.removeFirst()
            if canSelect(microstep.transitions, on: event) { return defect(of: microstep, on: event) }
            // An event that enables nothing is passed over; this one enables something else.
            if mustReact(on: event) { return .notSelected }
        }
        return .surplus
    }

    private mutating func defect(of microstep: Microstep, on event: EventName?) -> MicrostepDefect.Reason? {
        if let unknown = unknownTransition(in: microstep) { return .unknownTransition(unknown) }
        guard canSelect(microstep.transitions, on: event) else { return .notSelected }
        var host = silence
        let expected = macrostep.carryOut(microstep.transitions, host: &host)
        return microstep == expected ? nil : .outcomeDiffers(expected)
    }

    private func unknownTransition(in microstep: Microstep) -> Int? {
        microstep.transitions.first { !macrostep.chart.transitions.indices.contains($0) }
    }

    /// Whether some answers of the guards that were not recorded make selection give exactly these transitions.
    private mutating func canSelect(_ transitions: [Int], on event: EventName?) -> Bool {
        guard !transitions.isEmpty else { return false }
        var host = RetracingHost(taken: transitions, isGuarded: isGuarded)
        if macrostep.selectTransitions(on: event, host: &host) == transitions { return true }
        // Beside each other, guards may also have held whose transitions then gave way.
        return macrostep.canGiveWay(to: transitions, on: event, isGuarded: isGuarded)
    }

    /// Whether the event enables something whatever the guards say.
    private mutating func mustReact(on event: EventName?) -> Bool {
        var host = silence
        return !macrostep.selectTransitions(on: event, host: &host).isEmpty
    }

    /// Whether the chart may rest now.
    private mutating func isSettled() -> Bool {
        guard macrostep.isRunning else { return true }
        if mustReact(on: nil) { return false }
        for event in macrostep.internalQueue where mustReact(on: event) { return false }
        return true
    }

    private var silence: RetracingHost { RetracingHost(taken: [], isGuarded: isGuarded) }
}

/// A host that answers for guards as the record does, and does nothing.
private struct RetracingHost: StatechartHost {
    let taken: [Int]
    let isGuarded: [Bool]

    func allows(_ transition: Statechart.Transition, in configuration: Configuration) -> Bool {
        let index = transition.index
        return taken.contains(index) || !isGuarded.indices.contains(index) || !isGuarded[index]
    }

    func perform(_ effect: Int) {}

    static func unsettled(after microsteps: Int) -> Never {
        preconditionFailure("a record is only as long as it is")
    }
}
