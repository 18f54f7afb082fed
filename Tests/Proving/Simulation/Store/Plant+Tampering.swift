import Engine
import Regulation
import Statecharts
import Submissions

// Defects of what is recorded: the store double writes what a broken core would have decided.
extension Plant {
    /// What a program with this defect would append in place of `addition`.
    ///
    /// - Parameters:
    ///   - addition: What the engine decided.
    ///   - before: The submission as the log has it, which is not what the engine remembers of its own decisions.
    ///   - row: Its rows in the lists.
    /// - Returns: The same addition where the plant is none of a broken core.
    func tampering(_ addition: LogAddition, over before: Submission?, _ row: DurableState.Row?) -> LogAddition {
        let events = addition.leaves.map(\.record.event)
        let isReversal = events.contains { if case .actionReversed = $0 { true } else { false } }
        let isCorrection = events.contains { if case .corrected = $0 { true } else { false } }
        let isLetter = addition.leaves.contains { $0.record.onBehalfOf != nil }
        let isLate = events.contains { event in
            if case .lateAction? = event.advanced?.cause { true } else { false }
        }
        func changing(_ isWanted: Bool, _ change: (CaseAdvanced) -> CaseAdvanced) -> LogAddition {
            addition.changing(over: before, row) { isWanted ? change($0) : $0 }
        }
        return switch self {
        case .listOfAnotherDay: addition.listing()
        case .dutyGoneWithItsDeadline: changing(true) { $0.forgettingWhatWasMissed() }
        case .oldDeadlineAfterCorrection: changing(isCorrection) { $0.following { !$0.isOfDeadline } }
        case .lateAnswerNotTakenBack: changing(isLate) { $0.leavingWhatFellDue(in: before) }
        case .consequenceOutlivesReversal: changing(isReversal) { $0.following { !$0.isOfConsequence } }
        case .letterForgotten: changing(!isLetter) { $0.forgettingLetters() }
        case .filingKeptFromMembers: changing(true) { $0.keepingTheFiling() }
        case .hubWaitsForever: changing(true) { $0.stayingOpen() }
        case .joiningForgotten: changing(true) { $0.joiningNothing() }
        case .replyBeforeSync, .lostUpdateInBatch, .staleCacheAfterRefusal, .duplicateOnRetry, .dependencyLostOnCrash,
            .rowOfItsCaseAlone, .foreignWriteUnseen:
            addition
        }
    }
}

extension LogAddition {
    /// The addition with other steps of cases; fold and rows follow from them, so that nothing else is wrong.
    fileprivate func changing(
        over before: Submission?,
        _ row: DurableState.Row?,
        _ change: (CaseAdvanced) -> CaseAdvanced
    ) -> LogAddition {
        let records = leaves.map(\.record).map { record -> EventRecord in
            guard let advanced = record.event.advanced else { return record }
            return EventRecord(
                number: record.number,
                occurredOn: record.occurredOn,
                within: record.within,
                recordedAt: record.recordedAt,
                recordedBy: record.recordedBy,
                onBehalfOf: record.onBehalfOf,
                event: .caseAdvanced(change(advanced))
            )
        }
        guard let after = records.reduce(before, Submission.evolve) else { return self }
        return LogAddition(records, from: before, to: after, rows: rows(of: after, over: row))
    }

    /// The addition with lists in which what is due is due a day later.
    fileprivate func listing() -> LogAddition {
        LogAddition(leaves.map(\.record), from: before, to: after, rows: rows.map { $0.with($0.outlook.aDayLater) })
    }

    private func rows(of after: Submission, over row: DurableState.Row?) -> [CaseRow] {
        after.cases.map { subject in
            let known = rows.first { $0.name == subject.name } ?? row?.cases.first { $0.name == subject.name }
            return CaseRow(subject, of: after, outlook: known?.outlook ?? .unknown)
        }
    }
}

extension CaseAdvanced {
    private func with(_ outcome: StepOutcome) -> CaseAdvanced {
        CaseAdvanced(name: name, cause: cause, payload: payload, outcome: outcome)
    }

