import Regulation
import Statecharts
import Submissions

/// Holds the fields that guards and effects use against the payloads of the actions that lead there.
struct PayloadChecks {
    let actions: [ActionRule]
    let uses: Uses
    let findings: Findings

    func run() {
        for use in uses.fields { check(use) }
        for use in uses.claims where !carriers(on: use.occasion).contains(where: { $0.has(.claims) }) {
            findings.error("no action that leads here hands in claims", at: use.place)
        }
    }

    private func check(_ use: Uses.FieldUse) {
        let carriers = carriers(on: use.occasion)
        let fields = carriers.flatMap(\.fields)
        let declared = fields.filter { $0.name == use.name }
        guard !declared.isEmpty else {
            let suggestion = Suggestion.text(for: use.name.rawValue, among: fields.map(\.name.rawValue))
            findings.error("\(Self.subject(carriers)) no field ‘\(use.name)’\(suggestion)", at: use.place)
            return
        }
        guard use.kinds.isEmpty || declared.contains(where: { use.kinds.contains($0.kind) }) else {
            let kinds = Tree.alternatives(use.kinds.map(\.rawValue))
            findings.error("the field ‘\(use.name)’ is \(declared[0].kind.rawValue), not \(kinds)", at: use.place)
            return
        }
        checkValue(of: use, declared)
    }

    private static func subject(_ carriers: [ActionRule]) -> String {
        switch carriers.count {
        case 0: "no action leads here, so there is"
        case 1: "the action ‘\(carriers[0].name)’ has"
        default: "the actions that lead here have"
        }
    }

    private func checkValue(of use: Uses.FieldUse, _ declared: [Field]) {
        guard let value = use.value else { return }
        let values = declared.flatMap { field -> [String] in
            switch field.kind {
            case .choice: field.options
            case .flag: ["true", "false"]
            default: [value]
            }
        }
        guard !values.contains(value) else { return }
        let suggestion = Suggestion.text(for: value, among: values)
        let message = "‘\(use.name)’ is never ‘\(value)’, only \(Tree.alternatives(values))\(suggestion)"
        findings.error(message, at: use.place)
    }

    /// The actions whose payload is at hand; on entering or leaving a state that may be any.
    private func carriers(on occasion: Occasion) -> [ActionRule] {
        switch occasion {
        case .event(let event): actions.filter { event.matches(EventName(rawValue: $0.name.rawValue)) }
        case .stateChange: actions
        case .always, .history: []
        }
    }
}

extension ActionRule {
    fileprivate func has(_ kind: Field.Kind) -> Bool { fields.contains { $0.kind == kind } }
}
