package import Engine
import Regulation
package import Submissions

/// Some of what waits for somebody.
package struct WorkPage: Hashable, Sendable {
    /// Overdue first, then by due date, then by name.
    package let items: [WorkItem]
    /// Where the next page begins; `nil` where this is the last.
    package let next: WorkPosition?
}

/// A place in the three lists of which work consists, which follow one another.
package struct WorkPosition: Hashable, Sendable, CustomStringConvertible {
    enum List: String, CaseIterable {
        /// Cases in which it is their move and they may do something, by what falls due.
        case turn
        /// For a body, other cases that rest on an approval that changed.
        case flags
        /// For the applicant, what is to be done in other cases, by the day on which it falls due.
        case duties
    }

    let list: List
    let position: CasePosition?

    init(_ list: List, _ position: CasePosition? = nil) {
        self.list = list
        self.position = position
    }

    /// `turn:2026-09-30/colon-cade/SG`, as a page names its end.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let list = List(rawValue: parts[0]) else { return nil }
        let position = CasePosition(parts[1])
        guard position != nil || parts[1].isEmpty else { return nil }
        self.init(list, position)
    }

    package var description: String { "\(list.rawValue):\(position?.description ?? "")" }

    var following: WorkPosition? {
        switch list {
        case .turn: WorkPosition(.flags)
        case .flags: WorkPosition(.duties)
        case .duties: nil
        }
    }
}

extension Tasuki {
    /// What waits for `capacity`, in pages of at most `limit`.
    ///
    /// A reviewer sees the cases of the own body's jurisdiction and nothing else. The three lists have no case in common,
    /// and their rows tell whether there is work, so only the submissions that a page shows are folded.
    package func work(
        for capacity: Actor.Capacity,
        after position: WorkPosition? = nil,
        limit: Int = 200
    ) async throws -> WorkPage {
        try await store.read { reader in
            let moment = try self.now(reader)
            let horizon = Zone.utc.civilDate(at: moment).adding(days: 90)
            var items: [WorkItem] = []
            var place: WorkPosition? = position ?? WorkPosition(.turn)
            while let current = place, items.count < limit {
                let rows = try self.rows(current, for: capacity, through: horizon, limit: limit, reader)
                var (reached, seen) = (current, 0)
                for row in rows where items.count < limit {
                    let order: CaseOrder = current.list == .duties ? .applicantDue : .due
                    (reached, seen) = (WorkPosition(current.list, row.position(by: order)), seen + 1)
                    if let item = try self.item(row, for: capacity, at: moment, horizon, reader) {
                        items.append(item)
                    }
                }
                let isListAtEnd = seen == rows.count && rows.count < limit
                place = isListAtEnd ? current.following : reached
            }
            return WorkPage(items: items.sorted { $0.precedes($1) }, next: place)
        }
    }

    private func rows(
        _ place: WorkPosition,
        for capacity: Actor.Capacity,
        through horizon: CivilDate,
        limit: Int,
        _ lists: any CaseLists
    ) throws -> [CaseRow] {
        switch (place.list, capacity) {
        case (.turn, .applicant), (.turn, .role):
            try lists.turnRows(of: capacity, after: place.position, limit: limit)
        case (.flags, .role):
            try lists.flaggedRows(of: capacity, after: place.position, limit: limit)
        case (.duties, .applicant):
            try lists.owingRows(through: horizon, after: place.position, limit: limit)
        default: []
        }
    }

    /// The case of the row as work of the capacity; `nil` where it is none: a row is as of the case's last event.
    private func item(
        _ row: CaseRow,
        for capacity: Actor.Capacity,
        at moment: Instant,
        _ horizon: CivilDate,
        _ reader: any StoreReader
    ) throws -> WorkItem? {
        let submission = try loaded(row.submission, in: reader)
        guard let subject = submission[row.name] else { return nil }
        let offered = try actions(of: subject, in: submission, at: moment, reader)
        let mine = offered.row.duties.filter { $0.isOwed && $0.isOf(capacity) }.through(horizon)
        return WorkItem(offered, for: capacity, with: try inClear(mine, reader))
    }
}
