package import Engine
import Regulation
package import Submissions
import Views

extension Tasuki {
    /// Where two views of what is to be done in a submission say different things, and where a duty went by passing.
    ///
    /// To be asked while nothing else happens.
    package func disagreements(about name: SubmissionName) async throws -> [String] {
        let report = try await status(of: name, includingReplaced: true)
        let told = Told(report.duties)
        var found = await told.missing(
            from: Told(try due(within: Horizon(100, .years) ?? .quarter, of: name).items),
            "due"
        )
        found += told.missing(
            from: Told(report.rows.flatMap(\.duties), and: report.duties.filter { $0.name == nil }),
            "status"
        )
        let rows = try await store.read { try $0.caseRows(of: name) }
        for row in report.rows {
            guard let listed = rows.first(where: { $0.name == row.name }) else {
                found.append("no list has \(row.name)")
                continue
            }
            if listed.outlook.due != row.due?.latest {
                found.append("lists: \(row.name) \(listed.outlook.due.words), \(row.due?.latest.words ?? "–")")
            }
            let marks = (listed.outlook.isDueUnconfirmed, listed.outlook.isFirstDayUnknown)
            if marks != (row.isDueUnconfirmed, row.isFirstDayUnknown) { found.append("lists: * of \(row.name)") }
        }
        // As of its last event the submission was what it is now: since then nothing but days went by.
        if let last = try await store.read({ try $0.event(report.version, of: name) }) {
            let then = try await due(within: Horizon(100, .years) ?? .quarter, of: name, asOf: last.recordedAt).items
            found += Told(then).missing(from: told, "later", bothWays: false)
        }
        return found
    }

    /// Where the work of the applicant, or of a body, leaves out what is to be done in one of the submissions.
    package func worklessDuties(of names: [SubmissionName]) async throws -> [String] {
        let work = Told(try await work(for: .applicant, limit: 10_000).items.flatMap(\.duties))
        var found: [String] = []
        var beside: [Duty] = []
        for name in names {
            let report = try await status(of: name)
            // Work looks a quarter ahead; what it leaves out before that is left out at all.
            let through = Zone.utc.civilDate(at: report.asOf).adding(days: 60)
            let owed = report.rows.flatMap(\.duties).filter { duty in
                duty.isOwed && duty.turn == .applicant && duty.date.map { $0.earliest <= through } ?? true
            }
            found += Told(owed).missing(from: work, "work", bothWays: false)
            beside += report.rows.flatMap(\.duties).filter(\.isBesideTheTurn)
        }
        for (body, duties) in Dictionary(grouping: beside, by: \.turnBody).sorted(by: { $0.key ?? "" < $1.key ?? "" }) {
            guard let body else { continue }
            let items = try await self.work(for: .role("officer", at: body), limit: 10_000).items
            found += Told(duties).missing(from: Told(items.flatMap(\.duties)), "work of \(body)", bothWays: false)
        }
        return found
    }
}

/// Duties as views are compared by them.
private struct Told {
    let words: Set<String>

    init(_ duties: [Duty], and others: [Duty] = []) {
        words = Set((duties + others).filter(\.isOwed).map { "\($0.identity) \($0.date?.description ?? "–")" })
    }

    func missing(from view: Told, _ name: String, bothWays: Bool = true) -> [String] {
        let less = words.subtracting(view.words).sorted().map { "\(name) leaves out \($0)" }
        return bothWays ? less + view.words.subtracting(words).sorted().map { "\(name) alone has \($0)" } : less
    }
}

extension CivilDate {
    fileprivate var words: String { description }
}

extension CivilDate? {
    fileprivate var words: String { map(\.description) ?? "–" }
}
