package import CanonicalJSON
import Regulation
import Statecharts
import Submissions

extension ClaimsReport {
    /// The report for programs; `Schemas/claims.schema.json` describes it.
    package func json(labels: Labels) -> JSONValue {
        .object([
            "product": .string(product.rawValue),
            "name": name.map { .string($0) } ?? .null,
            "on": .string(on.description),
            "countries": .array(countries.map { $0.json(labels: labels) }),
        ])
    }
}

extension ClaimsReport.Text {
    fileprivate func json(labels: Labels) -> JSONValue {
        .object([
            "case": .string(fullName),
            "channel": text.channel.map { .string($0) } ?? .null,
            "audience": .string(text.audience.rawValue),
            "claims": .array(text.claims.map { .string($0.rawValue) }),
            "states": .array(states.map { .string($0.rawValue) }),
            "released": .bool(text.isReleased),
            "permitted": .bool(text.isPermitted),
            "may": .string(telling.answer.rawValue),
            "uncovered": .array(telling.uncovered.map { .string($0.rawValue) }),
            "mustGo": .bool(mustGo),
            "words": .string(labels.words(for: telling)),
        ])
    }
}

extension ClaimsReport.Country {
    fileprivate func json(labels: Labels) -> JSONValue {
        .object([
            "jurisdiction": .string(code.rawValue),
            "stage": .string(stage.rawValue),
            "covered": .array(
                covered.map { covered in
                    .object([
                        "claim": .string(covered.claim.rawValue), "since": .string(covered.since.description),
                        "approval": .string(covered.approval.rawValue),
                    ])
                }
            ),
            "uncovered": .array(uncovered.map { .string($0.rawValue) }),
            "audiences": .array(Audience.allCases.map { json(of: $0, labels: labels) }),
            "texts": .array(texts.map { $0.json(labels: labels) }),
        ])
    }

    private func json(of audience: Audience, labels: Labels) -> JSONValue {
        let (extent, rule, question): (AdvertisingRule.Extent, AdvertisingRule?, TraitName?) =
            switch answers[audience] ?? .noRule {
            case .rule(let rule): (rule.extent, rule, nil)
            case .asked(let trait, let rule): (.unknown, rule, trait)
            case .noRule: (.unknown, nil, nil)
            }
        return .object([
            "audience": .string(audience.rawValue),
            "may": .string(extent.rawValue),
            "question": question.map { .string($0.rawValue) } ?? .null,
            "rule": rule.map { .string($0.id) } ?? .null,
            "words": rule.map { .string(labels.words(for: $0)) } ?? .null,
            "source": rule?.source.json ?? .null,
        ])
    }
}
