package import Engine
package import Regulation
import Statecharts
package import Submissions

extension Tasuki {
    /// Where every jurisdiction of a submission stands.
    ///
    /// What was recorded after `instant` is not known yet; where it is absent, now counts. Cases that were left or
    /// replaced are shown only where asked for.
    package func status(
        of name: SubmissionName,
        asOf instant: Instant? = nil,
        country: JurisdictionCode? = nil,
        includingReplaced: Bool = false
    ) async throws -> StatusReport {
        try await store.read { reader in
            try self.status(of: name, asOf: instant, country, includingReplaced, reader)
        }
    }

    func status(
        of name: SubmissionName,
        asOf instant: Instant?,
        _ country: JurisdictionCode?,
        _ includingReplaced: Bool,
        _ reader: any StoreReader
    ) throws -> StatusReport {
        let settings = try reader.settings()
        let moment = try instant ?? now(reader)
        let submission = try folded(name, through: instant, reader)
        let library = try library(asOf: instant, reader)
        // Before the rows, so that what all of them look up is read side by side.
        let rules = try dutyRules(library, [submission], zone: settings.zone)
        let duties = try dues(of: submission, at: moment, rules)
        // Decisions first, then what surrounds them, each in the order in which they were opened.
        let cases = submission.cases.filter { !$0.isTrack } + submission.cases.filter(\.isTrack)
        let rows =
            try cases
            .filter { includingReplaced || $0.replacedBy == nil }
            .filter { country == nil || $0.jurisdiction == country }
            .map { try row($0, of: submission, at: moment, library, rules) }
        var isSimulated = false
        if case .simulated = settings.clock { isSimulated = true }
        return StatusReport(
            submission: name,
            product: submission.opened.product,
            productVersion: submission.opened.productVersion,
            asOf: moment,
            zone: settings.zone,
            isSimulated: isSimulated,
            version: submission.version,
            rows: rows,
            duties: duties.filter { country == nil || $0.jurisdiction == country },
            questions: submission.questions
        )
    }

    /// What is looked up for a view, with the days off as they were known at `instant`.
    func library(asOf instant: Instant?, _ reader: any StoreReader) throws -> Library {
        let zone = try reader.settings().zone
        return Library(reader, world, pins, knownOn: instant.map { zone.civilDate(at: $0) })
    }

    /// The submission as it was known at `instant`.
    func folded(
        _ name: SubmissionName,
        through instant: Instant?,
        _ log: any EventLog
    ) throws -> Submission {
        guard let instant else { return try loaded(name, in: log) }
        guard let submission = try log.submission(name, through: instant) else {
            _ = try loaded(name, in: log)
            throw EngineError.submissionNotKnownYet(name)
        }
        return submission
    }

    /// The bodies before which the case is; none where it belongs to the product.
    private func authority(of subject: Case, _ bound: BoundCase, isHub: Bool) -> [BodyID] {
        let rules = bound.rules
        if isHub { return rules.hub.map { [$0] } ?? [] }
        return rules.boundRoute?.isOfProduct == true ? [] : rules.authority(in: bound.procedure)
    }

    func row(
        _ subject: Case,
        of submission: Submission,
        at moment: Instant,
        _ library: Library,
        _ rules: DutyReckoner.Rules? = nil
    ) throws -> StatusRow {
        let bound = try library.bound(subject)
        let procedure = bound.procedure
        let course = try course(of: subject, in: submission, at: moment, bound, library, rules)
        let clock = subject.currentClock.flatMap { subject.clocks[$0]?.ledger }.map { ledger in
            ledger.reading(
                on: bound.rules.zone.civilDate(at: moment),
                calendar: bound.calendar(of: ledger.rule.counting)
            )
        }
        let duties = try marking(course.duties, of: submission) { $0.name == subject.name ? bound : nil }
        return StatusRow(
            submission: submission.name,
            name: subject.name,
            jurisdiction: subject.jurisdiction,
            authority: authority(of: subject, bound, isHub: submission.isHub(subject.name)),
            isTrack: subject.isTrack,
            route: subject.route,
            // Names that pins do not keep, as they are configured now.
            routeNames: try world.definitions.ownNames(
                of: subject.route,
                in: subject.jurisdiction,
                on: subject.openedOn.latest
            ),
            participation: subject.participation,
            bundle: submission.isMember(subject) ? subject.bundle : nil,
            isHub: submission.isHub(subject.name),
            procedure: procedure.id,
            standing: procedure.standing,
            states: course.states,
            since: subject.since,
            clock: clock,
            isLimitUnconfirmed: clock?.rule.confidence == .unconfirmed,
            report: ReportTiming(of: subject, in: submission, bound),
            duties: duties.sorted { $0.precedes($1) },
            turn: course.turn,
            turnBody: course.turnBody,
            otherMovers: course.otherMovers,
            outcome: subject.outcome,
            approval: submission.approval(of: subject.name),
            conditions: (submission.approval(of: subject.name)?.conditions ?? []).map {
                HeldCondition($0, of: submission, course.duties)
            },
            flags: (subject.isOver ? [] : subject.flags) + (submission.approval(of: subject.name)?.flags ?? []),
            letters: submission.transcriptions(of: subject),
            replacedBy: subject.replacedBy,
            version: subject.version,
            isOver: subject.isOver
        )
    }
}
