import CanonicalJSON
import Engine
import Regulation
import Submissions

extension RouteAdvice {
    func json(labels: Labels) -> JSONValue {
        .object([
            "route": .string(route.name.rawValue), "label": .string(labels.words(for: route)),
            "procedure": .string(route.procedure), "standing": .string(standing.rawValue),
            "planned": .bool(isPlanned), "answer": .string(answer.rawValue),
            "reasons": .array(reasons.map { $0.json(of: self, labels: labels) }),
            "toDo": .array(toDo.map { $0.json(labels: labels) }),
            "restsOn": .array(assessment.counted.prefix(assessment.needed).map { .string($0.id.rawValue) }),
            "compared": .array(comparisons.map(\.json)),
            "clocks": .array(time.steps.map { $0.json(labels: labels) }),
            "until": time.until.map { .string($0.description) } ?? .null,
            "untilUnconfirmed": .bool(time.until != nil && time.isUnconfirmed),
            "firstDayUnknown": .bool(restsOnUnknownFirstDay),
            "unconfirmedYears": .array(time.unconfirmedYears.map { .integer(Int64($0)) }),
            "fees": .array(fees.map { $0.json(labels: labels) }),
            "opening": opening.map { $0.json(labels: labels) } ?? .null, "source": route.source.json,
        ])
    }
}

extension RouteAdvice.Reason {
    func json(of advice: RouteAdvice, labels: Labels) -> JSONValue {
        .object([
            "text": .string(labels.words(for: self, of: advice)),
            "condition": condition.map { .string($0.kind.word.rawValue) } ?? .null,
            "answer": .string(answer.rawValue),
            "approvals": .array(obstacles.map(\.approval).uniqued().map { .string($0.rawValue) }),
            "source": source.json,
        ])
    }
}

extension RouteCondition {
    fileprivate func json(labels: Labels) -> JSONValue {
        .object([
            "text": .string(labels.words(for: self)), "condition": .string(kind.word.rawValue), "source": source.json,
        ])
    }
}

extension ReviewTime.Step {
    func json(labels: Labels) -> JSONValue {
        .object([
            "clock": .string(clock.name.rawValue), "label": .string(labels["clocks.\(clock.name)"]),
            "unit": .string(clock.rule.unit.rawValue),
            "limit": clock.rule.limit.map { .integer(Int64($0)) } ?? .null,
            "gap": gap.map { .string($0.rawValue) } ?? .null, "counts": .string(clock.rule.counts.rawValue),
            "starts": .string(clock.starts.rawValue), "onTheWay": .bool(isOnTheWay),
            "from": from.map { .string($0.description) } ?? .null,
            "until": until.map { .string($0.description) } ?? .null, "source": clock.source.json,
        ])
    }
}

extension AdvisedFee {
    func json(labels: Labels) -> JSONValue {
        .object([
            "fee": .string(rule.id.rawValue), "label": .string(labels.words(for: rule)),
            "amount": amount.map(\.advisedJSON) ?? .null, "gap": gap.map { .string($0.rawValue) } ?? .null,
            "due": rule.due.map { .string($0.rawValue) } ?? .null,
            "insteadOf": rule.insteadOf.map { .string($0.rawValue) } ?? .null, "source": rule.source.json,
        ])
    }
}

extension RouteOpening {
    func json(labels: Labels) -> JSONValue {
        .object([
            "on": .string(on.description), "answer": .string(answer.rawValue),
            "because": .array(because.map { .string(labels.words(for: $0)) }),
        ])
    }
}

extension Money {
    fileprivate var advisedJSON: JSONValue {
        .object([
            "currency": .string(currency), "minorUnits": .integer(minorUnits), "text": .string(description),
        ])
    }
}
