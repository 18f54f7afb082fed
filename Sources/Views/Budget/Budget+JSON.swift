package import CanonicalJSON
import Engine
import Regulation
import Submissions

extension Budget {
    /// The budget for programs; `Schemas/budget.schema.json` describes it.
    package func json(labels: Labels, rates: ExchangeRates?) -> JSONValue {
        .object([
            "product": .string(product.rawValue),
            "on": .string(on.description),
            "lines": .array(lines.map { $0.json(labels: labels, rates: rates) }),
            "yearly": .array(yearly.map { $0.json(labels: labels, rates: rates) }),
            "totals": .array(totals.map { $0.json(rates: rates) }),
            "unstated": .array(unstated.map { .string($0.fullName) }),
            "withoutAmount": .integer(Int64(withoutAmount.count)),
            "own": rates.map { rates in converted(by: rates).json(of: rates) } ?? .null,
        ])
    }
}

extension BudgetLine {
    fileprivate func json(labels: Labels, rates: ExchangeRates?) -> JSONValue {
        .object([
            "place": .string(place.fullName),
            "submission": .string(place.submission.rawValue),
            "case": place.name.map { .string($0.rawValue) } ?? .null,
            "jurisdiction": .string(place.jurisdiction.rawValue),
            "route": .string(place.route.rawValue),
            "fee": .string(fee.rawValue),
            "words": .string(labels.words(for: self)),
            "standing": .string(standing.rawValue),
            "counts": .bool(standing.counts),
            "amount": amount.map(\.json) ?? .null,
            "byRule": .bool(isAmountByRule),
            "gap": gap.map { .string($0.rawValue) } ?? .null,
            "insteadOf": rule?.insteadOf.map { .string($0.rawValue) } ?? .null,
            "due": rule?.due.map { .string($0.rawValue) } ?? .null,
            "on": on.map { .string($0.description) } ?? .null,
            "reference": reference.map { .string($0) } ?? .null,
            "confidence": .string(isUnconfirmed ? "unconfirmed" : "confirmed"),
            "firstDayUnknown": .bool(restsOnUnknownFirstDay),
            "inOwn": amount.flatMap { rates?.converted($0) }.map(\.json) ?? .null,
        ])
    }
}

extension YearlyFee {
    fileprivate func json(labels: Labels, rates: ExchangeRates?) -> JSONValue {
        .object([
            "place": .string(place.fullName),
            "jurisdiction": .string(place.jurisdiction.rawValue),
            "fee": .string(rule.id.rawValue),
            "words": .string(labels.words(for: rule)),
            "amount": amount.map(\.json) ?? .null,
            "gap": gap.map { .string($0.rawValue) } ?? .null,
            "paidThrough": paidThrough.map { .string($0.description) } ?? .null,
            "next": next.map { .string($0.description) } ?? .null,
            "overdue": .bool(isOverdue),
            "computed": .bool(isComputed),
            "confidence": .string(rule.source.confidence.rawValue),
            "inOwn": amount.flatMap { rates?.converted($0) }.map(\.json) ?? .null,
        ])
    }
}

extension BudgetTotal {
    fileprivate func json(rates: ExchangeRates?) -> JSONValue {
        .object([
            "currency": .string(currency), "paid": paid.json, "invoiced": invoiced.json, "quoted": quoted.json,
            "expected": expected.json, "sum": sum.json, "least": least.json, "most": most.json, "yearly": yearly.json,
            "inOwn": rates?.converted(sum).map(\.json) ?? .null,
        ])
    }
}

extension Budget.Converted {
    fileprivate func json(of rates: ExchangeRates) -> JSONValue {
        .object([
            "currency": .string(rates.own),
            "ratesOn": .string(rates.on.description),
            "rates": .array(
                rates.all.map { .object(["currency": .string($0.currency), "rate": .string($0.description)]) }
            ),
            "sum": sum.json,
            "yearly": yearly.json,
            "missing": .array(missing.map { .string($0) }),
        ])
    }
}

extension Money {
    fileprivate var json: JSONValue {
        .object(["currency": .string(currency), "minorUnits": .integer(minorUnits), "text": .string(description)])
    }
}

extension Labels {
    /// The name of the fee, or its id where no rule states it.
    package func words(for line: BudgetLine) -> String {
        line.rule.map { words(for: $0) } ?? text(ifAny: "fees.\(line.fee)") ?? line.fee.rawValue
    }
}
