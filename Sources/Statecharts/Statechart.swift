/// A hierarchical state machine that has been checked once and is trusted from then on.
///
/// Behaves as the algorithm of W3C SCXML, appendix D. A chart is an immutable value: what runs is a `Configuration`.
package struct Statechart: Hashable, Sendable {
    /// What is entered at the start; never empty.
    package let initial: [StateID]

    /// Every state in document order, a parent before its children.
    ///
    /// The invisible root is not among them.
    package let states: [State]

    /// Every transition, at its own index, in the order of the states that own them.
    ///
    /// The default transitions of history states are included.
    package let transitions: [Transition]

    let plan: Plan

    /// Checks the drafts as a whole.
    ///
    /// - Parameters:
    ///   - initial: What to enter at the start, at any depth; `nil` means the first of `states`.
    ///   - states: The top-level states in document order.
    /// - Throws: Every defect found, not only the first.
    package init(initial: [StateID]? = nil, states: [StateDraft]) throws(InvalidStatechart) {
        let outline = Outline(initial: initial, states: states)
        let defects = outline.defects()
        guard defects.isEmpty else { throw InvalidStatechart(defects: defects) }

        let transitions = outline.transitions()
        let plan = Plan(outline: outline, transitions: transitions)
        self.initial = plan.nodes[StateTree.root].initial.map { plan.ids[$0] }
        self.states = outline.states(transitions: transitions, plan: plan)
        self.transitions = transitions
        self.plan = plan
    }
}
