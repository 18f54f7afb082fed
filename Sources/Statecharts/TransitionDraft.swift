/// A transition as written, not yet checked.
package struct TransitionDraft: Hashable, Sendable {
    /// The caller's own number, by which it finds its guard, its actor or its place in a file again.
    package var tag: Int

    /// The events that trigger it; `nil` for an eventless transition, which needs none.
    package var event: EventDescriptor?

    /// The states it leads to; empty for a targetless transition, which runs its actions and changes no state.
    package var targets: [StateID]

    /// Whether a compound source stays active when every target lies inside it.
    package var isInternal: Bool

    package var actions: [Action]

    package init(
        tag: Int = 0,
        event: EventDescriptor? = nil,
        targets: [StateID] = [],
        isInternal: Bool = false,
        actions: [Action] = []
    ) {
        self.tag = tag
        self.event = event
        self.targets = targets
        self.isInternal = isInternal
        self.actions = actions
    }
}
