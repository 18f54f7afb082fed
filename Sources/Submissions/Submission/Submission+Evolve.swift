import Regulation
import Statecharts

extension Submission {
    /// The submission after `record`.
    ///
    /// Total: it never fails, and consults no procedure, rule or clock.
    package static func evolve(_ submission: Submission?, _ record: EventRecord) -> Submission? {
        var next = submission
        advance(&next, with: record)
        return next
    }

    /// Makes `submission` what ``evolve(_:_:)`` gives, in place: what is held once is not copied.
    package static func advance(_ submission: inout Submission?, with record: EventRecord) {
        if case .opened(let opened) = record.event {
            var new = Submission(opened, at: record.recordedAt)
            new.version = record.number
            submission = new
        } else {
            submission?.apply(record)
        }
    }

    /// The submission that its history describes.
    package static func replaying(_ history: some Sequence<EventRecord>) -> Submission? {
        history.reduce(into: nil) { advance(&$0, with: $1) }
    }

    mutating func apply(_ record: EventRecord) {
        version = record.number
        noteLetters(of: record)
        switch record.event {
        case .opened, .letterConfirmed, .letterDisputed:
            break
        case .amended(let new):
            restate(new.held, by: record.number)
            opened = new
        case .dossierFiled(let filed):
            filings.append(filed.filing)
            filedVersions[filed.filing.number] = opened.productVersion
            dossiers[filed.filing.number] = filed.entries
        case .caseOpened(let opened):
            cases.append(Case(opened, on: record.reckonedOn))
            apply(opened.outcome, to: cases.count - 1, record)
        case .caseAdvanced(let advanced):
            guard let index = index(of: advanced.name) else { return }
            if case .lateAction = advanced.cause { hasLateActs = true }
            if record.onBehalfOf != nil { cases[index].transcribed.append(record.number) }
            apply(advanced.outcome, to: index, record)
        case .messageIgnored:
            break
        case .corrected(let corrected):
            corrections[corrected.event, default: []].append(corrected)
            touch(corrected.name)
        case .actionReversed(let reversed):
            self.reversed.insert(reversed.event)
            touch(reversed.name)
        case .rulesRebound(let rebound):
            guard let index = index(of: rebound.name) else { return }
            cases[index].rules = rebound.new
            cases[index].version += 1
        case .approvalFlagged(let flagged):
            handledCauses.insert(Submission.causeKey(flagged.approval, flagged.flag))
            if let index = approvals.firstIndex(where: { $0.id == flagged.approval }) {
                approvals[index].flags.append(flagged.flag)
            } else if let index = cases.firstIndex(where: { approvalID(of: $0.name) == flagged.approval }) {
                cases[index].flags.append(flagged.flag)
            }
        }
    }

    /// Makes the approvals from outside the workspace those that are declared now; what others know of one stays.
    ///
    /// What changes or comes bears the number of the event as its revision: one that was taken away and comes again is never
    /// known by a revision of which others were told before.
    private mutating func restate(_ held: [Approval], by event: Int) {
        let before = opened.held
        approvals.removeAll { approval in
            before.contains { $0.id == approval.id } && !held.contains { $0.id == approval.id }
        }
        for approval in held where !before.contains(approval) {
            var next = approval
            next.revision = event
            guard let index = approvals.firstIndex(where: { $0.id == approval.id }) else {
                approvals.append(next)
                continue
            }
            next.flags = approvals[index].flags
            next.notices = approvals[index].notices
            approvals[index] = next
        }
    }

    static func causeKey(_ approval: Approval.ID, _ flag: Approval.Flag) -> String {
        "\(approval)<\(flag.cause.approval)@\(flag.cause.revision):\(flag.change.rawValue)"
    }

    mutating func touch(_ name: CaseName) {
        guard let index = index(of: name) else { return }
        cases[index].version += 1
    }

    /// Makes this what ``apply(_:)`` gives for a step, of which `stepped` has had every change applied already.
    mutating func conclude(_ advanced: CaseAdvanced, leaving stepped: Submission, _ record: EventRecord) {
        guard let index = index(of: advanced.name) else { return }
        self = stepped
        version = record.number
        noteLetters(of: record)
        if record.onBehalfOf != nil { cases[index].transcribed.append(record.number) }
        step(advanced.outcome, of: index, record)
    }

    private mutating func apply(_ outcome: StepOutcome, to index: Int, _ record: EventRecord) {
        step(outcome, of: index, record)
        for change in outcome.changes { apply(change, to: index, on: record.reckonedOn, event: record.number) }
        if cases[index].isUndone { cases.remove(at: index) }
    }

    private mutating func step(_ outcome: StepOutcome, of index: Int, _ record: EventRecord) {
        cases[index].version += 1
        let before = cases[index].configuration.active
        for microstep in outcome.microsteps { cases[index].configuration.apply(microstep) }
        if cases[index].configuration.active != before {
            cases[index].since = record.reckonedOn
            cases[index].isSinceOfAct = record.event.action != nil
        }
        cases[index].isOver = outcome.isOver
    }

