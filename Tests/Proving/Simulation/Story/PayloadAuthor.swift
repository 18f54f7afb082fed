import CanonicalJSON
import Chance
import Engine
import Regulation
import Submissions

/// Fills in an action's form as somebody who means well would, and now and then not.
struct PayloadAuthor {
    let submission: Submission
    let subject: Case
    let rules: Jurisdiction
    let today: CivilDate

    func fields(of rule: ActionRule, _ dice: inout Dice) -> [String: JSONValue] {
        var fields: [String: JSONValue] = [:]
        for field in rule.fields where field.isRequired || dice.chance(35) {
            fields[field.name.rawValue] = value(of: field, &dice)
        }
        // A form that is not filled in right is a matter of course.
        if dice.chance(3), let field = rule.fields.first { fields[field.name.rawValue] = .array([.integer(1)]) }
        if dice.chance(1) { fields["unforeseen"] = "x" }
        return fields
    }

    func value(of field: Field, _ dice: inout Dice) -> JSONValue {
        switch field.kind {
        case .text: return .string("For reason \(dice.roll(1...9)).")
        case .code: return .string(code(field.name.rawValue, &dice))
        case .date:
            let day = date(field, &dice)
            return .string((dice.chance(80) ? .day(day) : PartialDate.roughly(day, &dice)).description)
        case .integer: return .integer(Int64(dice.roll(1...5)))
        case .flag: return .bool(dice.chance(90))
        case .claims:
            let claims = submission.opened.claims
            return strings((dice.chance(75) ? claims : dice.some(of: claims)).map(\.rawValue))
        case .jurisdictions:
            let codes = submission.opened.targets.map(\.jurisdiction)
            return strings((dice.chance(70) ? codes : dice.some(of: codes)).map(\.rawValue))
        case .questions: return .array((0..<dice.roll(1...2)).map { _ in question(&dice) })
        case .answers:
            let open = submission.openQuestions(of: subject.name)
            let answered = dice.chance(75) ? open : dice.some(of: open)
            return .array(answered.map { ["question": .string($0.id.rawValue), "text": "An answer."] })
        case .conditions:
            let due = CivilDate(dayNumber: today.dayNumber + dice.roll(10...200))
            let date = dice.chance(80) ? .day(due) : PartialDate.roughly(due, &dice)
            return dice.chance(50) ? .array([]) : .array([["text": "A condition.", "due": .string("\(date)")]])
        case .choice: return .string(dice.pick(field.options) ?? "none")
        case .money: return .string("SGD \(dice.roll(1...9))00.00")
        }
    }

    private func question(_ dice: inout Dice) -> JSONValue {
        var question: [String: JSONValue] = ["text": "What of it?"]
        if dice.chance(40), let target = dice.pick(submission.opened.targets) {
            question["scope"] = .string(target.jurisdiction.rawValue)
        }
        let proposed = submission.questions.filter { $0.status == .proposed }
        if dice.chance(40), !proposed.isEmpty { question["standsFor"] = strings(proposed.map(\.id.rawValue)) }
        return .object(question)
    }

    private func code(_ name: String, _ dice: inout Dice) -> String {
        let known: [String] =
            switch name {
            case "fee": subject.fees.map(\.id.rawValue) + (rules.boundRoute?.fees.map(\.id.rawValue) ?? [])
            case "hub": rules.boundRoute?.bundle.map { submission.hubsOpen($0.hub).map(\.rawValue) } ?? []
            case "obligation": submission.obligations.filter { $0.standing == .open }.map(\.id.rawValue)
            case "category": rules.changes.map(\.id) + rules.safety.map(\.id)
            case "country": submission.opened.targets.map(\.jurisdiction.rawValue)
            default: []
            }
        return dice.pick(known) ?? "N-\(dice.roll(1...99))"
    }

    private func date(_ field: Field, _ dice: inout Dice) -> CivilDate {
        let days =
            switch field.name {
            case _ where field.lies?.side == .past: dice.roll(0...19) == 0 ? dice.roll(1...60) : -dice.roll(9...40)
            case "validUntil": dice.roll(200...900)
            case "renewalCloses": dice.roll(100...190)
            case "renewalOpens": dice.roll(20...90)
            default: dice.roll(0...19) == 0 ? dice.roll(-9...0) : dice.roll(3...60)
            }
        return CivilDate(dayNumber: today.dayNumber + days)
    }

    private func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}

extension PartialDate {
    /// What somebody may know of the day, in any of the forms.
    static func roughly(_ day: CivilDate, _ dice: inout Dice) -> PartialDate {
        switch dice.roll(0...6) {
        case 0: .month(year: day.year, month: day.month)
        case 1: .year(day.year)
        case 2: .notAfter(day)
        case 3: .notBefore(day)
        case 4: .unknown
        default:
            PartialDate(
                DateBounds(
                    earliest: day.adding(days: -dice.roll(0...40)),
                    latest: day.adding(days: dice.roll(0...40))
                )
            )
        }
    }
}
