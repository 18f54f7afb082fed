import Regulation
import Statecharts
import Submissions

// Effects of the life after a decision: obligations, tracks, safety.
extension Clauses {
    mutating func lifeEffect(_ head: String, _ fields: Fields, on occasion: Occasion) -> Effect? {
        switch head {
        case "track.open", "track.openWhereApproved":
            guard let tree = fields[head], let name = fields.word(head) else { return nil }
            uses.tracks.append(Use(name, tree.place))
            let passing = fields.words("passing").map { VariableName($0) }
            uses.variablesRead += passing.map { Use($0, fields.place(of: "passing")) }
            return head == "track.open"
                ? .openTrack(RouteName(name), passing: passing)
                : .openTrackWhereApproved(RouteName(name), passing: passing)
        case "obligation.add": return addObligation(fields, on: occasion)
        case "obligation.end":
            let kind: Obligation.Kind? = fields.choice(head)
            return kind.map { .endObligations($0) }
        case "obligation.meet":
            return field(head, of: fields, kinds: [.code], on: occasion).map { .closeObligation($0, .met) }
        case "obligation.meetAll":
            guard let kind: Obligation.Kind = fields.choice(head) else { return nil }
            return field("before", of: fields, kinds: [.date], on: occasion).map { .meetObligations(kind, before: $0) }
        case "obligation.waive":
            return field(head, of: fields, kinds: [.code], on: occasion).map { .closeObligation($0, .waived) }
        default:
            let seriousness: Seriousness? = fields.choice(head)
            return seriousness.map { .noteSafety(isSerious: $0 == .serious) }
        }
    }

    private enum Seriousness: String, CaseIterable {
        case serious, other
    }

    private mutating func addObligation(_ fields: Fields, on occasion: Occasion) -> Effect? {
        let text = field("text", of: fields, kinds: [.text], on: occasion)
        guard let kind: Obligation.Kind = fields.choice("obligation.add") else { return nil }
        switch (fields["due"], fields["after"]) {
        case (nil, nil): return .addObligation(kind, text: text, due: nil)
        case (.some, nil):
            let due = field("due", of: fields, kinds: [.date], on: occasion)
            return due.map { .addObligation(kind, text: text, due: .field($0)) }
        case (nil, let period?):
            guard let name = fields.word("after") else { return nil }
            uses.periods.append(Use(name, period.place))
            return .addObligation(kind, text: text, due: .period(name))
        default:
            findings.error("an obligation has either ‘due’, a field, or ‘after’, a period", at: fields.place(of: "due"))
            return nil
        }
    }
}
