import Statecharts

extension ChartReader {
    private static let bareKeys = ["to", "internal", "do"]
    private static let procedureKeys = bareKeys + ["if"]

    /// The transition in `tree`: a state's id, or a mapping; without `to` it leads nowhere.
    mutating func transition(_ tree: Tree, on occasion: Occasion, at place: Place) -> TransitionDraft {
        let tag = nextTag()
        places.tags[tag] = place
        var draft = TransitionDraft(tag: tag, event: occasion.event)
        if case .scalar(let text) = tree.content, !tree.isEmpty {
            places.targets[tag] = tree
            draft.targets = [StateID(rawValue: text)]
            return draft
        }
        let keys = clauses == nil ? Self.bareKeys : Self.procedureKeys
        guard let fields = Fields(tree, "a transition", keys: keys, findings) else { return draft }
        if let targets = fields["to"] {
            places.targets[tag] = targets
            if targets.isEmpty { findings.error("‘to’ is empty", at: fields.place(of: "to")) }
            draft.targets = targets.words("a state", findings).map(StateID.init(rawValue:))
        }
        draft.isInternal = fields.flag("internal")
        draft.actions = actions(fields["do"], on: occasion)
        if clauses != nil, fields["if"] != nil, let condition = fields.required("if") {
            clauses?.readGuard(condition, of: tag, on: occasion)
        }
        return draft
    }

    /// Where a history state leads at first: ids, or a transition.
    mutating func historyDefault(_ tree: Tree) -> TransitionDraft {
        guard case .list = tree.content else { return transition(tree, on: .history, at: tree.place) }
        let tag = nextTag()
        places.tags[tag] = tree.place
        places.targets[tag] = tree
        return TransitionDraft(tag: tag, targets: tree.words("a state", findings).map(StateID.init(rawValue:)))
    }

    /// What is done, one clause or a list of them.
    mutating func actions(_ tree: Tree?, on occasion: Occasion) -> [Action] {
        guard let tree else { return [] }
        return tree.elements.compactMap { element in
            guard clauses != nil else { return bareAction(element) }
            return clauses?.action(element, on: occasion, raise: places)
        }
    }

    private func bareAction(_ tree: Tree) -> Action? {
        guard case .form(_, let fields)? = Catalogue.bareActions.clause(tree, findings) else { return nil }
        return places.raise(fields)
    }
}

/// When something is read or done, which tells what can be known then.
enum Occasion: Hashable {
    case event(EventDescriptor)
    case always
    /// Entering or leaving a state.
    case stateChange
    case history

    var event: EventDescriptor? {
        if case .event(let event) = self { event } else { nil }
    }
}
