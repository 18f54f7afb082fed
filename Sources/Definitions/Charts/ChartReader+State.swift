import Statecharts

extension ChartReader {
    private static let bareKeys = [
        "initial", "states", "parallel", "final", "history", "default", "on", "always", "entry", "exit",
    ]
    /// What only checks and readers look at, and so is no part of what a case is bound to.
    static let markerKey = "deliberate"
    static let stateKeys = bareKeys + ["turn", "deadline", markerKey]
    /// Gone once the fragments are put in, but what a misspelt key may have meant.
    private static let fragmentKeys = ["is", "with"]

    mutating func state(_ entry: Tree.Entry) -> StateDraft {
        let id = StateID(rawValue: entry.key)
        places.states[id, default: []].append(entry.place)
        let keys = clauses == nil ? Self.bareKeys : Self.stateKeys
        let meant = clauses == nil ? [] : Self.fragmentKeys
        guard let fields = Fields(entry.value, "the state ‘\(id)’", keys: keys, meant: meant, findings) else {
            return StateDraft(id: id)
        }
        var draft = StateDraft(id: id, kind: kind(fields, at: entry.place))
        draft.initial = fields["initial"].map { stateIDs($0, initialOf: id) }
        // A state's own numbers come before those of the states in it, wherever the file has them.
        draft.entry = actions(fields["entry"], on: .stateChange)
        draft.exit = actions(fields["exit"], on: .stateChange)
        draft.transitions = transitions(fields)
        draft.historyDefault = fields["default"].map { historyDefault($0) }
        clauses?.readDetail(of: id, fields)
        draft.children = fields["states"].map { states($0) } ?? []
        return draft
    }

    private func kind(_ fields: Fields, at place: Place) -> StateDraft.Kind {
        let isParallel = fields.flag("parallel")
        let isFinal = fields.flag("final")
        let history: History? = fields.choice("history")
        if [isParallel, isFinal, history != nil].filter({ $0 }).count > 1 {
            findings.error("\(fields.noun) is only one of parallel, final and history", at: place)
        }
        switch history {
        case .deep: return .deepHistory
        case .shallow: return .shallowHistory
        case nil: return isParallel ? .parallel : isFinal ? .final : .automatic
        }
    }

    private enum History: String, CaseIterable {
        case shallow, deep
    }

    private mutating func transitions(_ fields: Fields) -> [TransitionDraft] {
        var drafts: [TransitionDraft] = []
        if let on = fields["on"] {
            if on.entries == nil { findings.error("‘on’ is a mapping of events, not \(on.kind)", at: on.place) }
            for entry in on.entries ?? [] {
                let event = EventDescriptor(rawValue: entry.key)
                clauses?.uses.awaited.append(Use(event, entry.place))
                for tree in Self.alternatives(entry.value) {
                    drafts.append(transition(tree, on: .event(event), at: entry.place))
                }
            }
        }
        for tree in fields["always"].map(Self.alternatives) ?? [] {
            drafts.append(transition(tree, on: .always, at: fields.place(of: "always")))
        }
        return drafts
    }

    /// A list holds transitions; anything else, `{}` and nothing included, is one.
    private static func alternatives(_ tree: Tree) -> [Tree] {
        if case .list(let elements) = tree.content { elements } else { [tree] }
    }
}
