extension Outline {
    /// What the kind of a state forbids or demands.
    func structureDefects(of draft: StateDraft, at position: Int) -> [Defect] {
        var found: [Defect] = []
        if let transition = draft.historyDefault, !draft.isHistory {
            found.append(.defaultOutsideHistory(draft.id, tag: transition.tag))
        }
        switch draft.kind {
        case .automatic: break
        case .parallel:
            if draft.initial != nil { found.append(.parallelWithInitial(draft.id)) }
            if properChildren(of: position).isEmpty { found.append(.parallelWithoutChildren(draft.id)) }
        case .final:
            if draft.initial != nil { found.append(.finalWithInitial(draft.id)) }
            if !draft.children.isEmpty { found.append(.finalWithChildren(draft.id)) }
            if !draft.transitions.isEmpty { found.append(.finalWithTransitions(draft.id)) }
            if self.draft(at: tree.parents[position])?.kind == .parallel { found.append(.finalInParallel(draft.id)) }
        case .shallowHistory, .deepHistory:
            if draft.initial != nil { found.append(.historyWithInitial(draft.id)) }
            if !draft.children.isEmpty { found.append(.historyWithChildren(draft.id)) }
            if !draft.transitions.isEmpty { found.append(.historyWithTransitions(draft.id)) }
            if !draft.entry.isEmpty || !draft.exit.isEmpty { found.append(.historyWithActions(draft.id)) }
            found += defaultDefects(of: draft, at: position)
        }
        return found
    }

    private func defaultDefects(of draft: StateDraft, at position: Int) -> [Defect] {
        guard let parent = id(at: tree.parents[position]) else { return [.historyAtTopLevel(draft.id)] }
        guard let transition = draft.historyDefault else { return [.historyWithoutDefault(draft.id)] }
        var found: [Defect] = []
        if transition.event != nil { found.append(.historyDefaultWithEvent(draft.id, tag: transition.tag)) }
        if transition.targets.isEmpty { found.append(.historyDefaultWithoutTargets(draft.id, tag: transition.tag)) }
        for target in transition.targets {
            guard let inner = positions[target], !tree.isDescendant(inner, of: tree.parents[position]) else { continue }
            found.append(.historyDefaultNotInside(target, of: parent, tag: transition.tag))
        }
        if leadsToItself(position) { found.append(.historyCycle(draft.id)) }
        return found
    }

    /// Whether following defaults from one history state to the next comes back to the first.
    private func leadsToItself(_ history: Int) -> Bool {
        var visited: Set<Int> = []
        var pending = [history]
        while let position = pending.popLast() {
            for target in draft(at: position)?.historyDefault?.targets ?? [] {
                guard let next = positions[target], isHistory(next) else { continue }
                if next == history { return true }
                if visited.insert(next).inserted { pending.append(next) }
            }
        }
        return false
    }
}
