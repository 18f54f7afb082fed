/// What a set of transitions will enter: the result of `computeEntrySet`.
struct EntrySet {
    private(set) var states: StateSet

    /// For a state being entered, the default transition of the history state through which it is entered.
    private(set) var historyDefaults: [Int: Int] = [:]

    private let plan: Plan
    private let history: [Int: [Int]]

    init(plan: Plan, history: [Int: [Int]]) {
        self.plan = plan
        self.history = history
        states = plan.noStates
    }

    /// The `addDescendantStatesToEnter` procedure.
    mutating func addDescendants(of state: Int) {
        let node = plan.nodes[state]
        switch node.kind {
        case .history: addHistory(state)
        case .atomic, .final: states.insert(state)
        case .compound:
            states.insert(state)
            add(node.initial, below: state)
        case .parallel:
            states.insert(state)
            addMissingRegions(of: state)
        }
    }

    /// All descendants first, then all ancestors, so that one target never fills in a region that another one chooses.
    mutating func add(_ targets: [Int], below top: Int) {
        for target in targets { addDescendants(of: target) }
        for target in targets { addAncestors(of: target, below: top) }
    }

    /// The `addAncestorStatesToEnter` procedure: the ancestors of `state` up to `top`, which is not among them.
    mutating func addAncestors(of state: Int, below top: Int) {
        var ancestor = plan.tree.parents[state]
        while ancestor != top, ancestor != StateTree.root {
            states.insert(ancestor)
            if plan.nodes[ancestor].kind == .parallel { addMissingRegions(of: ancestor) }
            ancestor = plan.tree.parents[ancestor]
        }
    }

    private mutating func addHistory(_ state: Int) {
        let parent = plan.tree.parents[state]
        if let remembered = history[state] {
            add(remembered, below: parent)
        } else if let transition = plan.nodes[state].historyDefault {
            historyDefaults[parent] = transition
            add(plan.arrows[transition].targets, below: parent)
        }
    }

    private mutating func addMissingRegions(of parallel: Int) {
        for child in plan.nodes[parallel].children where !states.intersects(plan.tree.descendants(of: child)) {
            addDescendants(of: child)
        }
    }
}
