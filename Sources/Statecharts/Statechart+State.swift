extension Statechart {
    /// A state as the chart holds it.
    public struct State: Hashable, Sendable {
        public enum Kind: Hashable, Sendable {
            case atomic
            case compound
            case parallel
            case final
            case history(deep: Bool)
        }

        public let id: StateID
        public let kind: Kind

        /// The state around it; `nil` at the top level.
        public let parent: StateID?

        /// In document order, history states included.
        public let children: [StateID]

        /// What a compound state enters by default; empty for every other kind.
        public let initial: [StateID]

        /// In document order, which is their priority.
        public let transitions: [Transition]

        /// Where a history state leads as long as it remembers nothing; `nil` for every other kind.
        public let historyDefault: Transition?

        public let entry: [Action]
        public let exit: [Action]
    }
}
