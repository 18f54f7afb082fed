package import CanonicalJSON
import Engine
package import Regulation

extension Jurisdiction {
    /// The jurisdiction for programs: every figure with its source, dated versions side by side in file order.
    ///
    /// A member is null where nothing is stated; a source has only the members that it has. `Schemas/jurisdiction-report.schema.json` describes it.
    package var json: JSONValue {
        .object([
            "jurisdiction": .string(code.rawValue),
            "names": .texts(names),
            "coverage": FactCoverage(facts).json,
            "zone": .string(zone.id),
            "calendar": .string(calendar),
            "languages": .object([
                "dossier": .words(languages.dossier), "label": .words(languages.label),
                "source": languages.source?.json ?? .null,
            ]),
            "laws": .array(laws.map { .object(["names": .texts($0.names), "source": $0.source.json]) }),
            "classification": .array(classification.map(\.json)),
            "holder": holder.map { .object(["names": .texts($0.names), "source": $0.source.json]) } ?? .null,
            "bodies": .array(bodies.map(\.json)),
            "hub": hub.map { .string($0.rawValue) } ?? .null,
            "routes": .array(routes.map(\.json)),
            "tracks": .array(tracks.map(\.json)),
            "validity": .array(validity.map(\.json)),
            "changes": .array(changes.map(\.json)),
            "safety": .array(safety.map(\.json)),
            "requirements": .array(requirements.map(\.json)),
            "counting": .object(
                Dictionary(CountingLaws.Part.allCases.map { ($0.rawValue, counting[$0].json) }) { first, _ in first }
            ),
        ])
    }
}

extension Body {
    fileprivate var json: JSONValue {
        .object([
            "id": .string(id.rawValue), "functions": .words(functions.map(\.rawValue)), "names": .texts(names),
            "calendar": calendar.map { .string($0) } ?? .null, "source": source.json,
        ])
    }
}

extension Classification {
    fileprivate var json: JSONValue {
        .fact(source, window, ["classes": .words(classes), "software": software?.json ?? .null])
    }
}

extension Classification.Software {
    fileprivate var json: JSONValue {
        let rows = grid.map { situation, row in
            let cells = row.map { ($0.key.rawValue, JSONValue.string($0.value.rawValue)) }
            return (situation.rawValue, JSONValue.object(Dictionary(cells) { first, _ in first }))
        }
        return .object([
            "grid": .object(Dictionary(rows) { first, _ in first }), "names": .texts(names), "source": source.json,
        ])
    }
}

extension Requirement {
    fileprivate var json: JSONValue {
        .fact(
            source,
            window,
            [
                "heading": .string(heading.description), "need": .string(need.rawValue), "languages": .words(languages),
                "types": .words(types.map(\.rawValue)), "when": .texts(when),
            ]
        )
    }
}
