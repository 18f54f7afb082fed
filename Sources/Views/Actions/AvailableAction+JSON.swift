package import CanonicalJSON
import Engine
import Regulation
import Submissions

extension AvailableAction {
    /// The action for programs: who may do it, what it takes, and in words what stands in the way.
    package func json(labels: Labels) -> JSONValue {
        .object([
            "action": .string(rule.name.rawValue),
            "label": .string(labels["actions.\(procedure).\(rule.name)"]),
            "by": .array(performers.map { .string($0.description) }),
            "fields": .array(rule.fields.map(\.json)),
            "documents": .string(rule.documents.rawValue),
            "open": .bool(isOpen),
            "unmet": .array(labels.unmet(of: self).map { .string($0) }),
        ])
    }
}

extension Field {
    var json: JSONValue {
        var object: [String: JSONValue] = [
            "name": .string(name.rawValue), "kind": .string(kind.rawValue), "required": .bool(isRequired),
        ]
        if !options.isEmpty { object["options"] = .array(options.map { .string($0) }) }
        return .object(object)
    }
}

extension Labels {
    /// What stands in the way of the action, in words; of a route that is not open also what it asks for.
    package func unmet(of action: AvailableAction) -> [String] {
        action.unmet.map { condition in
            let words = words(for: condition, of: action.procedure)
            guard condition == .routeOpen, let assessment = action.assessment, assessment.answer != .open else {
                return words
            }
            return text("guardDetails.routeOpen", words, sentences(for: assessment).joined(separator: "; "))
        }
    }
}
