// What follows is only ever asked of an outline without defects.

extension Outline {
    /// Every transition in document order of the states that own them; a history default comes as the only one of its state.
    func transitions() -> [Statechart.Transition] {
        var all: [Statechart.Transition] = []
        for draft in drafts {
            for transition in draft.transitions + [draft.historyDefault].compactMap(\.self) {
                all.append(
                    Statechart.Transition(
                        index: all.count,
                        tag: transition.tag,
                        source: draft.id,
                        event: transition.event,
                        targets: transition.targets,
                        isInternal: transition.isInternal,
                        actions: transition.actions
                    )
                )
            }
        }
        return all
    }

    func states(transitions: [Statechart.Transition], plan: Plan) -> [Statechart.State] {
        indices.dropFirst().map { position in
            let draft = drafts[position - 1]
            let node = plan.nodes[position]
            return Statechart.State(
                id: draft.id,
                kind: node.kind,
                parent: id(at: tree.parents[position]),
                children: draft.children.map(\.id),
                initial: node.initial.map { plan.ids[$0] },
                transitions: Array(transitions[node.transitions]),
                historyDefault: node.historyDefault.map { transitions[$0] },
                entry: draft.entry,
                exit: draft.exit
            )
        }
    }

    /// What is entered by default; empty unless the state is compound.
    fileprivate func initialPositions(of position: Int) -> [Int] {
        guard kind(at: position) == .compound else { return [] }
        let given = position == StateTree.root ? initial : drafts[position - 1].initial
        return given?.compactMap { positions[$0] } ?? Array(properChildren(of: position).prefix(1))
    }
}

extension Plan {
    convenience init(outline: Outline, transitions: [Statechart.Transition]) {
        var nodes: [Node] = []
        var next = 0
        for position in outline.indices {
            let draft = outline.draft(at: position)
            let owned = next..<next + (draft?.transitions.count ?? 0)
            let historyDefault = draft?.historyDefault.map { _ in owned.upperBound }
            next = owned.upperBound + (historyDefault == nil ? 0 : 1)
            nodes.append(
                Node(
                    kind: outline.kind(at: position),
                    children: outline.properChildren(of: position),
                    histories: outline.children(of: position).filter(outline.isHistory),
                    initial: outline.initialPositions(of: position),
                    transitions: owned,
                    historyDefault: historyDefault,
                    entry: draft?.entry ?? [],
                    exit: draft?.exit ?? []
                )
            )
        }
        let arrows = transitions.map { transition in
            Arrow(
                source: outline.positions[transition.source] ?? StateTree.root,
                targets: transition.targets.compactMap { outline.positions[$0] },
                isInternal: transition.isInternal,
                prefix: transition.event?.prefix
            )
        }
        let ids = [""] + outline.drafts.map(\.id)
        self.init(tree: outline.tree, nodes: nodes, arrows: arrows, ids: ids, positions: outline.positions)
    }
}
