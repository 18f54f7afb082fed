extension Statechart {
    /// A transition as the chart holds it.
    package struct Transition: Hashable, Sendable {
        /// Its position in `Statechart.transitions`.
        package let index: Int

        /// The number it was drafted with.
        package let tag: Int

        package let source: StateID

        /// The events that trigger it; `nil` for an eventless transition.
        package let event: EventDescriptor?

        /// As drafted, history states not yet resolved; empty for a targetless transition.
        package let targets: [StateID]

        package let isInternal: Bool
        package let actions: [Action]
    }
}
