import Regulation
import Statecharts
import Submissions

extension Clauses {
    mutating func effect(_ clause: Catalogue.Clause, on occasion: Occasion) -> Effect? {
        switch clause {
        case .word(let name): return Catalogue.effectWords.first { $0.name == name }?.effect
        case .form(let head, let fields):
            switch head.prefix(while: { $0 != "." }) {
            case "clock": return clockEffect(head, fields)
            case "questions", "consent", "filing", "report", "bundle":
                return filingEffect(head, fields, on: occasion)
            case "approval": return approvalEffect(head, fields, on: occasion)
            case "decide": return fields.choice("decide").map(Effect.recordDecision)
            case "obligation", "track", "safety": return lifeEffect(head, fields, on: occasion)
            default: return caseEffect(head, fields, on: occasion)
            }
        }
    }

    private mutating func caseEffect(_ head: String, _ fields: Fields, on occasion: Occasion) -> Effect? {
        switch head {
        case "set": return setVariable(fields, on: occasion)
        case "update": return updateVariable(fields, on: occasion)
        case "fact.set":
            guard let name = fields.word("fact.set").map(FactName.init(_:)) else { return nil }
            uses.factsSet.insert(name)
            uses.noteSetting(name.rawValue, at: fields.place(of: "fact.set"))
            return .setFact(name)
        case "fact.clear":
            guard let name = fields.word("fact.clear").map(FactName.init(_:)) else { return nil }
            uses.factsRead.append(Use(name, fields.place(of: "fact.clear")))
            return .clearFact(name)
        case "send": return send(fields)
        case "count":
            guard let name = fields.word("count").map(VariableName.init(_:)) else { return nil }
            uses.variablesSet.insert(name)
            uses.noteSetting(name.rawValue, at: fields.place(of: "count"))
            return .count(name)
        case "take": return take(fields)
        case "collect":
            guard let name = fields.word("collect").map(VariableName.init(_:)) else { return nil }
            uses.variablesSet.insert(name)
            return field("from", of: fields, kinds: [.code, .choice], on: occasion).map { .collect(name, from: $0) }
        case "fee.record": return fields.choice("fee.record").map(Effect.recordFee)
        default:
            guard let tree = fields["fee.require"], let fee = fields.word("fee.require") else { return nil }
            uses.fees.append(Use(fee, tree.place))
            return .requireFee(FeeID(fee))
        }
    }

    private mutating func setVariable(_ fields: Fields, on occasion: Occasion) -> Effect? {
        guard let name = fields.word("set").map(VariableName.init(_:)) else { return nil }
        uses.variablesSet.insert(name)
        uses.noteSetting(name.rawValue, at: fields.place(of: "set"))
        switch (fields["to"], fields["from"]) {
        case (.some, nil): return fields.word("to").map { .set(name, $0 == "today" ? .today : .literal($0)) }
        case (nil, .some): return field("from", of: fields, on: occasion).map { .set(name, .field($0)) }
        default:
            findings.error("the effect ‘set’ has either ‘to’ or ‘from’", at: fields.place(of: "set"))
            return nil
        }
    }

    private mutating func updateVariable(_ fields: Fields, on occasion: Occasion) -> Effect? {
        guard let name = fields.word("update").map(VariableName.init(_:)) else { return nil }
        uses.variablesSet.insert(name)
        uses.noteSetting(name.rawValue, at: fields.place(of: "update"))
        return field("from", of: fields, on: occasion).map { .set(name, .given($0)) }
    }

    private mutating func take(_ fields: Fields) -> Effect? {
        guard let name = fields.word("take").map(VariableName.init(_:)), let tree = fields["of"],
            let owner = fields.word("of")
        else { return nil }
        uses.variablesSet.insert(name)
        if owner == "hub" { return .take(name, of: .hub) }
        if owner.isCountryCode { return .take(name, of: .member(JurisdictionCode(owner))) }
        uses.tracks.append(Use(owner, tree.place))
        return .take(name, of: .track(RouteName(owner)))
    }

