/// A chart in terms of positions, made once so that a step compares no names.
///
/// Positions are document order; 0 is the invisible root, which counts as a compound state. A class, because every step
/// takes it in hand many times, and one reference is counted faster than six.
final class Plan: Hashable, Sendable {
    struct Node: Hashable, Sendable {
        let kind: Statechart.State.Kind

        /// The children that can be active.
        let children: [Int]
        let histories: [Int]
        let initial: [Int]

        /// The indices of its transitions, in priority.
        let transitions: Range<Int>

        /// The index of a history state's default transition.
        let historyDefault: Int?

        let entry: [Action]
        let exit: [Action]
    }

    struct Arrow: Hashable, Sendable {
        let source: Int
        let targets: [Int]
        let isInternal: Bool

        /// `EventDescriptor.prefix`, taken apart beforehand; `nil` for an eventless transition.
        let prefix: String?
    }

    let tree: StateTree
    let nodes: [Node]
    let arrows: [Arrow]

    /// The name at each position; that of the root is empty.
    let ids: [StateID]
    let positions: [StateID: Int]

    /// The states with a transition that needs no event.
    let statesMovingByThemselves: [StateID]

    init(tree: StateTree, nodes: [Node], arrows: [Arrow], ids: [StateID], positions: [StateID: Int]) {
        self.tree = tree
        self.nodes = nodes
        self.arrows = arrows
        self.ids = ids
        self.positions = positions
        statesMovingByThemselves = nodes.indices.filter { nodes[$0].transitions.contains { arrows[$0].prefix == nil } }
            .map { ids[$0] }
    }

    static func == (left: Plan, right: Plan) -> Bool {
        left === right
            || left.ids == right.ids && left.tree == right.tree && left.nodes == right.nodes
                && left.arrows == right.arrows
    }

    func hash(into hasher: inout Hasher) { hasher.combine(ids) }

    var noStates: StateSet { StateSet(capacity: nodes.count) }

    /// The positions of `ids`; a name the chart does not have is passed over.
    func positions(of ids: Set<StateID>) -> StateSet {
        var set = noStates
        for id in ids {
            if let position = positions[id] { set.insert(position) }
        }
        return set
    }

    /// The proper ancestors, innermost first, without the root.
    func ancestors(of position: Int) -> [Int] {
        var found: [Int] = []
        var ancestor = tree.parents[position]
        while ancestor != StateTree.root {
            found.append(ancestor)
            ancestor = tree.parents[ancestor]
        }
        return found
    }

    func atomicStates(in active: StateSet) -> [Int] {
        active.filter { nodes[$0].kind == .atomic || nodes[$0].kind == .final }
    }

    /// The least common compound ancestor: the innermost compound state with `source` and all of `targets` inside it.
    func leastCommonCompoundAncestor(of source: Int, _ targets: [Int]) -> Int {
        for ancestor in ancestors(of: source) where nodes[ancestor].kind == .compound {
            if targets.allSatisfy({ tree.isDescendant($0, of: ancestor) }) { return ancestor }
        }
        return StateTree.root
    }
}
