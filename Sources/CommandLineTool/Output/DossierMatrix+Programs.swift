import CanonicalJSON
import Dossiers
import Engine
import Regulation
import Views

// The matrix for programs.
extension DossierMatrix {
    func csv(_ labels: Labels) -> [[String]] {
        let header = [
            "heading", "title", "jurisdiction", "type", "need", "presence", "reason", "blocks", "documents",
            "acceptedLanguages", "when", "csdt", "sted", "source", "url", "confidence",
        ]
        return [header]
            + rows { heading, country, cell in
                let requirement = cell.requirement
                return [
                    heading.description, title(heading, labels.language), country.jurisdiction.rawValue, type.rawValue,
                    requirement.need.rawValue, labels["presence.\(cell.presence.rawValue)"], cell.reason.rawValue,
                    "\(cell.blocks)", documents(cell.serving).map(\.path).joined(separator: " | "),
                    cell.accepted.tags.joined(separator: " "), when(requirement, labels),
                    places(heading, in: .csdt, labels.language).joined(separator: " | "),
                    places(heading, in: .sted, labels.language).joined(separator: " | "),
                    requirement.source.text, requirement.source.url ?? "", requirement.source.confidence.rawValue,
                ]
            }
            + FolderState(state.defects, state.findings, labels).files.map { file in
                ["", file.words, "", "", "", "", file.code, "\(file.stops)", file.path]
                    + Array(repeating: "", count: header.count - 9)
            }
    }

    func json(_ labels: Labels) -> JSONValue {
        let whole: [String: JSONValue] = [
            "complete": .bool(isComplete && state.defects.isEmpty), "type": .string(type.rawValue),
            "on": .string(date.description),
            "withoutRules": .array(withoutRules.map { .string($0.rawValue) }),
            "notTargets": .array(strangers.map { .string($0.rawValue) }),
            "cells": .array(rows { heading, country, cell in json(heading, country, cell, labels) }),
            "documents": .array(
                documents.map { document in
                    .object(
                        members(of: document).merging([
                            "serves": .array(
                                served(by: document).map { served in
                                    .object([
                                        "heading": .string(served.heading.description),
                                        "jurisdictions": .array(served.countries.map { .string($0.rawValue) }),
                                    ])
                                }
                            )
                        ]) { own, _ in own }
                    )
                }
            ),
        ]
        return .object(whole.merging(state.json(labels)) { own, _ in own })
    }

    private func json(
        _ heading: HeadingCode,
        _ country: Completeness,
        _ cell: Completeness.Cell,
        _ labels: Labels
    ) -> JSONValue {
        let requirement = cell.requirement
        var members: [String: JSONValue] = [
            "heading": .string(heading.description), "title": .string(title(heading, labels.language)),
            "jurisdiction": .string(country.jurisdiction.rawValue), "need": .string(requirement.need.rawValue),
            // That something is there is one thing; whether anybody there can read it, the reason tells.
            "presence": .string((cell.presence == .unknown ? .present : cell.presence).rawValue),
            "reason": .string(cell.reason.rawValue),
            "blocks": .bool(cell.blocks), "damaged": .bool(isDamaged(cell)),
            "documents": .array(documents(cell.serving).map { .object(self.members(of: $0)) }),
            "inOtherLanguages": .array(documents(cell.inOtherLanguages).map { .object(self.members(of: $0)) }),
            "inUnknownLanguages": .array(documents(cell.inUnknownLanguages).map { .object(self.members(of: $0)) }),
            "acceptedLanguages": .array(cell.accepted.tags.map { .string($0) }),
            "languageConfidence": .string(cell.accepted.confidence.rawValue),
            "places": .object(
                [DossierTableName.csdt, .sted].reduce(into: [:]) { places, table in
                    let codes = crosswalk.match(heading.description, in: .imdrf)?.codes(in: table) ?? []
                    places[table.rawValue] = .array(codes.map { .string($0) })
                }
            ),
            "source": .string(requirement.source.text),
            "confidence": .string(requirement.source.confidence.rawValue),
        ]
        if requirement.need == .conditional { members["when"] = .string(when(requirement, labels)) }
        members["answer"] = cell.answer.map { .bool($0) }
        members["url"] = requirement.source.url.map { .string($0) }
        members["asOf"] = requirement.source.asOf.map { .string($0.description) }
        return .object(members)
    }

    private func members(of document: Document) -> [String: JSONValue] {
        var members: [String: JSONValue] = [
            "path": .string(document.path), "digest": .string(document.digest.rawValue),
        ]
        members["language"] = document.language.map { .string($0) }
        members["jurisdiction"] = document.jurisdiction.map { .string($0.rawValue) }
        return members
    }

    private func when(_ requirement: Requirement, _ labels: Labels) -> String {
        requirement.when[labels.language] ?? requirement.when["en"] ?? ""
    }

    private func rows<Row>(_ make: (HeadingCode, Completeness, Completeness.Cell) -> Row) -> [Row] {
        headings.flatMap { heading in
            countries.flatMap { country in cells(heading, country).map { make(heading, country, $0) } }
        }
    }
}
