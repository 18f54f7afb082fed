/// Drafts laid out in document order, each knowing its parent: what is inspected, and what a chart is made from.
///
/// Positions are those of `StateTree`, so the draft at position `p` is `drafts[p - 1]`.
struct Outline {
    let initial: [StateID]?
    private(set) var tree = StateTree()
    private(set) var drafts: [StateDraft] = []

    /// The position of each name; of two states with one name, the first.
    private(set) var positions: [StateID: Int] = [:]

    init(initial: [StateID]?, states: [StateDraft]) {
        self.initial = initial
        for draft in states { append(draft, inside: StateTree.root) }
    }

    private mutating func append(_ draft: StateDraft, inside parent: Int) {
        let position = tree.append(inside: parent)
        drafts.append(draft)
        if positions[draft.id] == nil { positions[draft.id] = position }
        for child in draft.children { append(child, inside: position) }
    }

    var indices: ClosedRange<Int> { StateTree.root...drafts.count }

    /// The draft at `position`; `nil` for the root.
    func draft(at position: Int) -> StateDraft? { position == StateTree.root ? nil : drafts[position - 1] }

    func id(at position: Int) -> StateID? { draft(at: position)?.id }

    func isHistory(_ position: Int) -> Bool { draft(at: position)?.isHistory ?? false }

    func children(of position: Int) -> [Int] {
        tree.descendants(of: position).filter { tree.parents[$0] == position }
    }

    /// The children that can be active.
    func properChildren(of position: Int) -> [Int] { children(of: position).filter { !isHistory($0) } }

    func kind(at position: Int) -> Statechart.State.Kind {
        switch draft(at: position)?.kind {
        case nil: .compound
        case .automatic: properChildren(of: position).isEmpty ? .atomic : .compound
        case .parallel: .parallel
        case .final: .final
        case .shallowHistory: .history(deep: false)
        case .deepHistory: .history(deep: true)
        }
    }
}
