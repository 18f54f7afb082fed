import Regulation
import Statecharts
import Submissions

extension Clauses {
    /// The condition in `tree`; a list holds when all its members do.
    mutating func condition(_ tree: Tree, on occasion: Occasion) -> Guard? {
        if case .list(let elements) = tree.content {
            let all = conditions(elements, on: occasion)
            return all.count == 1 ? all[0] : .all(all)
        }
        switch Catalogue.guards.clause(tree, findings) {
        case .word(let name): return Catalogue.guardWords.first { $0.name == name }?.guard
        case .form(let head, let fields): return condition(head, fields, on: occasion)
        case nil: return nil
        }
    }

    private mutating func conditions(_ trees: [Tree], on occasion: Occasion) -> [Guard] {
        trees.compactMap { condition($0, on: occasion) }
    }

    private mutating func condition(_ head: String, _ fields: Fields, on occasion: Occasion) -> Guard? {
        switch head {
        case "all": return fields.required("all").map { .all(conditions($0.elements, on: occasion)) }
        case "any": return fields.required("any").map { .any(conditions($0.elements, on: occasion)) }
        case "not": return fields.required("not").flatMap { condition($0, on: occasion) }.map(Guard.not)
        case "field", "claims", "approvalNumber": return payloadCondition(head, fields, on: occasion)
        case "number":
            guard let name = field("number", of: fields, kinds: [.integer], on: occasion),
                let variable = variable("moreThan", fields)
            else { return nil }
            return .number(name, moreThan: variable)
        case "date": return dateCondition(fields, on: occasion)
        case "route", "body", "routeNeeds", "since", "count", "changeStep": return ruleCondition(head, fields)
        case "trait":
            guard let tree = fields["trait"], let name = fields.word("trait"), let answer = fields.word("is") else {
                return nil
            }
            uses.traits.append(Use(name, tree.place))
            return .trait(TraitName(name), is: TraitAnswer(answer))
        case "approvalStage": return fields.choice(head).map(Guard.approvalStage)
        case "telling":
            uses.tellings.append(fields.place)
            return fields.choice(head).map(Guard.telling)
        default: return caseCondition(head, fields)
        }
    }

    private mutating func caseCondition(_ head: String, _ fields: Fields) -> Guard? {
        switch head {
        case "in": return state("in", fields).map(Guard.inState)
        case "onTime": return state("onTime", fields).map(Guard.onTime)
        case "fact": return fact(fields)
        case "trackFact":
            guard let tree = fields["trackFact"], let track = fields.word("trackFact"),
                let name = fields.word("is").map(FactName.init(_:))
            else { return nil }
            uses.tracks.append(Use(track, tree.place))
            uses.foreignFacts.append(Use(name, fields.place(of: "is")))
            return .trackFact(RouteName(track), name)
        case "everyMember":
            guard let tree = fields["everyMember"], let name = fields.word("everyMember"),
                let participation: Participation = fields.choice("participation")
            else { return nil }
            uses.foreignFacts.append(Use(FactName(name), tree.place))
            return .everyMember(FactName(name), participation)
        case "bundleAhead": return variable(head, fields).map(Guard.bundleAhead)
        case "variable":
            guard let name = fields.word("variable"), let value = fields.word("is") else { return nil }
            uses.variablesRead.append(Use(VariableName(name), fields.place(of: "variable")))
            return .variable(VariableName(name), equals: value)
        default:
            return fields.choice("participation").map(Guard.participation)
        }
    }

    private mutating func state(_ key: String, _ fields: Fields) -> StateID? {
        guard let tree = fields[key], let id = fields.word(key).map(StateID.init(rawValue:)) else { return nil }
        uses.states.append(Use(id, tree.place))
        return id
    }

    /// A fact of this case, of the hub (`hub.NAME`) or of a country's case (`SG.NAME`).
    private mutating func fact(_ fields: Fields) -> Guard? {
        guard let tree = fields["fact"], let text = fields.word("fact") else { return nil }
        guard let dot = text.firstIndex(of: ".") else {
            uses.factsRead.append(Use(FactName(text), tree.place))
            return .fact(FactName(text), of: .own)
        }
        let owner = String(text[..<dot])
        let name = FactName(String(text[text.index(after: dot)...]))
        guard owner == "hub" || owner.isCountryCode else {
            findings.error("‘\(owner)’ is neither ‘hub’ nor a country code such as SG", at: tree.place)
            return nil
        }
        uses.foreignFacts.append(Use(name, tree.place))
        return .fact(name, of: owner == "hub" ? .hub : .member(JurisdictionCode(owner)))
    }

