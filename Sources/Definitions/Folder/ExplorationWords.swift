import Regulation
import Statecharts
import Submissions

/// Puts what an exploration found into words, at its place.
struct ExplorationWords {
    let reading: ProcedureReader.Reading
    let findings: Findings

    private var places: ChartPlaces { reading.places }

    func report(_ finding: ProcedureFinding) {
        switch finding {
        case .noEnd(let states):
            let names = states.map { "‘\($0)’" }.joined(separator: ", ")
            warn("no end can be reached from \(names): lead on, or say why with ‘deliberate’", at: states.first)
        case .neverTaken(let tag, let event?, let state):
            warn("‘\(event)’ can never happen in ‘\(state)’: its condition never holds there", of: tag)
        case .neverTaken(let tag, nil, let state):
            warn("a step without an event is never taken in ‘\(state)’: its condition never holds there", of: tag)
        case .runsOn(let clock, let state):
            warn("the clock ‘\(clock)’ may still run when the case ends in ‘\(state)’: stop it on the way", at: state)
        case .runsBack(let clock, let event?, let state):
            warn(
                "the clock ‘\(clock)’ still runs when ‘\(event)’ leads back to ‘\(state)’: stop it on the way",
                at: state
            )
        case .runsBack(let clock, nil, let state):
            warn("the clock ‘\(clock)’ still runs when a step leads back to ‘\(state)’: stop it on the way", at: state)
        case .leavesApproval(let state):
            warn("a case may end in ‘\(state)’ and leave what it changed in the register of approvals", at: state)
        case .leavesFact(let fact, let state):
            warn("a case may end in ‘\(state)’ with the fact ‘\(fact)’ set, for which other procedures ask", at: state)
        case .outlivesApproval(let fact, let state):
            warn("‘\(state)’ sets ‘\(fact)’ where an approval is in force, and does not see it end", at: state)
        case .returnedForGood, .staysForGood, .staysApproved: reportLostFiling(finding)
        case .neverTakenBeside, .unreadFact, .unreadVariable, .unreadField, .tooLarge: reportBeyondStates(finding)
        }
    }

    private func reportLostFiling(_ finding: ProcedureFinding) {
        switch finding {
        case .returnedForGood(let state):
            warn(
                "what was filed comes to nothing in ‘\(state)’, and nobody is told to file again: ‘decide: not-filed’",
                at: state
            )
        case .staysForGood(let state):
            warn(
                "a case stays in ‘\(state)’ without an approval, and nothing can be filed again: lead to an end",
                at: state
            )
        case .staysApproved(let state):
            warn(
                "a case stays in ‘\(state)’ when its approval ends elsewhere, and nothing can be filed again: see it end",
                at: state
            )
        default: break
        }
    }

    private func reportBeyondStates(_ finding: ProcedureFinding) {
        switch finding {
        case .neverTakenBeside(let tag, let event, let member, let part, let missing):
            let facts = missing.map { "‘\($0)’" }.joined(separator: ", ")
            let name = event?.rawValue ?? "always"
            warn(
                "‘\(name)’ never happens while ‘\(member)’ takes part as \(part.rawValue), never setting \(facts)",
                of: tag
            )
        case .unreadFact(let fact):
            warn("nothing asks for the fact ‘\(fact)’: use it, or name it under ‘shown’", ofSetting: fact.rawValue)
        case .unreadVariable(let name):
            warn("nothing reads the variable ‘\(name)’: use it, or name it under ‘shown’", ofSetting: name.rawValue)
        case .unreadField(let field, let action):
            let place = reading.actionPlaces[action] ?? .start
            findings.warning(
                "nothing reads the field ‘\(field)’ of ‘\(action)’: use it, or name it under ‘shown’",
                at: place
            )
        case .tooLarge(let stands):
            findings.warning("more than \(stands) combinations: the procedure was not explored to the end", at: .start)
        default: break
        }
    }

    private func warn(_ message: String, at state: StateID?) { findings.warning(message, at: places.place(of: state)) }

    private func warn(_ message: String, of tag: Int) { findings.warning(message, at: places.tags[tag] ?? places.root) }

    private func warn(_ message: String, ofSetting name: String) {
        findings.warning(message, at: reading.uses.settings[name] ?? .start)
    }
}
