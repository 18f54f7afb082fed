package import CanonicalJSON
import Engine
import Regulation
import Submissions

extension PlanReport {
    /// The plan for programs; what people read in it is in the language of `labels`.
    package func json(labels: Labels) -> JSONValue {
        .object([
            "submission": .string(plan.submission.rawValue), "product": .string(plan.product.rawValue),
            "productVersion": .string(plan.productVersion), "on": .string(plan.on.description),
            "preparation": .object([
                "days": .integer(Int64(plan.preparation.days)),
                "source": plan.preparation.source.text.isEmpty ? .null : plan.preparation.source.json,
            ]),
            "countries": .array(plan.countries.map { $0.json(labels: labels, plan) }),
            "strategies": comparison.json(labels: labels),
            "savings": .object([
                "leader": leader.map { .string($0.rawValue) } ?? .null,
                "countries": .array(savings.map { $0.json(labels: labels) }),
            ]),
        ])
    }
}

extension PlannedCountry {
    func json(labels: Labels, _ plan: Plan) -> JSONValue {
        var members: [String: JSONValue] = [
            "jurisdiction": .string(jurisdiction.rawValue),
            "name": .string(names[labels.language] ?? names["en"] ?? jurisdiction.rawValue),
            "class": deviceClass.map(\.json) ?? .null, "route": .string(routeName.rawValue),
            "standing": .string(standing.rawValue), "firstStage": .bool(isFirstStage),
            "market": market.json, "unconfirmed": .bool(!isOnMarket), "actual": actual.map(\.json) ?? .null,
        ]
        let why = labels.words(for: filing, preparation: plan.preparation.days)
        members["filing"] = .object(["on": filing.on.json, "why": .string(why)])
        members.merge(adviceMembers(labels)) { _, new in new }
        members.merge(timeMembers(labels)) { _, new in new }
        return .object(members)
    }

    private func adviceMembers(_ labels: Labels) -> [String: JSONValue] {
        guard let advice else { return ["label": .null, "answer": .null, "reasons": .array([]), "fees": .array([])] }
        return [
            "label": .string(labels.words(for: advice.route)), "answer": .string(advice.answer.rawValue),
            "reasons": .array(advice.reasons.map { $0.json(of: advice, labels: labels) }),
            "fees": .array(advice.fees.map { $0.json(labels: labels) }),
        ]
    }

    private func timeMembers(_ labels: Labels) -> [String: JSONValue] {
        let years = (time?.unconfirmedYears ?? []).map { JSONValue.integer(Int64($0)) }
        return [
            "clocks": .array((time?.review.onTheWay ?? []).map { $0.json(labels: labels) }),
            "target": (time?.target).json, "early": (time?.early).json, "expected": (time?.expected).json,
            "late": (time?.late).json, "unconfirmedYears": .array(years),
            "ground": time.map { $0.ground.json(labels: labels) } ?? .null,
            "observed": .array((time?.beside ?? []).map { $0.json(labels: labels) }),
        ]
    }
}

extension PlannedTime.Ground {
    func json(labels: Labels) -> JSONValue {
        let (kind, source): (String, JSONValue) =
            switch self {
            case .observed(let observation): ("observed", observation.source.json)
            case .mean(let observation): ("mean", observation.source.json)
            case .range(let range): (range.id, range.source.json)
            case .nothing: ("nothing", .null)
            }
        return .object(["kind": .string(kind), "text": .string(labels.words(for: self)), "source": source])
    }
}

extension Observation {
    func json(labels: Labels) -> JSONValue {
        .object([
            "text": .string(labels.words(for: self)), "basis": .string(basis.rawValue),
            "counts": .string(counts.rawValue), "unit": .string(unit.rawValue),
            "times": .object(
                Dictionary(times.values.map { ($0.key.rawValue, JSONValue.number($0.value)) }) { first, _ in first }
            ),
            "asked": asked.map { .number($0) } ?? .null, "n": size.map { .integer(Int64($0)) } ?? .null,
            "year": year.map { .string($0.description) } ?? .null, "source": source.json,
        ])
    }
}

