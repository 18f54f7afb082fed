extension Statechart {
    /// What set a recorded macrostep off.
    package enum Trigger: Hashable, Sendable {
        case start
        case event(EventName)
        /// Guards over facts that had changed, as in ``Statechart/settle(from:host:)``.
        case condition
    }

    /// The first recorded microstep that the chart cannot have taken; `nil` where it can have taken all of them.
    ///
    /// No guard is run again: one held where its transition was taken, and for every other either answer is possible.
    /// Transitions must be those that selection gives for some such answers, in their order, and what was left,
    /// entered and remembered must be what the chart does with them. After the last microstep nothing unguarded may be
    /// left to happen. `microsteps` are one macrostep as recorded, none where the event enabled nothing;
    /// `configuration` is the fold of all microsteps before; `isGuarded` says it of the transition at each index.
    package func defect(
        in microsteps: [Microstep],
        from configuration: Configuration,
        on trigger: Trigger,
        isGuarded: [Bool]
    ) -> MicrostepDefect? {
        var retracing = Retracing(chart: self, from: configuration, isGuarded: isGuarded)
        return retracing.defect(in: microsteps, on: trigger)
    }
}

/// A recorded microstep that a chart cannot have taken.
package struct MicrostepDefect: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// The chart has no such transition.
        case unknownTransition(Int)
        /// The transitions were not enabled, or not together, or others would have come first.
        case notSelected
        /// The transitions lead from there to this.
        case outcomeDiffers(Microstep)
        /// The chart had halted, or nothing was left to set the microstep off.
        case surplus
        /// Something unguarded had to happen after it.
        case unfinished
    }

    /// The position of the microstep in its macrostep, from 0; for what is missing at the end, their number.
    package let position: Int
    package let reason: Reason

    package init(at position: Int, _ reason: Reason) {
        self.position = position
        self.reason = reason
    }
}

extension MicrostepDefect: CustomStringConvertible {
    /// A clause without a full stop, such as `step 2: its transitions were not enabled`.
    package var description: String { "step \(position + 1): \(reason)" }
}

extension MicrostepDefect.Reason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknownTransition(let index): "there is no transition \(index)"
        case .notSelected: "its transitions were not enabled together"
        case .outcomeDiffers(let expected):
            "its transitions leave \(Self.list(expected.exited)) and enter \(Self.list(expected.entered))"
        case .surplus: "nothing set it off"
        case .unfinished: "a transition without a condition was not taken"
        }
    }

    private static func list(_ states: [StateID]) -> String {
        states.isEmpty ? "nothing" : states.map(\.rawValue).joined(separator: ", ")
    }
}