    private mutating func send(_ fields: Fields) -> Effect? {
        guard let tree = fields["send"], let name = fields.word("send"), let to = fields["to"],
            let recipient = fields.word("to")
        else { return nil }
        let event = EventName(rawValue: name)
        uses.sent.append(Use(event, tree.place))
        switch recipient {
        case "hub": return .send(event, to: .hub)
        case "members": return .send(event, to: .members)
        default:
            if recipient.isCountryCode { return .send(event, to: .member(JurisdictionCode(recipient))) }
            let suggestion = Suggestion.text(for: recipient, among: ["hub", "members"])
            guard suggestion.isEmpty else {
                findings.error("‘to’ is hub, members or a country code, not ‘\(recipient)’\(suggestion)", at: to.place)
                return nil
            }
            uses.tracks.append(Use(recipient, to.place))
            return .send(event, to: .track(RouteName(recipient)))
        }
    }

    private mutating func clockEffect(_ head: String, _ fields: Fields) -> Effect? {
        guard let tree = fields[head], let text = fields.word(head) else { return nil }
        uses.clocks.append(Use(text, tree.place))
        let clock = ClockName(text)
        switch head {
        case "clock.start": return fields.choice("at").map { .startClock(clock, at: $0) }
        case "clock.hold": return fields.choice("by").map { .holdClock(clock, by: $0) }
        case "clock.resume": return .resumeClock(clock)
        default: return .stopClock(clock)
        }
    }

    private mutating func filingEffect(_ head: String, _ fields: Fields, on occasion: Occasion) -> Effect? {
        switch head {
        case "filing": return fields.choice("filing").map(Effect.recordFiling)
        case "report.shareExcept":
            // A fact of the countries' cases, which another file sets.
            return fields.word(head).map { .shareReport(except: FactName($0)) }
        case "consent.give":
            return field(head, of: fields, kinds: [.jurisdictions], on: occasion).map(Effect.giveConsent)
        case "bundle.join":
            return field(head, of: fields, kinds: [.code], on: occasion).map(Effect.joinBundle)
        case "questions.propose":
            return field(head, of: fields, kinds: [.questions], on: occasion).map(Effect.proposeQuestions)
        case "questions.decline":
            return field(head, of: fields, kinds: [.code], on: occasion).map(Effect.declineQuestion)
        case "questions.answer":
            return field(head, of: fields, kinds: [.answers], on: occasion).map(Effect.answerQuestions)
        default:
            let due = field("due", of: fields, kinds: [.date], on: occasion)
            // The date becomes a variable of the same name, which a deadline may follow.
            if let due {
                uses.variablesSet.insert(VariableName(due.rawValue))
                uses.noteSetting(due.rawValue, at: fields.place(of: "due"))
            }
            return field(head, of: fields, kinds: [.questions], on: occasion).map { .issueQuestions($0, dueIn: due) }
        }
    }

    private mutating func approvalEffect(_ head: String, _ fields: Fields, on occasion: Occasion) -> Effect? {
        switch head {
        case "approval.change": return fields.choice(head).map(Effect.changeApproval)
        case "approval.amend": return stage(head, fields).map { .amendApproval(stage: $0) }
        case "approval.version":
            return field(head, of: fields, kinds: [.code], on: occasion).map(Effect.setApprovalVersion)
        case "approval.validity":
            return field(head, of: fields, kinds: [.date], on: occasion).map(Effect.prolongApproval)
        case "approval.holder":
            return field(head, of: fields, kinds: [.code], on: occasion).map(Effect.setApprovalHolder)
        default: return fields.choice(head).map { .grantApproval($0, stage: stage("stage", fields)) }
        }
    }

    private func stage(_ key: String, _ fields: Fields) -> Int? {
        guard let tree = fields[key], let number = fields.integer(key) else { return nil }
        guard number >= 1 else {
            findings.error("‘\(key)’ is the number of a stage, from 1", at: tree.place)
            return nil
        }
        return number
    }
}
