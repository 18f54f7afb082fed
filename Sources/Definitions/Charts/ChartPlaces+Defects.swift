import Statecharts

extension ChartPlaces {
    typealias Defect = InvalidStatechart.Defect

    func report(_ defect: Defect, to findings: Findings) {
        switch defect {
        case .noStates:
            findings.error("there are no states", at: root)
        case .duplicateState(let state):
            let all = states[state] ?? []
            for place in all.dropFirst() {
                let isHere = all[0].origin == nil && place.origin == nil
                let first = isHere ? "in line \(all[0].line)" : "at \(all[0].text(in: findings.file))"
                findings.error("the state ‘\(state)’ is declared \(first) already", at: place)
            }
        case .badStateID(let state):
            findings.error("‘\(state)’ is no name for a state\(Self.nameRule)", at: place(of: state))
        default:
            if !reportTransition(defect, to: findings), !reportInitial(defect, to: findings) {
                reportKind(defect, to: findings)
            }
        }
    }

    private static let nameRule = ": letters, digits, ‘.’, ‘-’ and ‘_’"

    private func reportTransition(_ defect: Defect, to findings: Findings) -> Bool {
        switch defect {
        case .badEvent(let event, _, let tag):
            findings.error("‘\(event)’ is no name for an event\(Self.nameRule)", at: tags[tag] ?? root)
        case .badRaisedEvent(let event, let state, _):
            for place in raised[event] ?? [place(of: state)] {
                findings.error("‘\(event)’ is no name for an event\(Self.nameRule)", at: place)
            }
        case .unknownTarget(let state, _, let tag):
            reportUnknown(state, at: place(ofTarget: state, tag: tag), to: findings)
        case .conflictingTargets(let first, let second, _, let tag):
            let place = place(ofTarget: second, tag: tag)
            findings.error("‘\(first)’ and ‘\(second)’ can never be active together", at: place)
        case .historyDefaultWithEvent(_, let tag):
            findings.error("the default of a history state has no event", at: tags[tag] ?? root)
        case .historyDefaultWithoutTargets(let state, let tag):
            findings.error("the default of ‘\(state)’ leads nowhere", at: place(ofTarget: nil, tag: tag))
        case .historyDefaultNotInside(let target, let parent, let tag):
            let place = place(ofTarget: target, tag: tag)
            findings.error("‘\(target)’ is not inside ‘\(parent)’, which the history remembers", at: place)
        case .defaultOutsideHistory(let state, let tag):
            findings.error("‘\(state)’ has a default but is no history state", at: tags[tag] ?? root)
        default: return false
        }
        return true
    }

    private func reportInitial(_ defect: Defect, to findings: Findings) -> Bool {
        switch defect {
        case .emptyInitial(let owner):
            findings.error("‘initial’ is empty", at: place(ofInitial: nil, of: owner))
        case .unknownInitial(let state, let owner):
            reportUnknown(state, at: place(ofInitial: state, of: owner), to: findings)
        case .initialNotInside(let state, let owner):
            findings.error("‘\(state)’ is not inside ‘\(owner)’", at: place(ofInitial: state, of: owner))
        case .conflictingInitial(let first, let second, let owner):
            let place = place(ofInitial: second, of: owner)
            findings.error("‘\(first)’ and ‘\(second)’ can never be active together", at: place)
        case .initialWithoutChildren(let state):
            findings.error("‘\(state)’ has an initial state but no states", at: place(ofInitial: nil, of: state))
        default: return false
        }
        return true
    }

    private func reportKind(_ defect: Defect, to findings: Findings) {
        let (state, rule): (StateID, String) =
            switch defect {
            case .parallelWithInitial(let state): (state, "is parallel: all its states are entered, none is initial")
            case .parallelWithoutChildren(let state): (state, "is parallel but has no states")
            case .finalInParallel(let state): (state, "is final and so cannot be a region of a parallel state")
            case .finalWithInitial(let state): (state, "is final and so has no initial state")
            case .finalWithChildren(let state): (state, "is final and so has no states")
            case .finalWithTransitions(let state): (state, "is final and so has no transitions")
            case .historyAtTopLevel(let state): (state, "is a history state and so stands inside another")
            case .historyWithInitial(let state): (state, "is a history state and so has no initial state")
            case .historyWithChildren(let state): (state, "is a history state and so has no states")
            case .historyWithTransitions(let state): (state, "is a history state and so has only a default")
            case .historyWithActions(let state): (state, "is a history state and so does nothing itself")
            case .historyWithoutDefault(let state): (state, "is a history state and so needs a default")
            case .historyCycle(let state): (state, "leads, through history states, back to itself")
            default: ("", "is not sound: \(defect)")
            }
        findings.error("the state ‘\(state)’ \(rule)", at: place(of: state))
    }

    private func reportUnknown(_ state: StateID, at place: Place, to findings: Findings) {
        let suggestion = Suggestion.text(for: state.rawValue, among: stateNames)
        findings.error("there is no state ‘\(state)’\(suggestion)", at: place)
    }
}