    /// Applies one change: the only place where a case's data changes, for deciding and for replay alike.
    mutating func apply(_ change: Change, to index: Int, on date: PartialDate, event: Int) {
        switch change {
        case .variableSet(let name, let value): cases[index].variables[name] = value
        case .factSet(let fact): cases[index].facts.insert(fact)
        case .factCleared(let fact): cases[index].facts.remove(fact)
        case .clockStarted(let clock, let rule):
            cases[index].clocks[clock] = CaseClock(
                rule: rule,
                marks: [.init(kind: .started(by: .agency), on: date)],
                events: [event]
            )
            cases[index].currentClock = clock
        case .clockHeld(let clock, let side): mark(clock, .held(by: side), of: index, on: date, event: event)
        case .clockStopped(let clock): mark(clock, .stopped, of: index, on: date, event: event)
        case .deadlineArmed(let state, let deadline):
            cases[index].deadlines[state] = deadline
            cases[index].lastDue[state] = deadline.due
            cases[index].missed[state] = nil
        case .deadlineDisarmed(let state):
            cases[index].deadlines[state] = nil
            cases[index].missed[state] = nil
        case .deadlineMissed(let state, let within):
            guard let deadline = cases[index].deadlines.removeValue(forKey: state) else { return }
            cases[index].passed.append(PassedDeadline(state: state, due: deadline.due, event: event))
            if !within.isEmpty { cases[index].missed[state] = MissedDeadline(deadline, within: within) }
        case .feeRequired(let fee, let amount): cases[index].fees.append(Fee(id: fee, amount: amount))
        case .feeSettled(let fee, let reference):
            for position in cases[index].fees.indices where cases[index].fees[position].id == fee {
                cases[index].fees[position].settledBy = reference
            }
        case .filed(let filing):
            // What the hub filed for its bundle is known, and becomes the filing of one more case.
            if !filings.contains(where: { $0.number == filing.number }) {
                filings.append(filing)
                filedVersions[filing.number] = opened.productVersion
            }
            cases[index].filings.append(filing.number)
        case .questionsAdded(let added): questions += added
        case .questionsConsolidated(let ids): setStatus(.consolidated, of: ids)
        case .questionMerged(let id, let other):
            setStatus(.consolidated, of: [id])
            merged[id] = other
        case .questionDeclined(let id, let reason):
            setStatus(.declined, of: [id])
            for position in questions.indices where questions[position].id == id { questions[position].answer = reason }
        case .questionAnswered(let id, let text):
            setStatus(.answered, of: [id])
            for position in questions.indices where questions[position].id == id { questions[position].answer = text }
        case .referencesCited(let references): cases[index].references = references
        case .doubtFlagged(let flag): cases[index].flags.append(flag)
        case .doubtSettled:
            for flag in cases[index].flags.indices where cases[index].flags[flag].change == .unsure {
                cases[index].flags[flag].isSettled = true
            }
        case .flagsSettled(let id):
            for flag in cases[index].flags.indices { cases[index].flags[flag].isSettled = true }
            applyToApprovals(.flagsSettled(id))
        case .consentGiven(let jurisdictions):
            consents += jurisdictions.filter { !consents.contains($0) }
        case .reportShared(let jurisdictions, let report):
            for jurisdiction in jurisdictions { sharedReports[jurisdiction] = report }
        case .decided(let decision):
            cases[index].decisions.append(decision)
        case .feeRecorded(let entry): cases[index].ledger.append(entry)
        case .obligationsAdded(let added): obligations += added
        case .obligationClosed(let id, let standing, let evidence, let event):
            guard let position = obligations.firstIndex(where: { $0.id == id }) else { return }
            obligations[position].standing = standing
            obligations[position].closedOn = date
            obligations[position].endedBy = event
            obligations[position].evidence += evidence
        case .studyRecorded(let study):
            if let position = studies.firstIndex(where: { $0.id == study.id }) {
                studies[position] = study
            } else {
                studies.append(study)
            }
        case .answerDocumented(let id, let documents):
            for position in questions.indices where questions[position].id == id {
                questions[position].evidence += documents
            }
        case .approvalGranted, .approvalAmended, .approvalStandingChanged, .approvalVersionChanged,
            .approvalProlonged, .approvalHolderChanged, .safetyNoted:
            applyToApprovals(change)
        case .bundleJoined(let hub):
            cases[index].joined.append(.init(hub: hub, decisionsBefore: cases[index].decisions.count))
        case .sent: break
        case .restated(let restatement): apply(restatement, to: index)
        case .replaced(let name): cases[index].replacedBy = name
        }
    }

    private mutating func mark(
        _ clock: ClockName,
        _ kind: ClockLedger.MarkKind,
        of index: Int,
        on date: PartialDate,
        event: Int
    ) {
        cases[index].clocks[clock]?.marks.append(.init(kind: kind, on: date))
        cases[index].clocks[clock]?.events.append(event)
        cases[index].currentClock = clock
    }

    private mutating func setStatus(_ status: Question.Status, of ids: [QuestionID]) {
        for position in questions.indices where ids.contains(questions[position].id) {
            questions[position].status = status
        }
    }
}
