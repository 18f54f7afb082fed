extension Statechart {
    /// A state as the chart holds it.
    package struct State: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            case atomic
            case compound
            case parallel
            case final
            case history(deep: Bool)
        }

        package let id: StateID
        package let kind: Kind

        /// The state around it; `nil` at the top level.
        package let parent: StateID?

        /// In document order, history states included.
        package let children: [StateID]

        /// What a compound state enters by default; empty for every other kind.
        package let initial: [StateID]

        /// In document order, which is their priority.
        package let transitions: [Transition]

        /// Where a history state leads as long as it remembers nothing; `nil` for every other kind.
        package let historyDefault: Transition?

        package let entry: [Action]
        package let exit: [Action]
    }
}