extension ActualCourse {
    var json: JSONValue {
        .object([
            "case": .string(caseName.rawValue), "filed": filed.map { .string($0.description) } ?? .null,
            "decided": decided.map { .string($0.description) } ?? .null,
            "outcome": outcome.map { .string($0.rawValue) } ?? .null,
            "approved": approved.map { .string($0.description) } ?? .null,
        ])
    }
}

extension StrategyComparison {
    func json(labels: Labels) -> JSONValue {
        .array(
            strategies.map { strategy in
                .object([
                    "strategy": .string(strategy.id), "label": .string(labels.words(for: strategy)),
                    "twoStage": .bool(strategy.isTwoStage),
                    "first": Self.market(strategy.first, from: start), "last": Self.market(strategy.last, from: start),
                    "lag": strategy.lag.map { .integer(Int64($0)) } ?? .null,
                    "unreckoned": .array(strategy.plan.unreckoned.map { .string($0.rawValue) }),
                    "closed": .array(strategy.closed.map { .string($0.rawValue) }),
                    "feesMore": strategy.feeDifference.exact.json, "feesKnown": strategy.feeDifference.json,
                    "countries": .array(
                        strategy.plan.countries.map { country in
                            .object([
                                "jurisdiction": .string(country.jurisdiction.rawValue),
                                "route": .string(country.routeName.rawValue), "filing": country.filing.on.json,
                                "market": country.market.json, "late": (country.time?.late).json,
                            ])
                        }
                    ),
                ])
            }
        )
    }

    private static func market(
        _ market: (jurisdiction: JurisdictionCode, day: CivilDate)?,
        from start: CivilDate
    ) -> JSONValue {
        guard let market else { return .null }
        return .object([
            "jurisdiction": .string(market.jurisdiction.rawValue), "on": .string(market.day.description),
            "days": .integer(Int64(market.day.dayNumber - start.dayNumber)),
        ])
    }
}

extension ComparedStrategy {
    /// `two-stage-after-JP`.
    package var id: String {
        let name =
            switch kind {
            case .chosen: "chosen"
            case .alone: "alone"
            case .held: "held"
            case .after(let code): "after-\(code)"
            case .bundled: "bundled"
            case .own(let own): own.id
            }
        return isTwoStage ? "two-stage-\(name)" : name
    }
}

extension Saving {
    func json(labels: Labels) -> JSONValue {
        .object([
            "jurisdiction": .string(jurisdiction.rawValue),
            "name": .string(names[labels.language] ?? names["en"] ?? jurisdiction.rawValue),
            "with": Self.way(with, labels), "without": Self.way(without, labels),
            "daysSaved": days.map { .integer(Int64($0)) } ?? .null,
            "feesSaved": feeDifference.exact.json, "feesKnown": feeDifference.json,
        ])
    }

    private static func way(_ country: PlannedCountry, _ labels: Labels) -> JSONValue {
        .object([
            "route": .string(country.routeName.rawValue),
            "label": country.advice.map { .string(labels.words(for: $0.route)) } ?? .null,
            "days": country.time?.days.map { .integer(Int64($0)) } ?? .null,
            "ground": country.time.map { $0.ground.json(labels: labels) } ?? .null,
        ])
    }
}

extension CivilDate? {
    fileprivate var json: JSONValue { map { .string($0.description) } ?? .null }
}

extension FeeDifference {
    fileprivate var json: JSONValue {
        .object([
            "least": .array(sums.map { .string($0.least.description) }),
            "most": .array(sums.map { .string($0.most.description) }),
            "unknown": .array(
                unknown.map { gap in
                    .object([
                        "jurisdiction": .string(gap.jurisdiction.rawValue),
                        "fee": gap.rule.map { .string($0.id.rawValue) } ?? .null,
                    ])
                }
            ),
        ])
    }
}

extension [Money]? {
    fileprivate var json: JSONValue { map { .array($0.map { .string($0.description) }) } ?? .null }
}
