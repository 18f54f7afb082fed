import Statecharts

/// A host that writes down what it is asked, so that a test can compare the whole conversation.
struct RecordingHost: StatechartHost {
    enum Failure: Error, Hashable {
        case unsettled(after: Int)
        case refusedEffect(Int)
    }

    /// The tags of transitions whose guard does not hold.
    var forbidden: Set<Int> = []

    /// For a tag, the state that must be active: the guard `In(state)`.
    var requiredState: [Int: StateID] = [:]

    /// The effect that fails.
    var refusedEffect: Int?

    private(set) var effects: [Int] = []
    private(set) var asked: [Int] = []

    mutating func allows(
        _ transition: Statechart.Transition,
        in configuration: Configuration
    ) throws(Failure) -> Bool {
        asked.append(transition.tag)
        if let state = requiredState[transition.tag], !configuration.active.contains(state) { return false }
        return !forbidden.contains(transition.tag)
    }

    mutating func perform(_ effect: Int) throws(Failure) {
        if effect == refusedEffect { throw .refusedEffect(effect) }
        effects.append(effect)
    }

    static func unsettled(after microsteps: Int) -> Failure { .unsettled(after: microsteps) }
}
