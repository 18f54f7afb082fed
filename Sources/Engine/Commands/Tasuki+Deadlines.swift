import Regulation
import Submissions

extension Tasuki {
    /// Fires every deadline that is due in any submission.
    ///
    /// Finds what is due by index. Cases that time alone may move otherwise are looked at once an hour of the
    /// workspace's clock, beside the writer; only those that do move are written.
    /// - Returns: How many submissions moved.
    @discardableResult
    package func fireDeadlines() async throws -> Int {
        let moment = try await store.read { try self.now($0) }
        var moved = try await fireOverdue(at: moment)
        if sweeps.begin(at: moment) { moved += try await fireLookingOutside() }
        if moved > 0 { try await drainDependencies() }
        return moved
    }

    /// Counts the deadlines of every submission again, after days off have changed, and fires what is due by that.
    ///
    /// - Returns: How many submissions moved.
    @discardableResult
    package func countDeadlinesAnew() async throws -> Int {
        let moved = try await fireMovable { try $0.submissions(after: $1, limit: Self.sweepPage) }
        if moved > 0 { try await drainDependencies() }
        return moved
    }

    private func fireOverdue(at moment: Instant) async throws -> Int {
        // The latest day anywhere; each case is held against the day at its own body's place.
        let tomorrow = Zone.utc.civilDate(at: moment.adding(milliseconds: 14 * 3_600_000))
        var moved = 0
        var last: CasePosition?
        while true {
            let page = try await store.read { [last] in
                try $0.overdueRows(before: tomorrow, after: last, limit: Self.sweepPage)
            }
            moved += try await fire(page.map(\.submission).uniqued())
            guard let end = page.last, page.count == Self.sweepPage else { return moved }
            last = end.position(by: .deadline)
        }
    }

    private func fireLookingOutside() async throws -> Int {
        try await fireMovable { try $0.lookingOutside(after: $1, limit: Self.sweepPage) }
    }

    /// Looks beside the writer at the submissions that `listing` gives page by page; only those that do move are written.
    private func fireMovable(
        _ listing: @escaping @Sendable (any StoreReader, SubmissionName?) throws -> [SubmissionName]
    ) async throws -> Int {
        var moved = 0
        var last: SubmissionName?
        while true {
            let (count, end, movable) = try await store.read { [last] reader in
                let names = try listing(reader, last)
                return (names.count, names.last, try names.filter { try self.wouldMove($0, reader) })
            }
            moved += try await fire(movable, sought: true)
            guard let end, count == Self.sweepPage else { return moved }
            last = end
        }
    }

    /// `isSought` where it is known that they move, and not by time alone.
    private func fire(_ names: [SubmissionName], sought isSought: Bool = false) async throws -> Int {
        var moved = 0
        for name in names {
            let events = try await store.write { transaction -> Int in
                let before = try transaction.submission(name)?.version ?? 0
                do {
                    try self.fireDue(on: name, lookingAnyway: isSought, in: transaction)
                } catch is Refusal {
                    // What one submission's procedure refuses must not keep the others' deadlines from firing.
                    return 0
                }
                return (try transaction.submission(name)?.version ?? 0) - before
            }
            if events > 0 { moved += 1 }
        }
        return moved
    }

    /// Whether the submission's deadlines, or what it looks at outside itself, would move it now.
    private func wouldMove(_ name: SubmissionName, _ reader: any StoreReader) throws -> Bool {
        guard let submission = try reader.submission(name) else { return false }
        do {
            let basis = try basis(of: submission, in: reader)
            let draft = try draft(.dueDeadlines, on: name, basis, by: .deadline, Library(reader, world, pins))
            return draft.addition != nil
        } catch is Refusal {
            return false
        }
    }

    private static let sweepPage = 200
}