    /// A deadline that passes and leaves nothing to be done.
    fileprivate func forgettingWhatWasMissed() -> CaseAdvanced {
        guard case .deadline = cause else { return self }
        let changes = outcome.changes.map { change -> Change in
            if case .deadlineMissed(let state, _) = change { .deadlineMissed(state, within: []) } else { change }
        }
        return with(StepOutcome(microsteps: outcome.microsteps, changes: changes, isOver: outcome.isOver))
    }

    /// An act after which nothing in the case was ever typed in from a letter.
    fileprivate func forgettingLetters() -> CaseAdvanced {
        guard case .action = cause else { return self }
        let changes = outcome.changes + [.restated(.transcribed([]))]
        return with(StepOutcome(microsteps: outcome.microsteps, changes: changes, isOver: outcome.isOver))
    }

    /// A message that reaches its case, and leaves the filing of which it tells behind.
    fileprivate func keepingTheFiling() -> CaseAdvanced {
        guard case .message = cause else { return self }
        let changes = outcome.changes.filter { if case .filed = $0 { false } else { true } }
        return with(StepOutcome(microsteps: outcome.microsteps, changes: changes, isOver: outcome.isOver))
    }

    /// What follows by itself once everybody in a bundle of tracks has decided, undone.
    fileprivate func stayingOpen() -> CaseAdvanced {
        guard outcome.microsteps.last?.entered.contains("bundleClosed") ?? false, name != .hub else { return self }
        return with(StepOutcome(microsteps: outcome.microsteps.dropLast(), changes: outcome.changes, isOver: false))
    }

    /// An act by which a running case joins a bundle, and takes no part in it.
    fileprivate func joiningNothing() -> CaseAdvanced {
        guard case .action = cause else { return self }
        let changes = outcome.changes.filter { if case .bundleJoined = $0 { false } else { true } }
        return with(StepOutcome(microsteps: outcome.microsteps, changes: changes, isOver: outcome.isOver))
    }

    /// What follows from something put right, with only some of its changes.
    fileprivate func following(_ isKept: (Change) -> Bool) -> CaseAdvanced {
        guard case .correction = cause else { return self }
        let changes = outcome.changes.filter(isKept)
        return with(StepOutcome(microsteps: outcome.microsteps, changes: changes, isOver: outcome.isOver))
    }

    /// An act told late that is written down, and leaves its case where the deadline led it.
    fileprivate func leavingWhatFellDue(in before: Submission?) -> CaseAdvanced {
        switch cause {
        case .lateAction, .correction:
            let isOver = before?[name]?.isOver ?? outcome.isOver
            return with(StepOutcome(microsteps: [], changes: [], isOver: isOver))
        case .action, .message, .deadline, .condition: return self
        }
    }
}

extension Change {
    fileprivate var isOfDeadline: Bool {
        switch self {
        case .deadlineArmed, .deadlineDisarmed, .deadlineMissed, .restated(.lastDue), .restated(.passed): true
        default: false
        }
    }

    /// Whether it takes back what followed by itself.
    fileprivate var isOfConsequence: Bool {
        switch self {
        case .restated(.undone), .restated(.approvals), .restated(.replacedBy), .restated(.decisions): true
        default: false
        }
    }
}

extension CaseRow.Outlook {
    fileprivate var aDayLater: CaseRow.Outlook {
        CaseRow.Outlook(
            procedure: procedure,
            state: state,
            turn: turn,
            movers: movers,
            due: due?.adding(days: 1),
            applicantDue: applicantDue,
            dueEarliest: dueEarliest,
            isDueUnconfirmed: isDueUnconfirmed,
            isFirstDayUnknown: isFirstDayUnknown,
            looksOutside: looksOutside,
            flagged: flagged
        )
    }
}

extension SubmissionEvent {
    fileprivate var advanced: CaseAdvanced? { if case .caseAdvanced(let advanced) = self { advanced } else { nil } }
}
