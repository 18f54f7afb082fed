import Engine
import GRDB
import Regulation
import Statecharts
import Submissions

/// The cases of a list: where they stand in one index, and through which day.
struct CaseSelection: Sendable {
    let index: CaseIndex
    /// The value of each column of the index; `nil` for any.
    let wanted: [String?]
    /// Which of the places that occur belong to the list.
    let admits: @Sendable ([String]) -> Bool
    let through: CivilDate?

    private init(
        _ index: CaseIndex,
        _ wanted: [String?] = [],
        through: CivilDate? = nil,
        admitting admits: @escaping @Sendable ([String]) -> Bool = { _ in true }
    ) {
        self.index = index
        self.wanted = wanted
        self.through = through
        self.admits = admits
    }

    /// Cases that were not replaced, by what falls due.
    static func matching(_ filter: CaseFilter) -> CaseSelection {
        let (code, turn) = (filter.jurisdiction?.rawValue, filter.turn?.description)
        return switch (code, filter.state, turn) {
        case (nil, nil, nil): CaseSelection(.due, through: filter.dueThrough)
        case (_, nil, nil): CaseSelection(.jurisdiction, [code], through: filter.dueThrough)
        case (nil, nil, _): CaseSelection(.turn, [turn, nil], through: filter.dueThrough)
        default: CaseSelection(.place, [code, filter.state?.rawValue, turn], through: filter.dueThrough)
        }
    }

    static func turn(of capacity: Actor.Capacity) -> CaseSelection {
        // Of any turn: where parts run side by side, a list has the case under the first of them.
        CaseSelection(.turn, [nil, nil]) { CaseMovers(text: $0[1]).contains(capacity) }
    }

    static func flagged(for capacity: Actor.Capacity) -> CaseSelection {
        // Of any bodies: several may have something to do in one case.
        CaseSelection(.flag, [nil, nil]) { place in
            capacity.body.map(CaseList.bodies(place[0]).contains) ?? false
                && !CaseMovers(text: place[1]).contains(capacity)
        }
    }

    static func owing(through date: CivilDate) -> CaseSelection {
        CaseSelection(.applicantDue, [nil], through: date) { !CaseMovers(text: $0[0]).contains(.applicant) }
    }

    static func overdue(before date: CivilDate) -> CaseSelection {
        CaseSelection(.deadline, through: date.adding(days: -1))
    }

    /// Reads what the page shows, and a row of each place that it is merged from.
    func rows(after position: CasePosition?, limit: Int, in db: Database) throws -> [CaseRow] {
        let places = try index.places(wanted, in: db).filter(admits)
        let pages = try stride(from: 0, to: places.count, by: Self.placesAtOnce).map { start in
            let some = places[start..<min(start + Self.placesAtOnce, places.count)]
            return try CaseList(index, some, through: through, after: position, limit: limit).rows(in: db)
        }
        guard pages.count > 1 else { return pages.first ?? [] }
        let order: CaseOrder = index.date == CaseIndex.applicantDue.date ? .applicantDue : .due
        return Array(pages.joined().sorted { $0.position(by: order) < $1.position(by: order) }.prefix(max(0, limit)))
    }

    /// SQLite merges them one onto the other, so that a row passes through as many comparisons.
    private static let placesAtOnce = 32
}
