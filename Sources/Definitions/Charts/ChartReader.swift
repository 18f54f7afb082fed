import Statecharts

/// Reads the grammar of statecharts: states in the order of the file, their transitions, what they do.
///
/// A bare chart knows only `raise`; a procedure adds guards, effects, turns and deadlines, kept in `clauses` under the
/// tag of their transition or the id of their state. Tags and effects are numbered state by state, in the order of the
/// file.
struct ChartReader {
    let findings: Findings
    let places = ChartPlaces()
    /// Nil for a bare chart.
    var clauses: Clauses?
    private(set) var tags = 0

    init(clauses: Clauses?, _ findings: Findings) {
        self.clauses = clauses
        self.findings = findings
    }

    /// The chart under the keys `initial` and `states`, or nil after reporting every defect.
    mutating func chart(_ fields: Fields) -> Statechart? {
        let initial = fields["initial"].map { stateIDs($0, initialOf: nil) }
        guard let tree = fields.required("states") else { return nil }
        places.root = fields.place(of: "states")
        let drafts = states(tree)
        do {
            return try Statechart(initial: initial, states: drafts)
        } catch {
            for defect in error.defects { places.report(defect, to: findings) }
            return nil
        }
    }

    mutating func states(_ tree: Tree) -> [StateDraft] {
        guard let entries = tree.entries else {
            findings.error("‘states’ is a mapping, not \(tree.kind)", at: tree.place)
            return []
        }
        return entries.map { state($0) }
    }

    mutating func nextTag() -> Int {
        defer { tags += 1 }
        return tags
    }

    /// The ids in `tree`, one or a list, remembered as the initial states of `owner`.
    func stateIDs(_ tree: Tree, initialOf owner: StateID?) -> [StateID] {
        places.initial[owner] = tree
        return tree.words("a state", findings).map(StateID.init(rawValue:))
    }
}
