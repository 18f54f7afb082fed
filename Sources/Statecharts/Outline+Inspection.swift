extension Outline {
    typealias Defect = InvalidStatechart.Defect

    /// Everything that keeps the drafts from being a chart, in document order.
    func defects() -> [Defect] {
        var found: [Defect] = properChildren(of: StateTree.root).isEmpty ? [.noStates] : []
        found += initialDefects(at: StateTree.root, initial)
        for (offset, draft) in drafts.enumerated() {
            let position = offset + 1
            found += nameDefects(of: draft, at: position)
            found += structureDefects(of: draft, at: position)
            if draft.kind == .automatic {
                if draft.initial != nil, draft.children.isEmpty { found.append(.initialWithoutChildren(draft.id)) }
                found += initialDefects(at: position, draft.initial)
            }
            for transition in draft.transitions { found += transitionDefects(transition, of: draft) }
            if let transition = draft.historyDefault { found += transitionDefects(transition, of: draft) }
        }
        return found
    }

    private func nameDefects(of draft: StateDraft, at position: Int) -> [Defect] {
        var found: [Defect] = []
        if !Self.isName(draft.id.rawValue) { found.append(.badStateID(draft.id)) }
        if positions[draft.id] != position { found.append(.duplicateState(draft.id)) }
        return found + raiseDefects(draft.entry + draft.exit, of: draft, tag: nil)
    }

    private func raiseDefects(_ actions: [Action], of draft: StateDraft, tag: Int?) -> [Defect] {
        actions.compactMap { action in
            guard case .raise(let event) = action, !Self.isName(event.rawValue) else { return nil }
            return .badRaisedEvent(event, in: draft.id, tag: tag)
        }
    }

    private func transitionDefects(_ transition: TransitionDraft, of draft: StateDraft) -> [Defect] {
        var found: [Defect] = []
        if let event = transition.event, event.prefix != "*", !Self.isName(event.prefix) {
            found.append(.badEvent(event, in: draft.id, tag: transition.tag))
        }
        found += raiseDefects(transition.actions, of: draft, tag: transition.tag)
        for target in transition.targets where positions[target] == nil {
            found.append(.unknownTarget(target, in: draft.id, tag: transition.tag))
        }
        found += conflicts(among: transition.targets).map { pair in
            .conflictingTargets(pair.first, pair.second, in: draft.id, tag: transition.tag)
        }
        return found
    }

    private func initialDefects(at position: Int, _ initial: [StateID]?) -> [Defect] {
        guard let initial else { return [] }
        let owner = id(at: position)
        var found: [Defect] = initial.isEmpty ? [.emptyInitial(of: owner)] : []
        for state in initial {
            if let inner = positions[state] {
                guard let owner, !tree.isDescendant(inner, of: position) else { continue }
                found.append(.initialNotInside(state, of: owner))
            } else {
                found.append(.unknownInitial(state, of: owner))
            }
        }
        return found + conflicts(among: initial).map { .conflictingInitial($0.first, $0.second, of: owner) }
    }

    /// The pairs that no legal configuration can be completed from: SCXML, section 3.11.
    ///
    /// A history state may lead to anything inside its parent, so it conflicts as its parent would.
    private func conflicts(among targets: [StateID]) -> [(first: StateID, second: StateID)] {
        var found: [(first: StateID, second: StateID)] = []
        for (offset, first) in targets.enumerated() {
            for second in targets.dropFirst(offset + 1) where second != first {
                guard let left = positions[first], let right = positions[second] else { continue }
                let fork = tree.meetingPoint(of: territory(of: left), territory(of: right))
                guard let fork, draft(at: fork)?.kind == .parallel else {
                    found.append((first, second))
                    continue
                }
            }
        }
        return found
    }

    private func territory(of position: Int) -> Int { isHistory(position) ? tree.parents[position] : position }

    /// Whether `text` is a name that reads the same in a file, a URL and a log.
    private static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { character in
                switch character {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                case UInt8(ascii: "0")...UInt8(ascii: "9"): true
                case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
                default: false
                }
            }
    }
}
