import Regulation
import Submissions

/// Reads where the date of a field lies: `{ kind: date, lies: past, within: 10 years, notAfter: awareOn }`.
enum DateRuleReader {
    static let keys = ["lies", "within", "notAfter", "follows"]

    /// Nil where it is not said.
    static func rule(_ fields: Fields, _ findings: Findings) -> DateRule? {
        let side: DateRule.Side? = fields.choice("lies")
        let within = fields["within"].flatMap { reach($0, findings) }
        let notAfter = fields.words("notAfter").map { FieldName($0) }
        let follows = fields["follows"].flatMap { following($0, findings) }
        guard let side else {
            for key in ["within", "notAfter", "follows"] where fields[key] != nil && fields["lies"] == nil {
                findings.error("‘\(key)’ says more of ‘lies’, which is missing", at: fields.place(of: key))
            }
            return nil
        }
        return DateRule(side, within: within ?? DateRule.farthest, notAfter: notAfter, follows: follows)
    }

    /// `{ last: retention, within: 18 months }`.
    private static func following(_ tree: Tree, _ findings: Findings) -> DateRule.Following? {
        guard let fields = Fields(tree, "‘follows’", keys: ["last", "within"], findings) else { return nil }
        let kind: Obligation.Kind? = fields.requiredChoice("last")
        let within = fields.required("within").flatMap { reach($0, findings) }
        guard let kind, let within else { return nil }
        return DateRule.Following(kind, within: within)
    }

    /// `30 days`, `18 months`, `1 year`.
    private static func reach(_ tree: Tree, _ findings: Findings) -> DateRule.Reach? {
        let words = tree.word("‘within’", findings).map { $0.split(separator: " ").map(String.init) } ?? []
        let unit = words.last.map { $0.hasSuffix("s") ? $0 : $0 + "s" }.flatMap(DateRule.Reach.Unit.init(rawValue:))
        guard words.count == 2, let count = Int(words[0]), (1...1_000).contains(count), let unit else {
            if !words.isEmpty {
                findings.error(
                    "‘within’ is a span such as 10 years, 18 months or 30 days, not \(tree.kind)",
                    at: tree.place
                )
            }
            return nil
        }
        return DateRule.Reach(count, unit)
    }

    /// Reports dates that would not pass fields which the action does not have.
    static func check(_ payload: [Field], at places: [FieldName: Place], _ findings: Findings) {
        let dates = payload.filter { $0.kind == .date }.map(\.name)
        for field in payload {
            for name in field.lies?.notAfter ?? [] where name == field.name || !dates.contains(name) {
                guard let place = places[field.name] else { continue }
                let others = dates.filter { $0 != field.name }.map(\.rawValue)
                let suggestion = Suggestion.text(for: name.rawValue, among: others)
                findings.error("‘notAfter’: the action has no other date ‘\(name)’\(suggestion)", at: place)
            }
        }
    }
}

extension ProcedureReader.Reading {
    func nameUndated(_ findings: Findings) {
        let sides = Tree.alternatives(DateRule.Side.allCases.map(\.rawValue))
        for use in undated {
            findings.warning(
                "the date ‘\(use.name)’ does not say where it lies: { kind: date, lies: … } with \(sides)",
                at: use.place
            )
        }
    }
}
