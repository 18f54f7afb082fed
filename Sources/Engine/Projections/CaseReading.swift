package import Regulation
package import Statecharts
package import Submissions

/// Where a case stands by its procedure, rules and calendar: what a status shows and what lists are ordered by.
package struct CaseReading {
    package let states: [StateID]
    package let reading: ClockReading?
    package let turn: StateDetail.Turn
    package let turnBody: BodyID?
    /// What falls due next while the case stays as it is: its running clock or its earliest deadline.
    package let due: DateBounds?
    /// Whether a figure or a holiday that no source confirms led to it.
    package let isDueUnconfirmed: Bool
}

extension Tasuki {
    package func course(
        of subject: Case,
        in submission: Submission,
        on today: CivilDate,
        _ bound: BoundCase,
        _ library: Library
    ) throws -> CaseReading {
        let procedure = bound.procedure
        let states = procedure.chart.atomicStates(of: subject.configuration)
        let reading = subject.currentClock
            .flatMap { subject.clocks[$0] }
            .map { $0.ledger.reading(on: today, calendar: bound.calendar(of: $0.ledger.rule.counting)) }
        let turn = subject.isOver ? .nobody : procedure.turn(in: states)
        // What was missed comes first, and stays until it is done.
        var dates = subject.missed.values.map { (DateBounds(exactly: $0.due), isSure: true) }
        dates += subject.deadlines.values.map { (DateBounds(exactly: $0.due), isSure: $0.confidence == .confirmed) }
        // Where nobody has to act, nothing is due, whatever clock was left running.
        if let reading, reading.isRunning, turn != .nobody, let due = reading.due {
            dates.append((due, reading.rule.confidence == .confirmed && reading.unconfirmedYears.isEmpty))
        }
        let next = dates.min { ($0.0.latest, $0.isSure ? 0 : 1) < ($1.0.latest, $1.isSure ? 0 : 1) }
        return CaseReading(
            states: states,
            reading: reading,
            turn: turn,
            turnBody: try body(of: turn, bound.rules, submission, library),
            due: next?.0,
            isDueUnconfirmed: next.map { !$0.isSure } ?? false
        )
    }

    /// The rows of the cases that changed between two folds.
    func changedRows(
        from before: Submission?,
        to after: Submission,
        at moment: Instant,
        _ library: Library
    ) throws -> [CaseRow] {
        try after.cases.filter { before?.hasSame($0, as: after) != true }
            .map { CaseRow($0, of: after, outlook: try outlook(of: $0, in: after, at: moment, library)) }
    }

    /// The rows of all cases of a submission, as of now.
    package func caseRows(of submission: Submission, _ reader: any StoreReader) throws -> [CaseRow] {
        try changedRows(from: nil, to: submission, at: try now(reader), Library(reader, world, pins))
    }

    private func outlook(
        of subject: Case,
        in submission: Submission,
        at moment: Instant,
        _ library: Library
    ) throws -> CaseRow.Outlook {
        let bound = try library.bound(subject)
        let (procedure, rules) = (bound.procedure, bound.rules)
        let course = try course(
            of: subject,
            in: submission,
            on: rules.zone.civilDate(at: moment),
            bound,
            library
        )
        let turn: CaseTurn =
            switch course.turn {
            case .applicant: .applicant
            case .body, .hub: course.turnBody.map { .body($0) } ?? .nobody
            case .others, .nobody: .nobody
            }
        return CaseRow.Outlook(
            procedure: procedure.id,
            state: course.states.first,
            turn: turn,
            movers: try movers(of: subject, moving: turn, in: submission, bound, library),
            due: course.due?.latest,
            isDueUnconfirmed: course.isDueUnconfirmed,
            looksOutside: !subject.isOver && procedure.looksOutside(in: subject.configuration),
            flagged: submission.hasOpenFlag(subject) ? rules.authority.last : nil
        )
    }

    private func movers(
        of subject: Case,
        moving turn: CaseTurn,
        in submission: Submission,
        _ bound: BoundCase,
        _ library: Library
    ) throws -> CaseMovers {
        let performers = bound.procedure.performers(in: subject.configuration)
        guard case .body(let body) = turn else {
            return turn == .applicant && performers.contains(.applicant) ? .applicant : .none
        }
        // For each event of each case: no more is looked up than the answer needs.
        let functions = bound.rules.bodies.first { $0.id == body }?.functions ?? []
        var roles: [String] = []
        for performer in performers {
            switch performer {
            case .role(let role, let function):
                if functions.contains(function), !roles.contains(role) { roles.append(role) }
            case .hub(let role):
                if !roles.contains(role), try hubBody(of: submission, library) == body { roles.append(role) }
            case .applicant: break
            }
        }
        return CaseMovers(roles.map { .role($0, at: body) })
    }

    /// Whether a deadline of the submission is due, or something outside it may have moved one of its cases.
    ///
    /// What only its own events can move came to rest with the last of them.
    func mayMove(_ submission: Submission, at moment: Instant, _ library: Library) throws -> Bool {
        try submission.cases.contains { subject in
            guard !subject.isOver else { return false }
            guard let procedure = try library.procedure(subject.procedure),
                let rules = try library.rules(subject.rules)
            else { return true }
            if let due = subject.firingDeadline, due < rules.zone.civilDate(at: moment) { return true }
            return procedure.looksOutside(in: subject.configuration)
        }
    }
}

extension Submission {
    /// Whether the row of `subject`, a case of `later`, is the one that this fold gave.
    fileprivate func hasSame(_ subject: Case, as later: Submission) -> Bool {
        guard let own = self[subject.name] else { return false }
        // A case's version does not count flags, and obligations stand beside it.
        return own.version == subject.version && own.replacedBy == subject.replacedBy
            && hasOpenFlag(own) == later.hasOpenFlag(subject)
            && nextObligation(of: own) == later.nextObligation(of: subject)
    }

    fileprivate func hasOpenFlag(_ subject: Case) -> Bool {
        subject.flags.contains { !$0.isSettled }
            || approval(of: subject.name)?.flags.contains { !$0.isSettled } ?? false
    }
}