    private mutating func variable(_ key: String, _ fields: Fields) -> VariableName? {
        guard let tree = fields[key], let name = fields.word(key).map(VariableName.init(_:)) else { return nil }
        uses.variablesRead.append(Use(name, tree.place))
        return name
    }

    private mutating func period(_ key: String, _ fields: Fields) -> String? {
        guard let tree = fields[key], let name = fields.word(key) else { return nil }
        uses.periods.append(Use(name, tree.place))
        return name
    }

    private mutating func since(_ fields: Fields) -> Guard? {
        guard let variable = variable("since", fields) else { return nil }
        switch (fields["within"], fields["after"]) {
        case (.some, nil): return period("within", fields).map { .withinPeriod($0, since: variable) }
        case (nil, .some): return period("after", fields).map { .pastPeriod($0, since: variable) }
        default:
            findings.error("the guard ‘since’ has either ‘within’ or ‘after’", at: fields.place(of: "since"))
            return nil
        }
    }

    /// `today` is the day of the act, as where a variable is set.
    private mutating func dateCondition(_ fields: Fields, on occasion: Occasion) -> Guard? {
        guard let name = field("date", of: fields, kinds: [.date], on: occasion) else { return nil }
        switch (fields["firstOf"], fields["notBefore"]) {
        case (.some, nil):
            let span: MonthWord? = fields.choice("firstOf")
            return span.map { _ in .opensMonth(name) }
        case (nil, .some):
            if fields.word("notBefore") == "today" { return .notBefore(name, .act) }
            return variable("notBefore", fields).map { .notBefore(name, .variable($0)) }
        default:
            findings.error("the guard ‘date’ has either ‘firstOf’ or ‘notBefore’", at: fields.place(of: "date"))
            return nil
        }
    }

    private enum MonthWord: String, CaseIterable { case month }

    private mutating func ruleCondition(_ head: String, _ fields: Fields) -> Guard? {
        switch head {
        case "body": return fields.choice("body").map(Guard.hasBody)
        case "routeNeeds": return fields.choice("routeNeeds").map(Guard.routeNeeds)
        case "changeStep": return fields.choice("changeStep").map(Guard.changeStep)
        case "since": return since(fields)
        case "count":
            guard let variable = variable("count", fields), let value = fields.word("below") else { return nil }
            uses.routeValues.append(Use(value, fields.place(of: "below")))
            return .count(variable, below: value)
        default: break
        }
        guard let tree = fields["route"], let key = fields.word("route"), let value = fields.word("is") else {
            return nil
        }
        uses.routeValues.append(Use(key, tree.place))
        return .routeValue(key, equals: value)
    }

    private mutating func payloadCondition(_ head: String, _ fields: Fields, on occasion: Occasion) -> Guard? {
        if head == "approvalNumber" {
            return field(head, of: fields, kinds: [.code], on: occasion).map(Guard.approvalNumber)
        }
        guard head == "field" else {
            uses.claims.append((fields.place(of: "claims"), occasion))
            return fields.choice("claims").map(Guard.claimsWithin)
        }
        switch (fields["is"], fields["among"]) {
        case (.some, nil): break
        case (nil, .some):
            guard let name = field("field", of: fields, kinds: [.code, .choice], on: occasion) else { return nil }
            return variable("among", fields).map { .collected(name, in: $0) }
        default:
            findings.error("the guard ‘field’ has either ‘is’ or ‘among’", at: fields.place(of: "field"))
            return nil
        }
        guard let value = fields.word("is"),
            let name = field("field", of: fields, kinds: Self.comparable, value: value, on: occasion)
        else { return nil }
        return .field(name, equals: value)
    }

    /// The kinds whose values can be written in a guard.
    private static let comparable: [Field.Kind] = [.choice, .flag, .code, .integer, .date]
}

extension String {
    /// Whether it has the form of an ISO 3166-1 alpha-2 code.
    var isCountryCode: Bool {
        utf8.count == 2 && utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }
}
