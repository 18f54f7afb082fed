/// What one set of transitions, taken together, did to a chart: an outcome to be recorded.
package struct Microstep: Hashable, Sendable {
    /// What a history state will lead back to from now on.
    package struct Memory: Hashable, Sendable {
        package let history: StateID

        /// In document order.
        package let states: [StateID]

        package init(history: StateID, states: [StateID]) {
            self.history = history
            self.states = states
        }
    }

    /// In the order they were left: descendants before ancestors.
    package let exited: [StateID]

    /// In the order they were entered: ancestors before descendants.
    ///
    /// A history state chosen from inside its own parent may enter again a state that was not left.
    package let entered: [StateID]

    package let remembered: [Memory]

    /// The indices of the transitions in the chart, in the order they were taken; empty for the very first step.
    package let transitions: [Int]

    package init(
        exited: [StateID] = [],
        entered: [StateID] = [],
        remembered: [Memory] = [],
        transitions: [Int] = []
    ) {
        self.exited = exited
        self.entered = entered
        self.remembered = remembered
        self.transitions = transitions
    }
}
