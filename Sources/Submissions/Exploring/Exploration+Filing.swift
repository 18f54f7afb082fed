import Regulation
import Statecharts

// Whether the applicant may file again, and is told so, wherever a case ends or stays by which a country decides.
//
// The engine lets a dossier be filed again for a target as soon as its case is over, unless an approval that the case granted
// is in force or suspended; which end it was makes no difference. So a chart can take that away in three ways only: it does
// not end, it does not see that its approval has ended, or it ends without the outcome by which the applicant is told.
extension Exploration {
    /// What has become of the target of a case.
    private enum TargetFate: Hashable {
        /// Nobody has said anything of what was filed.
        case open
        /// What was filed came to something else than an approval, or the approval has ended.
        case told
        case approved
    }

    /// Places where nothing can be filed again, or where nobody is told that it can.
    var lostFilings: [ProcedureFinding] {
        var untold = silentReturns
        guard procedure.grantsApproval else { return inDocumentOrder(untold).map(ProcedureFinding.returnedForGood) }
        let courses = courses(from: TargetFate.open) { fate, effect in
            switch effect {
            case .grantApproval, .changeApproval(.inForce), .changeApproval(.suspended): .approved
            case .changeApproval(.withdrawn), .changeApproval(.lapsed), .openFallback: .told
            case .recordDecision: fate == .approved ? .approved : .told
            default: fate
            }
        }
        untold.formUnion(ends(courses).filter { $0.value.contains(.open) }.keys)
        let lasting = courses.filter { !isOver($0.stand) }
        let approved = Set(lasting.filter { $0.fate == .approved }.map(\.stand))
        let others = Set(lasting.filter { $0.fate != .approved }.map(\.stand))
        return inDocumentOrder(untold).map(ProcedureFinding.returnedForGood)
            + inDocumentOrder(stayingStates(of: others)).map(ProcedureFinding.staysForGood)
            + inDocumentOrder(blindStates(of: approved)).map(ProcedureFinding.staysApproved)
    }

    /// States in which a case is meant to stay, though it neither ends nor comes to an approval any more.
    private func stayingStates(of numbers: Set<Int>) -> Set<StateID> {
        let granting = edges.joined().filter { edge in
            edge.effects.contains { if case .grantApproval = procedure.effects[$0] { true } else { false } }
        }
        let goingOn = standsLeading(to: stands.indices.filter(isOver) + granting.map(\.from))
        return numbers.subtracting(goingOn).reduce(into: []) { found, number in
            found.formUnion(stands[number].configuration.active.filter { procedure.deliberate[$0] != nil })
        }
    }

    /// States that stay what they are when the approval ends elsewhere, as in the track of its registration.
    private func blindStates(of numbers: Set<Int>) -> Set<StateID> {
        numbers.reduce(into: []) { found, number in
            let configuration = stands[number].configuration
            let seesIt = configuration.active.contains { id in
                procedure.deliberate[id] != nil || procedure.chart.state(id).map(sees) ?? false
            }
            if !seesIt { found.formUnion(procedure.chart.atomicStates(of: configuration)) }
        }
    }

    private func sees(_ state: Statechart.State) -> Bool {
        state.transitions.contains { transition in
            transition.event == nil && procedure.guards[transition.tag]?.seesApprovalEnd ?? false
        }
    }

    /// Ends by which an authority sends back what was filed before it took it in, and that do not say so.
    private var silentReturns: Set<StateID> {
        let filed = Set(
            procedure.chart.states.filter { state in
                state.entry.contains { action in
                    guard case .effect(let number) = action, case .startClock(_, at: .filed) = procedure.effects[number]
                    else { return false }
                    return true
                }
            }.map(\.id)
        )
        let returned = procedure.chart.transitions.filter { transition in
            filed.contains(transition.source) && isByAuthority(transition) && !records(transition.actions)
        }.flatMap(\.targets).filter { isTopFinal($0) && procedure.deliberate[$0] == nil }
        return Set(returned).filter { !records(procedure.chart.state($0)?.entry ?? []) }
    }

    /// Whether an outcome is recorded, or the way on is opened.
    private func records(_ actions: [Action]) -> Bool {
        actions.contains { action in
            guard case .effect(let number) = action else { return false }
            switch procedure.effects[number] {
            case .openFallback, .recordDecision: return true
            default: return false
            }
        }
    }

    private func isByAuthority(_ transition: Statechart.Transition) -> Bool {
        procedure.actions.contains { action in
            transition.event?.matches(EventName(rawValue: action.name.rawValue)) == true
                && action.performers.contains { if case .role = $0 { true } else { false } }
                && !action.performers.contains(.applicant)
        }
    }
}

extension Procedure {
    /// Whether a country decides by it, so that it has a target that is filed for.
    var grantsApproval: Bool { effects.contains { if case .grantApproval = $0 { true } else { false } } }
}
