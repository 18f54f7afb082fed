package import Engine
package import Regulation
package import Submissions

/// Why the days of a submission, or of one of its cases, are the days they are.
package struct MemoReport: Hashable, Sendable {
    package let submission: SubmissionName
    /// Nil for the whole submission.
    package let name: CaseName?
    package let asOf: Instant
    package let zone: Zone
    package let isSimulated: Bool
    /// Overdue first, then by date.
    package let memos: [DateMemo]
    /// Why there is no day where there is none.
    package let silences: [Silence]
    /// What the countries are called, by language.
    package let countries: [JurisdictionCode: [String: String]]

    /// Why a case has no dated duty, and what would make one.
    package struct Silence: Hashable, Sendable {
        package enum Reason: Hashable, Sendable {
            case over
            /// The clock stands still while the applicant has the case; so much of its limit is left.
            case suspended(ClockName, left: AmountBounds?, ClockUnit)
            /// No source states a limit.
            case noLimit(ClockName)
            case noDay
        }

        package let name: CaseName
        package let reason: Reason
    }
}

extension Tasuki {
    /// Why dates are the days they are.
    ///
    /// - Parameters:
    ///   - submission: The submission.
    ///   - name: Only the dates of this case.
    ///   - duty: Only what is named so, in one case `review`, in the submission also `SG/review`; a clock also after it
    ///     has stopped.
    ///   - instant: The instant of the look; now where it is absent.
    /// - Returns: A memo for each date, overdue first, and of cases without one why there is none.
    /// - Throws: ``EngineError/noSuchDuty(_:known:)`` where nothing dated is called so.
    package func memos(
        of submission: SubmissionName,
        case name: CaseName? = nil,
        duty: String? = nil,
        asOf instant: Instant? = nil
    ) async throws -> MemoReport {
        try await store.read { reader in
            let settings = try reader.settings()
            let moment = try instant ?? now(reader)
            let folded = try folded(submission, through: instant, reader)
            if let name, folded[name] == nil { throw Refusal.noSuchCase(name, known: folded.cases.map(\.name)) }
            let library = Library(reader, world, pins)
            let rules = try dutyRules(library, [folded], zone: settings.zone)
            let reckoner = DutyReckoner(folded, at: moment, rules)
            let all = try marking(reckoner.duties, of: folded, rules.of)
                .filter { $0.date != nil && (name == nil || $0.name == name) }
            var duties = all.filter { duty == nil || $0.duty == duty || $0.fullDuty == duty }
            if let duty, duties.isEmpty {
                let past = folded.cases.filter { name == nil || $0.name == name }.flatMap(reckoner.formerTargets)
                duties = try marking(past, of: folded, rules.of).filter { $0.duty == duty || $0.fullDuty == duty }
                guard !duties.isEmpty else {
                    let known = (all + past).map { name == nil ? $0.fullDuty : $0.duty }.uniqued()
                    throw EngineError.noSuchDuty(duty, known: known)
                }
            }
            let builder = try memoBuilder(of: folded, at: moment, through: instant, library, reader)
            return MemoReport(
                submission: submission,
                name: name,
                asOf: moment,
                zone: settings.zone,
                isSimulated: settings.clock != .wall,
                memos: try inClear(duties, reader).compactMap(builder.memo),
                silences: folded.cases.filter { subject in
                    (name == nil ? subject.replacedBy == nil : subject.name == name)
                        && !all.contains { $0.name == subject.name }
                }.map { MemoReport.Silence(name: $0.name, reason: builder.silence(of: $0)) },
                countries: builder.configured.mapValues(\.names)
            )
        }
    }

    private func memoBuilder(
        of submission: Submission,
        at moment: Instant,
        through instant: Instant?,
        _ library: Library,
        _ reader: any StoreReader
    ) throws -> MemoBuilder {
        var bound: [BoundCase.Pins: BoundCase] = [:]
        for pins in submission.cases.map(\.pins).uniqued() { bound[pins] = try library.bound(ifKept: pins) }
        return MemoBuilder(
            submission: submission,
            moment: moment,
            bound: bound,
            holders: try submission.opened.calendars.compactMapValues { try library.calendar($0) },
            configured: Dictionary(
                try world.definitions.jurisdictions().map { ($0.code, $0) },
                uniquingKeysWith: { first, _ in first }
            ),
            course: try course(of: submission.name, through: instant, library, reader),
            history: try reader.history(of: submission.name, through: instant).map(\.record)
        )
    }
}

extension MemoBuilder {
    fileprivate func silence(of subject: Case) -> MemoReport.Silence.Reason {
        guard !subject.isOver, subject.replacedBy == nil else { return .over }
        guard let bound = bound(subject) else { return .noDay }
        for (name, clock) in subject.clocks.sorted(by: { $0.key < $1.key }) where clock.ledger.isRunning {
            let calendar = bound.calendar(of: clock.rule.counting)
            let reading = clock.ledger.reading(on: bound.rules.zone.civilDate(at: moment), calendar: calendar)
            if reading.limit == nil { return .noLimit(name) }
            if reading.isSuspended { return .suspended(name, left: reading.remaining, reading.unit) }
        }
        return .noDay
    }
}
