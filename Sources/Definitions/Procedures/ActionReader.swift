import Regulation
import Submissions

/// Reads what actors may do: who, with which payload.
struct ActionReader {
    /// A declared action and where it stands.
    struct Declaration {
        let rule: ActionRule
        let place: Place
        /// Dates that do not say where they lie.
        let undated: [Use<FieldName>]
    }

    private static let keys = ["by", "fields", "optional", "documents", "sign", "afterEnd"]

    static func actions(_ tree: Tree?, _ findings: Findings) -> [Declaration] {
        guard let tree else { return [] }
        guard let entries = tree.entries else {
            findings.error("‘actions’ is a mapping, not \(tree.kind)", at: tree.place)
            return []
        }
        return entries.map { entry in
            let rule = rule(entry, findings)
            let dates = rule.fields.filter { $0.kind == .date && $0.lies == nil }.map(\.name)
            let fields = ["fields", "optional"].flatMap { entry.value[$0]?.entries ?? [] }
            let undated = fields.filter { dates.contains(FieldName($0.key)) }
            return Declaration(
                rule: rule,
                place: entry.place,
                undated: undated.map { Use(FieldName($0.key), $0.place) }
            )
        }
    }

    private static func rule(_ entry: Tree.Entry, _ findings: Findings) -> ActionRule {
        let name = ActionName(entry.key)
        if entry.key.isEmpty || entry.key.contains(".") {
            findings.error("‘\(entry.key)’ is no name for an action: it has no dot, as messages have", at: entry.place)
        }
        guard let fields = Fields(entry.value, "the action ‘\(name)’", keys: keys, findings) else {
            return ActionRule(name: name, performers: [])
        }
        return ActionRule(
            name: name,
            performers: fields.required("by")?.elements.compactMap { performer($0, findings) } ?? [],
            fields: payload(fields, findings),
            documents: documents(fields),
            signature: fields.word("sign"),
            afterEnd: afterEnd(fields, name, findings)
        )
    }

    /// A case that is over moves no more: only its ledger of fees may still change.
    private static func afterEnd(_ fields: Fields, _ name: ActionName, _ findings: Findings) -> FeeEntry.Kind? {
        guard let tree = fields["afterEnd"] else { return nil }
        let noun = "what ‘\(name)’ does after the end"
        return Fields(tree, noun, keys: ["fee.record"], findings)?.requiredChoice("fee.record")
    }

    private enum Documents: String, CaseIterable {
        case none, optional, required
    }

    private static func documents(_ fields: Fields) -> ActionRule.Documents {
        guard let word: Documents = fields.choice("documents") else { return .optional }
        return switch word {
        case .none: .none
        case .optional: .optional
        case .required: .required
        }
    }

    /// `applicant`, `ROLE@FUNCTION` or `ROLE@hub`.
    private static func performer(_ tree: Tree, _ findings: Findings) -> ActionRule.Performer? {
        guard let text = tree.word("‘by’", findings) else { return nil }
        if text == "applicant" { return .applicant }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty else {
            let suggestion = Suggestion.text(for: text, among: ["applicant"])
            findings.error(
                "‘by’ is applicant or a role such as officer@reviews, not ‘\(text)’\(suggestion)",
                at: tree.place
            )
            return nil
        }
        if parts[1] == "hub" { return .hub(parts[0]) }
        if let function = Body.Function(rawValue: parts[1]) { return .role(parts[0], of: function) }
        let functions = Body.Function.allCases.map(\.rawValue) + ["hub"]
        let suggestion = Suggestion.text(for: parts[1], among: functions)
        findings.error("no body ‘\(parts[1])’: \(Tree.alternatives(functions))\(suggestion)", at: tree.place)
        return nil
    }

    private static func payload(_ fields: Fields, _ findings: Findings) -> [Field] {
        var payload: [Field] = []
        var places: [FieldName: Place] = [:]
        for (key, isRequired) in [("fields", true), ("optional", false)] {
            guard let tree = fields[key] else { continue }
            guard let entries = tree.entries else {
                findings.error("‘\(key)’ is a mapping of names to kinds, not \(tree.kind)", at: tree.place)
                continue
            }
            for entry in entries {
                if payload.contains(where: { $0.name.rawValue == entry.key }) {
                    findings.error("the field ‘\(entry.key)’ is declared twice", at: entry.place)
                }
                guard let field = field(entry, isRequired: isRequired, findings) else { continue }
                payload.append(field)
                places[field.name] = entry.place
            }
        }
        DateRuleReader.check(payload, at: places, findings)
        return payload
    }

    /// A kind, the list of what can be chosen, or a mapping that says more than the kind.
    private static func field(_ entry: Tree.Entry, isRequired: Bool, _ findings: Findings) -> Field? {
        let name = FieldName(entry.key)
        if case .list(let elements) = entry.value.content {
            let options = elements.compactMap { $0.word("a choice", findings) }
            if elements.isEmpty { findings.error("‘\(name)’ offers nothing to choose", at: entry.value.place) }
            return Field(name: name, kind: .choice, isRequired: isRequired, options: options)
        }
        if case .mapping = entry.value.content {
            let keys = ["kind"] + DateRuleReader.keys
            guard let fields = Fields(entry.value, "the field ‘\(name)’", keys: keys, findings),
                let kind = fields.required("kind").flatMap({ kind($0, of: name, findings) })
            else { return nil }
            if kind != .date {
                findings.error(
                    "a mapping says where a date lies, and ‘\(name)’ is \(kind.rawValue)",
                    at: entry.value.place
                )
            }
            let lies = DateRuleReader.rule(fields, findings)
            return Field(name: name, kind: kind, isRequired: isRequired, lies: lies)
        }
        return kind(entry.value, of: name, findings).map { Field(name: name, kind: $0, isRequired: isRequired) }
    }

    private static func kind(_ tree: Tree, of name: FieldName, _ findings: Findings) -> Field.Kind? {
        let kinds = Field.Kind.allCases.filter { $0 != .choice }
        guard let text = tree.word("the kind of ‘\(name)’", findings) else { return nil }
        guard let kind = kinds.first(where: { $0.rawValue == text }) else {
            let suggestion = Suggestion.text(for: text, among: kinds.map(\.rawValue))
            findings.error("unknown kind ‘\(text)’\(suggestion)", at: tree.place)
            return nil
        }
        return kind
    }
}
