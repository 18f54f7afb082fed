/// A running chart as a value: what is active now, and what the history states remember.
///
/// It is the fold of the microsteps taken so far, from `Configuration()`, and needs no chart to be stored or folded.
public struct Configuration: Hashable, Codable, Sendable {
    /// Every active state, ancestors included.
    public var active: Set<StateID>

    /// What each history state that has been left once leads back to, in document order.
    public var history: [StateID: [StateID]]

    /// A chart that has not been started.
    public init() {
        active = []
        history = [:]
    }

    public var isEmpty: Bool { active.isEmpty && history.isEmpty }

    /// Takes `step`: removes what it exited, adds what it entered, keeps what it remembered.
    public mutating func apply(_ step: Microstep) {
        for state in step.exited { active.remove(state) }
        for state in step.entered { active.insert(state) }
        for memory in step.remembered { history[memory.history] = memory.states }
    }
}
