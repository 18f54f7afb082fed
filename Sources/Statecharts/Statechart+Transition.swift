extension Statechart {
    /// A transition as the chart holds it.
    public struct Transition: Hashable, Sendable {
        /// Its position in `Statechart.transitions`.
        public let index: Int

        /// The number it was drafted with.
        public let tag: Int

        public let source: StateID

        /// The events that trigger it; `nil` for an eventless transition.
        public let event: EventDescriptor?

        /// As drafted, history states not yet resolved; empty for a targetless transition.
        public let targets: [StateID]

        public let isInternal: Bool
        public let actions: [Action]
    }
}
