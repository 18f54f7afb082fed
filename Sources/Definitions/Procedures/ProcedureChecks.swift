import Regulation
import Statecharts
import Submissions

/// Holds the names that a procedure uses against those it declares.
struct ProcedureChecks {
    let actions: [ActionReader.Declaration]
    let clocks: [Tree]
    let aside: [Tree]
    let places: ChartPlaces
    let uses: Uses
    let findings: Findings

    func run() {
        checkStates()
        checkClocks()
        checkActions()
        checkEvents()
        checkDeadlines()
        checkFacts()
        PayloadChecks(actions: actions.map(\.rule), uses: uses, findings: findings).run()
    }

    private func checkStates() {
        for use in uses.states where places.states[use.name] == nil {
            let suggestion = Suggestion.text(for: use.name.rawValue, among: places.stateNames)
            findings.error("there is no state ‘\(use.name)’\(suggestion)", at: use.place)
        }
    }

    private func checkClocks() {
        let names = clocks.compactMap { tree in
            if case .scalar(let name) = tree.content { name } else { nil }
        }
        for use in uses.clocks where !names.contains(use.name) {
            let suggestion = Suggestion.text(for: use.name, among: names)
            findings.error("no clock ‘\(use.name)’ is declared under ‘clocks’\(suggestion)", at: use.place)
        }
        for tree in aside {
            guard case .scalar(let name) = tree.content, !names.contains(name) else { continue }
            let suggestion = Suggestion.text(for: name, among: names)
            findings.error("no clock ‘\(name)’ is declared under ‘clocks’\(suggestion)", at: tree.place)
        }
        for tree in clocks {
            if case .scalar(let name) = tree.content, !uses.clocks.contains(where: { $0.name == name }) {
                findings.error("the clock ‘\(name)’ is declared, but nothing starts or stops it", at: tree.place)
            }
        }
    }

    private func checkActions() {
        for action in actions {
            let name = EventName(rawValue: action.rule.name.rawValue)
            guard !uses.awaited.contains(where: { $0.name.matches(name) }) else { continue }
            let awaited = uses.awaited.map(\.name.rawValue).filter { event in
                !event.contains(".") && !actions.contains { $0.rule.name.rawValue == event }
            }
            let suggestion = Suggestion.text(for: name.rawValue, among: awaited)
            findings.error("the action ‘\(name)’ is declared, but no transition uses it\(suggestion)", at: action.place)
        }
    }

    /// Every event that a transition waits for must be able to come; messages from other procedures have a dot.
    private func checkEvents() {
        let raised = (uses.raised + uses.deadlines).map(\.name)
        let actionNames = actions.map { EventName(rawValue: $0.rule.name.rawValue) }
        for use in uses.awaited {
            // Names match by prefix, so such an event would run the action's transitions, its conditions included.
            let text = use.name.rawValue
            if let action = actionNames.first(where: { text.hasPrefix($0.rawValue + ".") }) {
                findings.error(
                    "‘\(text)’ is also caught by every transition for the action ‘\(action)’, since event names match by "
                        + "prefix; begin it with another word",
                    at: use.place
                )
            }
        }
        for use in uses.awaited where !(actionNames + raised).contains(where: use.name.matches) {
            let text = use.name.rawValue
            if text.hasPrefix("done.state.") {
                checkDone(String(text.dropFirst(11)), at: use.place)
            } else if !text.contains("."), text != "*" {
                let suggestion = Suggestion.text(for: text, among: (actionNames + raised).map(\.rawValue))
                findings.error("nothing sends or declares ‘\(text)’\(suggestion)", at: use.place)
            }
        }
    }

    private func checkDone(_ name: String, at place: Place) {
        guard places.states[StateID(rawValue: name)] == nil, name != "*" else { return }
        findings.error("there is no state ‘\(name)’\(Suggestion.text(for: name, among: places.stateNames))", at: place)
    }

    private func checkDeadlines() {
        for use in uses.deadlines where !uses.awaited.contains(where: { $0.name.matches(use.name) }) {
            let suggestion = Suggestion.text(for: use.name.rawValue, among: uses.awaited.map(\.name.rawValue))
            findings.error("no transition handles ‘\(use.name)’, which the deadline raises\(suggestion)", at: use.place)
        }
    }

    private func checkFacts() {
        for use in uses.factsRead where !uses.factsSet.contains(use.name) {
            let suggestion = Suggestion.text(for: use.name.rawValue, among: uses.factsSet.map(\.rawValue).sorted())
            findings.error("nothing sets the fact ‘\(use.name)’\(suggestion)", at: use.place)
        }
        for use in uses.variablesRead where !uses.variablesSet.contains(use.name) {
            let suggestion = Suggestion.text(for: use.name.rawValue, among: uses.variablesSet.map(\.rawValue).sorted())
            findings.error("nothing sets the variable ‘\(use.name)’\(suggestion)", at: use.place)
        }
    }
}
