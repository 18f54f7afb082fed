/// A transition as written, not yet checked.
public struct TransitionDraft: Hashable, Sendable {
    /// The caller's own number, by which it finds its guard, its actor or its place in a file again.
    public var tag: Int

    /// The events that trigger it; `nil` for an eventless transition, which needs none.
    public var event: EventDescriptor?

    /// The states it leads to; empty for a targetless transition, which runs its actions and changes no state.
    public var targets: [StateID]

    /// Whether a compound source stays active when every target lies inside it.
    public var isInternal: Bool

    public var actions: [Action]

    public init(
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
