import CanonicalJSON
import Engine
import Regulation

extension RouteRule {
    /// The route or track for programs.
    var json: JSONValue {
        .fact(
            source,
            window,
            [
                "name": .string(name.rawValue), "names": .texts(names), "procedure": .string(procedure),
                "fallback": fallback.map { .string($0.rawValue) } ?? .null,
                "conditions": .array(conditions.map(\.json)), "clocks": .array(clocks.map(\.json)),
                "periods": .array(
                    periods.map { .fact($0.source, $0.window, ["name": .string($0.name), "period": $0.span]) }
                ),
                "values": .array(
                    values.map { .fact($0.source, $0.window, ["name": .string($0.name), "is": .string($0.text)]) }
                ),
                "fees": .array(fees.map(\.json)),
                "bodies": bodies?.json ?? .null, "bundle": bundle?.json ?? .null,
            ]
        )
    }
}

extension BundleRule {
    fileprivate var json: JSONValue {
        // A track takes part in no other way: each country decides for itself.
        .object([
            "hub": .string(hub.rawValue), "participation": "concurrent-review", "joins": ahead?.span ?? .null,
            "source": source.json,
        ])
    }
}

extension RouteBodies {
    fileprivate var json: JSONValue {
        let acting = acting.map { ($0.key.rawValue, JSONValue.string($0.value.rawValue)) }
        return .object(["acting": .object(Dictionary(acting) { first, _ in first }), "source": source.json])
    }
}

extension RouteCondition {
    /// The condition, said as files say it.
    fileprivate var json: JSONValue {
        let said: JSONValue =
            switch kind {
            case .references(let codes, _), .confidentiality(let codes): .words(codes)
            case .heldMonths(let months): .integer(Int64(months))
            case .noSeriousNotice(let months): months.map { .integer(Int64($0)) } ?? "ever"
            case .notBy(let bases): .words(bases.map(\.rawValue))
            case .same(let aspects): .words(aspects.map(\.rawValue))
            case .classes(let classes): .words(classes)
            case .notDerivative, .independent: true
            case .stageOne, .consent, .holder: .string(kind.text)
            case .trait(let term): .string(term.trait.rawValue)
            }
        var members: [String: JSONValue] = ["condition": .string(kind.word.rawValue), "is": said]
        if case .references(_, let atLeast) = kind { members["atLeast"] = .integer(Int64(atLeast)) }
        if case .notDerivative(let within) = kind { members["within"] = .words(within) }
        if case .trait(let term) = kind {
            members["answers"] = .words(term.answers)
            members["of"] = .words(term.classes)
        }
        return .fact(source, window, members)
    }
}

extension RouteClock {
    fileprivate var json: JSONValue {
        .fact(
            source,
            window,
            [
                "name": .string(name.rawValue), "unit": .string(rule.unit.rawValue),
                "limit": .figure(limit) { .integer(Int64($0)) }, "counts": .string(rule.counts.rawValue),
                "starts": .string(starts.rawValue), "anchor": .string(rule.anchor.rawValue),
                "counting": law.json,
            ]
        )
    }
}

extension FeeRule {
    fileprivate var json: JSONValue {
        .fact(
            source,
            window,
            [
                "id": .string(id.rawValue), "names": .texts(names),
                "amount": .figure(amounts) { .string($0.description) },
                "due": due.map { .string($0.rawValue) } ?? .null,
                "insteadOf": insteadOf.map { .string($0.rawValue) } ?? .null,
            ]
        )
    }
}
