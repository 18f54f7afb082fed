package import CanonicalJSON
package import Regulation

extension LanguageReport {
    /// What `tasuki languages --format json` prints; `titles` are those of headings in the language asked for.
    package func json(titles: [HeadingCode: String]) -> JSONValue {
        .object([
            "on": .string(date.description), "type": .string(type.rawValue),
            "countries": .array(
                countries.map { code in
                    .object(
                        State.allCases.reduce(into: ["jurisdiction": .string(code.rawValue)]) { members, state in
                            members[state.rawValue] = .integer(Int64(count(state, in: code)))
                        }
                    )
                }
            ),
            "work": .array(
                work.map { work in
                    .object([
                        "into": .string(work.language), "documents": .integer(Int64(work.lines.count)),
                        "jurisdictions": .array(work.countries.map { .string($0.rawValue) }),
                    ])
                }
            ),
            "documents": .array(lines.map { $0.json(titles[$0.heading] ?? "") }),
        ])
    }

    /// One row a document and country, for whoever sends work to translators.
    package func csv(titles: [HeadingCode: String]) -> [[String]] {
        let header = [
            "heading", "title", "document", "versions", "country", "state", "into", "accepted", "confidence", "need",
            "served", "damaged",
        ]
        return [header]
            + lines.flatMap { line in
                line.cells.map { cell in
                    [
                        line.heading.description, titles[line.heading] ?? "", line.name ?? "",
                        line.versions.map { "\($0.path) (\($0.language ?? "?"))" }.joined(separator: " | "),
                        cell.jurisdiction.rawValue, cell.state.rawValue, cell.into ?? "",
                        cell.accepted.tags.joined(separator: " "), cell.accepted.confidence.rawValue,
                        cell.need.rawValue, "\(cell.isServed)", "\(cell.isDamaged)",
                    ]
                }
            }
    }
}

extension LanguageReport.Line {
    fileprivate func json(_ title: String) -> JSONValue {
        var members: [String: JSONValue] = [
            "heading": .string(heading.description), "title": .string(title),
            "versions": .array(
                versions.map { version in
                    var members: [String: JSONValue] = ["path": .string(version.path)]
                    members["language"] = version.language.map { .string($0) }
                    return .object(members)
                }
            ),
            "countries": .array(cells.map(\.json)),
        ]
        members["name"] = name.map { .string($0) }
        members["jurisdiction"] = jurisdiction.map { .string($0.rawValue) }
        return .object(members)
    }
}

extension LanguageReport.Cell {
    fileprivate var json: JSONValue {
        var members: [String: JSONValue] = [
            "jurisdiction": .string(jurisdiction.rawValue), "state": .string(state.rawValue),
            "accepted": .array(accepted.tags.map { .string($0) }),
            "confidence": .string(accepted.confidence.rawValue), "need": .string(need.rawValue),
            "served": .bool(isServed), "damaged": .bool(isDamaged),
        ]
        members["into"] = into.map { .string($0) }
        return .object(members)
    }
}
