package import CanonicalJSON
import Engine
package import Regulation

extension RelianceOverview {
    package var json: JSONValue {
        .object([
            "on": .string(date.description),
            "rules": .array(rules.map { $0.json(on: date) }),
            "acceptances": .array(references.map(acceptance)),
            "independent": .array(independent.map { JSONValue.string($0.code.rawValue) }),
        ])
    }

    private func acceptance(of reference: JurisdictionCode) -> JSONValue {
        let takers = relying.filter { country in
            if case .accepted = standing(of: reference, in: country.code) { true } else { false }
        }
        return .object([
            "of": .string(reference.rawValue), "by": .array(takers.map { JSONValue.string($0.code.rawValue) }),
        ])
    }
}

extension RelianceRule {
    /// The columns of a rule for spreadsheets: a line for each approval that counts.
    package static let columns = [
        "jurisdiction", "route", "reference", "atLeast", "from", "until", "inForce", "confidence", "firstDayUnknown",
        "asOf", "source", "url",
    ]

    package func rows(on date: CivilDate) -> [[String]] {
        references.map { reference -> [String] in
            [
                jurisdiction.rawValue, route.name.rawValue, reference.rawValue, "\(needed)",
                window.from?.description ?? "", window.until?.description ?? "",
                window.contains(date) ? "true" : "false", confidence.rawValue,
                isFirstDayUnknown(on: date) ? "true" : "false", source.asOf?.description ?? "",
                source.text, source.url ?? "",
            ]
        }
    }

    func json(on date: CivilDate) -> JSONValue {
        func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
        let members: [String: JSONValue] = [
            "jurisdiction": .string(jurisdiction.rawValue),
            "route": .string(route.name.rawValue),
            "references": .array(references.map { JSONValue.string($0.rawValue) }),
            "atLeast": .integer(Int64(needed)),
            "from": text(window.from?.description),
            "until": text(window.until?.description),
            "inForce": .bool(window.contains(date)),
            "confidence": .string(confidence.rawValue),
            "firstDayUnknown": .bool(isFirstDayUnknown(on: date)),
            "source": .string(source.text),
            "url": text(source.url),
            "asOf": text(source.asOf?.description),
        ]
        return .object(members)
    }
}
