package import CanonicalJSON
import Engine
package import Regulation
import Statecharts
import Submissions

extension SafetyOverview {
    /// Events as both doors answer with them.
    ///
    /// - Parameters:
    ///   - events: The events.
    ///   - labels: The words.
    ///   - isDryRun: Whether nothing of it was recorded.
    /// - Returns: The answer; `Schemas/safety.schema.json` describes it.
    package static func json(_ events: [SafetyOverview], labels: Labels, isDryRun: Bool = false) -> JSONValue {
        .object(["dryRun": .bool(isDryRun), "events": .array(events.map { $0.json(labels: labels) })])
    }

    /// The event for programs; `Schemas/safety.schema.json` describes it.
    package func json(labels: Labels) -> JSONValue {
        .object([
            "case": .string(fullName),
            "submission": .string(submission.rawValue),
            "product": .string(product.rawValue),
            "kind": .string(event.kind.rawValue),
            "kindLabel": .string(labels["choices.\(event.kind.rawValue)"]),
            "awareOn": .string(awareOn.description),
            "occurredOn": occurredOn.map { .string($0.description) } ?? .null,
            "occurredIn": event.country.map { .string($0.rawValue) } ?? .null,
            "states": .array(state.states.map { .string($0.rawValue) }),
            "markets": .array(markets.map { $0.json(of: self, labels) }),
            "withoutRule": .array(unruled.map { .string($0.rawValue) }),
        ])
    }
}

extension SafetyOverview.Market {
    fileprivate func json(of event: SafetyOverview, _ labels: Labels) -> JSONValue {
        var members: [String: JSONValue] = [
            "jurisdiction": .string(jurisdiction.rawValue),
            "case": name.map { .string("\(event.submission)/\($0)") } ?? .null,
            "obligation": obligation.map { .string($0.rawValue) } ?? .null,
            "standing": .string(standing.rawValue),
            "due": duty?.date.map { .string($0.description) } ?? .null,
            "earliest": (duty?.date).firstDay,
            "latest": (duty?.date).lastDay,
            "overdue": .bool(duty?.isOverdue ?? false),
        ]
        members["confidence"] = duty?.date == nil ? .null : (duty?.confidence.rawValue).map { .string($0) } ?? .null
        members["rule"] = rule.map { $0.json(labels) } ?? .null
        members["ruleElsewhere"] = ruleElsewhere.map { $0.json(labels) } ?? .null
        members["report"] = report?.json ?? .null
        return .object(members)
    }
}

extension SafetyRule {
    fileprivate func json(_ labels: Labels) -> JSONValue {
        .object([
            "id": .string(id),
            "words": .string(labels.words(for: self)),
            "count": period.map { .integer(Int64($0.count)) } ?? .null,
            "unit": period.map { .string($0.unit.rawValue) } ?? .null,
            "source": source.json,
        ])
    }
}

extension Labels {
    /// The category of the country under which the event falls, with its time: `Death: 15 calendar days`.
    package func words(for rule: SafetyRule) -> String {
        let name = rule.names[language] ?? rule.names["en"] ?? rule.id
        return text("safety.rule", name, rule.period.map(span) ?? self["advice.gap.unstated"])
    }
}
