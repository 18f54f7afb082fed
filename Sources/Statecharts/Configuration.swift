/// A running chart as a value: what is active now, and what the history states remember.
///
/// It is the fold of the microsteps taken so far, from `Configuration()`, and needs no chart to be stored or folded.
package struct Configuration: Hashable, Codable, Sendable {
    /// Every active state, ancestors included.
    package var active: Set<StateID>

    /// What each history state that has been left once leads back to, in document order.
    package var history: [StateID: [StateID]]

    /// A chart that has not been started.
    package init() {
        active = []
        history = [:]
    }

    package var isEmpty: Bool { active.isEmpty && history.isEmpty }

    /// Takes `step`: removes what it exited, adds what it entered, keeps what it remembered.
    package mutating func apply(_ step: Microstep) {
        for state in step.exited { active.remove(state) }
        for state in step.entered { active.insert(state) }
        for memory in step.remembered { history[memory.history] = memory.states }
    }
}
