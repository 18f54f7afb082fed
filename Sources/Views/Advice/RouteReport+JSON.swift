package import CanonicalJSON
import Engine
import Regulation
import Submissions

extension RouteReport {
    /// The advice for programs; what people read in it is in the language of `labels`.
    ///
    /// What the terminal prints with `--format json` and what HTTP answers.
    package func json(labels: Labels) -> JSONValue {
        .object([
            "submission": .string(submission.rawValue), "product": .string(product.rawValue),
            "productVersion": .string(productVersion), "on": .string(on.description),
            "countries": .array(countries.map { $0.json(labels: labels) }),
        ])
    }
}

extension CountryAdvice {
    func json(labels: Labels) -> JSONValue {
        .object([
            "jurisdiction": .string(jurisdiction.rawValue),
            "name": .string(names[labels.language] ?? names["en"] ?? jurisdiction.rawValue),
            "answer": .string(answer.rawValue),
            "class": deviceClass.map { $0.json } ?? .null,
            "case": presentCase.map { .string($0.rawValue) } ?? .null,
            "approvals": .array(approvals.map(\.advisedJSON)),
            "routes": .array(routes.map { $0.json(labels: labels) }),
            "next": next.map { $0.json(in: self, labels: labels) } ?? .null,
            "documents": documents.map(\.json) ?? .null,
        ])
    }
}

extension AdvisedClass {
    var json: JSONValue {
        switch origin {
        case .declared:
            .object(["class": .string(deviceClass.rawValue), "by": "declared", "source": .null])
        case .grid(_, let source):
            .object(["class": .string(deviceClass.rawValue), "by": "grid", "source": source.json])
        }
    }
}

extension NextRoute {
    func json(in country: CountryAdvice, labels: Labels) -> JSONValue {
        .object([
            "route": .string(route.name.rawValue), "label": .string(labels.words(for: route)),
            "on": opening.map { .string($0.on.description) } ?? .null,
            "answer": opening.map { .string($0.answer.rawValue) } ?? .null,
            "text": .string(labels.nextRoute(of: country) ?? ""),
        ])
    }
}

extension MissingDocuments {
    var json: JSONValue {
        .object([
            "complete": .bool(blocking.isEmpty),
            "missing": .array(
                missing.map { cell in
                    .object([
                        "heading": .string(cell.requirement.heading.description),
                        "languages": .array(cell.requirement.languages.map { .string($0) }),
                        "blocks": .bool(cell.blocks), "source": cell.requirement.source.json,
                    ])
                }
            ),
        ])
    }
}

extension Approval {
    fileprivate var advisedJSON: JSONValue {
        .object([
            "id": .string(id.rawValue), "number": number.map { .string($0) } ?? .null,
            "standing": .string(standing.rawValue), "basis": .string(basis.rawValue),
            "stage": stage.map { .integer(Int64($0)) } ?? .null, "grantedOn": .string(grantedOn.description),
            "validUntil": validUntil.map { .string($0.description) } ?? .null,
        ])
    }
}

extension Source {
    /// Members that a source does not have are left out, as in the files.
    var json: JSONValue {
        var object: [String: JSONValue] = ["text": .string(text), "confidence": .string(confidence.rawValue)]
        if let url { object["url"] = .string(url) }
        if let asOf { object["asOf"] = .string(asOf.description) }
        return .object(object)
    }
}
