import Statecharts

/// Answers the guards of one step by a script: whatever the chart cannot tell holds or does not hold, as the script has it.
struct ExploringHost: StatechartHost {
    let procedure: Procedure
    private(set) var facts: Set<FactName>
    /// Numbers of the effects that were carried out.
    private(set) var effects: [Int] = []
    /// What was taken for granted of other cases and of the case's part in a bundle.
    private(set) var assumptions: [Guard: Bool] = [:]

    private let script: [Bool]
    private var given: [Bool] = []
    private var answers: [Guard: Bool] = [:]

    init(procedure: Procedure, facts: Set<FactName>, script: [Bool]) {
        self.procedure = procedure
        self.facts = facts
        self.script = script
    }

    static func unsettled(after microsteps: Int) -> StatechartUnsettled { StatechartUnsettled(microsteps: microsteps) }

    mutating func allows(
        _ transition: Statechart.Transition,
        in configuration: Configuration
    ) throws(StatechartUnsettled) -> Bool {
        guard let condition = procedure.guards[transition.tag] else { return true }
        return holds(condition, in: configuration)
    }

    mutating func perform(_ number: Int) throws(StatechartUnsettled) {
        let effect = procedure.effects[number]
        effects.append(number)
        switch effect {
        case .setFact(let fact): facts.insert(fact)
        case .clearFact(let fact): facts.remove(fact)
        default:
            for condition in answers.keys where condition.mayChange(by: effect, in: procedure) {
                answers[condition] = nil
            }
            if case .set(let variable, .literal(let text)) = effect {
                answers[.variable(variable, equals: text)] = true
            }
        }
    }

    /// The script of the next branch: the last answer that was no becomes yes, and what comes after it is open again.
    var nextScript: [Bool]? {
        guard let last = given.lastIndex(of: false) else { return nil }
        return given[..<last] + [true]
    }

    private mutating func holds(_ condition: Guard, in configuration: Configuration) -> Bool {
        switch condition {
        case .all(let parts):
            for part in parts where !holds(part, in: configuration) { return false }
            return true
        case .any(let parts):
            for part in parts where holds(part, in: configuration) { return true }
            return false
        case .not(let part): return !holds(part, in: configuration)
        case .inState(let state): return configuration.active.contains(state)
        case .fact(let fact, of: .own): return facts.contains(fact)
        default: return answer(to: condition)
        }
    }

    private mutating func answer(to condition: Guard) -> Bool {
        if let known = answers[condition] { return known }
        // Of what excludes each other only one holds.
        if answers.contains(where: { $0.value && $0.key.excludes(condition) }) { return false }
        let answer = given.count < script.count ? script[given.count] : false
        given.append(answer)
        answers[condition] = answer
        if condition.asksOtherCases, assumptions[condition] == nil { assumptions[condition] = answer }
        return answer
    }
}
