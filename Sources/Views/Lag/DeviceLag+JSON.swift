package import CanonicalJSON
import Regulation
import Submissions

extension DeviceLag {
    /// The lag for programs; `Schemas/lag.schema.json` describes it.
    package var json: JSONValue {
        .object([
            "product": .string(product.rawValue),
            "name": name.map { .string($0) } ?? .null,
            "on": .string(on.description),
            "first": first.map(\.json) ?? .null,
            "countries": .array(countries.map(\.json)),
        ])
    }
}

extension DeviceLag.First {
    fileprivate var json: JSONValue {
        .object([
            "jurisdiction": .string(jurisdiction.rawValue), "on": .string(on.description),
            "declared": .bool(isDeclared),
        ])
    }
}

extension DeviceLag.Country {
    fileprivate var json: JSONValue {
        .object([
            "jurisdiction": .string(code.rawValue),
            "approved": approved.map { .string($0.description) } ?? .null,
            "declared": .bool(isDeclared),
            "filed": filed.map { .string($0.description) } ?? .null,
            "days": days.json,
            "parts": parts.map(\.json) ?? .null,
            "review": review.json,
            "alone": alone.map { alone in
                .object(["route": .string(alone.route.rawValue), "expectedDays": .integer(Int64(alone.days))])
            } ?? .null,
        ])
    }
}

extension DeviceLag.Parts {
    fileprivate var json: JSONValue {
        .object([
            "notFiled": .integer(Int64(notFiled)), "withAuthority": .integer(Int64(withAuthority)),
            "withApplicant": .integer(Int64(withApplicant)),
        ])
    }
}

extension ClosedRange<Int>? {
    fileprivate var json: JSONValue {
        map { .object(["least": .integer(Int64($0.lowerBound)), "most": .integer(Int64($0.upperBound))]) } ?? .null
    }
}

extension LagOverview {
    /// All products, and the countries over all of them.
    package var json: JSONValue {
        .object([
            "products": .array(products.map(\.json)),
            "countries": .array(
                countries.map { country in
                    .object([
                        "jurisdiction": .string(country.code.rawValue),
                        "approved": .integer(Int64(country.approved)),
                        "waiting": .integer(Int64(country.waiting)),
                        "medianDays": country.median.map { .integer(Int64($0)) } ?? .null,
                        "parts": country.parts.json,
                    ])
                }
            ),
        ])
    }
}
