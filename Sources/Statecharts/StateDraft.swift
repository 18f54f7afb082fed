/// A state as written, not yet checked.
package struct StateDraft: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Atomic or compound, depending on whether there are child states.
        case automatic
        case parallel
        case final
        case shallowHistory
        case deepHistory
    }

    package var id: StateID
    package var kind: Kind

    /// What a compound state enters by default; `nil` means its first child that is not a history state.
    package var initial: [StateID]?

    /// In document order.
    package var children: [StateDraft]

    /// In document order, which is their priority.
    package var transitions: [TransitionDraft]

    package var entry: [Action]
    package var exit: [Action]

    /// Where a history state leads as long as it remembers nothing.
    package var historyDefault: TransitionDraft?

    package init(
        id: StateID,
        kind: Kind = .automatic,
        initial: [StateID]? = nil,
        children: [StateDraft] = [],
        transitions: [TransitionDraft] = [],
        entry: [Action] = [],
        exit: [Action] = [],
        historyDefault: TransitionDraft? = nil
    ) {
        self.id = id
        self.kind = kind
        self.initial = initial
        self.children = children
        self.transitions = transitions
        self.entry = entry
        self.exit = exit
        self.historyDefault = historyDefault
    }

    /// Whether this is only a place to lead to, never active itself.
    var isHistory: Bool { kind == .shallowHistory || kind == .deepHistory }
}
