import Regulation
import Statecharts

extension Procedure {
    /// Facts, variables and required fields that are written and that nothing reads.
    ///
    /// - Parameters:
    ///   - facts: Facts for which any procedure asks.
    ///   - taken: Variables that any procedure takes over from another case.
    /// - Returns: A finding for each.
    func unread(askedAnywhere facts: Set<FactName>, taken: Set<VariableName>) -> [ProcedureFinding] {
        let unreadFacts = factsStatedByActs.subtracting(facts).filter { !shown.contains($0.rawValue) }
        let written = Set(effects.compactMap(\.sets))
        let unreadVariables = written.subtracting(variablesRead.union(taken)).filter { !shown.contains($0.rawValue) }
        let read = fieldsRead
        let unreadFields = actions.flatMap { action in
            action.fields.filter { field in
                field.isRequired && Self.isWeighed(field.kind) && !read.contains(field.name)
                    && !shown.contains(field.name.rawValue)
            }.map { ProcedureFinding.unreadField($0.name, action.name) }
        }
        return unreadFacts.sorted().map(ProcedureFinding.unreadFact)
            + unreadVariables.sorted().map(ProcedureFinding.unreadVariable) + unreadFields
    }

    /// Variables that it takes over from other cases.
    var variablesTaken: Set<VariableName> {
        Set(effects.compactMap { if case .take(let name, _) = $0 { name } else { nil } })
    }

    /// Every fact for which it asks, of its own case or of others.
    var factsAsked: Set<FactName> {
        factsAskedOfOthers.union(factsAskedOfTracks).union(guards.values.flatMap(\.ownFacts)).union(text?.facts ?? [])
    }

    /// The facts that it sets otherwise than to record that a day has passed, which is told to people.
    private var factsStatedByActs: Set<FactName> {
        let passing = Set(details.values.compactMap(\.deadline?.raises))
        func facts(_ actions: [Action]) -> [FactName] {
            actions.compactMap { action in
                if case .effect(let number) = action, case .setFact(let fact) = effects[number] { fact } else { nil }
            }
        }
        return Set(
            chart.states.flatMap { state in
                let acts = state.transitions.filter { transition in
                    !passing.contains { transition.event?.matches($0) ?? false }
                }
                return facts(state.entry + state.exit + acts.flatMap(\.actions))
            }
        )
    }

    private var variablesRead: Set<VariableName> {
        var found = Self.variablesOfTheEngine.union(text?.variables ?? [])
        for condition in guards.values.flatMap(\.atoms) {
            switch condition {
            case .variable(let name, _), .withinPeriod(_, let name), .pastPeriod(_, let name), .count(let name, _),
                .number(_, let name), .notBefore(_, .variable(let name)), .collected(_, let name),
                .bundleAhead(let name):
                found.insert(name)
            default: break
            }
        }
        for deadline in details.values.compactMap(\.deadline) {
            switch deadline.due {
            case .variable(let name), .variablePlus(let name, _), .variableElse(let name, _): found.insert(name)
            case .period: break
            }
        }
        for effect in effects {
            switch effect {
            case .openTrack(_, let passing), .openTrackWhereApproved(_, let passing): found.formUnion(passing)
            default: break
            }
        }
        return found
    }

    /// Variables that rules, duties and safety events are looked up by.
    private static let variablesOfTheEngine: Set<VariableName> = [
        "category", "categoryAccepted", "referenceAccepted", "kind", "occurredIn", "occurredOn", "awareOn",
        "validUntil", "renewalOpens", "renewalCloses",
    ]

    private var fieldsRead: Set<FieldName> {
        var found = Self.fieldsOfTheEngine
        for condition in guards.values.flatMap(\.atoms) {
            switch condition {
            case .field(let name, _), .number(let name, _), .opensMonth(let name), .notBefore(let name, _),
                .collected(let name, _), .approvalNumber(let name):
                found.insert(name)
            default: break
            }
        }
        for effect in effects { found.formUnion(effect.fieldsRead) }
        return found
    }

    /// Fields that effects and guards read by their names.
    private static let fieldsOfTheEngine: Set<FieldName> = [
        "number", "claims", "conditions", "validUntil", "reference", "fee", "amount", "study", "category", "kind",
        "check", "answer",
    ]

    /// Whether the kind is one that something is decided by, and no text for people.
    private static func isWeighed(_ kind: Field.Kind) -> Bool {
        switch kind {
        case .code, .date, .integer, .flag, .choice, .claims, .jurisdictions: true
        case .text, .questions, .answers, .conditions, .money: false
        }
    }
}

extension Effect {
    /// The fields that it names.
    fileprivate var fieldsRead: [FieldName] {
        switch self {
        case .set(_, .field(let field)), .set(_, .given(let field)), .proposeQuestions(let field),
            .answerQuestions(let field),
            .setApprovalVersion(let field), .prolongApproval(let field), .setApprovalHolder(let field),
            .closeObligation(let field, _), .meetObligations(_, let field), .collect(_, let field),
            .declineQuestion(let field), .joinBundle(let field):
            [field]
        case .giveConsent(let field): field.map { [$0] } ?? []
        case .issueQuestions(let field, let due): [field] + (due.map { [$0] } ?? [])
        case .addObligation(_, let text, let due):
            [text].compactMap(\.self) + (due.flatMap { if case .field(let field) = $0 { [field] } else { nil } } ?? [])
        default: []
        }
    }
}
