package import CanonicalJSON
package import Engine
import Regulation
import Statecharts
import Submissions

/// Some cases of the workspace, by what falls due.
package struct CasePage: Hashable, Sendable {
    package let rows: [CaseRow]
    /// Cases whose date has passed at their own place.
    package let overdue: Set<String>
    /// After which case the next page begins; `nil` where this is the last.
    package let next: CasePosition?
}

extension Tasuki {
    /// Cases over all submissions, by what falls due; those without a date come last.
    ///
    /// Reads rows of an index only, so the last page costs what the first does.
    package func cases(
        _ filter: CaseFilter = CaseFilter(),
        after position: CasePosition? = nil,
        limit: Int = 100
    ) async throws -> CasePage {
        try await store.read { reader in
            let rows = try reader.caseRows(filter, after: position, limit: limit + 1)
            let shown = Array(rows.prefix(limit))
            let moment = try self.now(reader)
            let utc = Zone.utc.civilDate(at: moment)
            // At most a day lies between two places: only near the day is a zone looked up.
            let overdue = try shown.filter { row in
                guard let due = row.outlook.due, !row.isOver, due <= utc else { return false }
                guard due >= utc.adding(days: -1) else { return true }
                let zone = try self.world.definitions.jurisdiction(row.jurisdiction)?.zone ?? .utc
                return due < zone.civilDate(at: moment)
            }
            return CasePage(
                rows: shown,
                overdue: Set(overdue.map(\.fullName)),
                next: rows.count > limit ? shown.last?.position(by: .due) : nil
            )
        }
    }
}

extension CaseRow {
    package var fullName: String { "\(submission)/\(name)" }
}

extension Labels {
    /// The state of a case as lists show it.
    package func state(of row: CaseRow) -> String {
        guard let state = row.outlook.state else { return "–" }
        return self["states.\(row.outlook.procedure).\(state)"]
    }

    package func turn(of row: CaseRow) -> String {
        switch row.outlook.turn {
        case .applicant: self["turns.applicant"]
        case .body(let body): body.rawValue
        case .nobody: "–"
        }
    }
}

extension CasePage {
    package func json(labels: Labels) -> JSONValue {
        .object([
            "cases": .array(rows.map { $0.json(labels: labels, isOverdue: overdue.contains($0.fullName)) }),
            "next": next.map { .string($0.description) } ?? .null,
        ])
    }
}

extension CaseRow {
    func json(labels: Labels, isOverdue: Bool) -> JSONValue {
        .object([
            "case": .string(fullName), "product": .string(product.rawValue),
            "jurisdiction": .string(jurisdiction.rawValue), "route": .string(route.rawValue),
            "track": .bool(isTrack), "procedure": .string(outlook.procedure.rawValue),
            "state": outlook.state.map { .string($0.rawValue) } ?? .null,
            "stateLabel": .string(labels.state(of: self)), "turn": .string(outlook.turn.description),
            "due": outlook.dueBounds.map { .string($0.description) } ?? .null,
            "earliest": outlook.dueBounds.firstDay, "latest": outlook.dueBounds.lastDay, "over": .bool(isOver),
            "overdue": .bool(isOverdue), "unconfirmed": .bool(outlook.isDueUnconfirmed),
            "firstDayUnknown": .bool(outlook.isFirstDayUnknown),
            "version": .integer(Int64(version)),
        ])
    }
}
