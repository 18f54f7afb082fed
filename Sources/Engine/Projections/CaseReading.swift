package import Regulation
package import Statecharts
package import Submissions

/// Where a case stands by its procedure, rules and calendar: what a status shows and what lists are ordered by.
package struct CaseReading {
    package let states: [StateID]
    package let turn: StateDetail.Turn
    package let turnBody: BodyID?
    /// Whose move it is in other parts that run side by side.
    package let otherMovers: [CaseTurn]
    /// What is to be done in the case, in no order.
    package let duties: [Duty]
}

/// What a row says of a case by the states in which it stands.
struct CasePosture: Sendable {
    /// The first active atomic state in document order.
    let state: StateID?
    let turn: CaseTurn
    let movers: CaseMovers
    let looksOutside: Bool
}

extension Tasuki {
    package func course(
        of subject: Case,
        in submission: Submission,
        at moment: Instant,
        _ bound: BoundCase,
        _ library: Library,
        _ rules: DutyReckoner.Rules? = nil
    ) throws -> CaseReading {
        let procedure = bound.procedure
        let states = procedure.chart.atomicStates(of: subject.configuration)
        let turn = subject.isOver ? .nobody : procedure.turn(in: states)
        let others = subject.isOver ? [] : procedure.turns(in: states).filter { $0 != turn }
        return CaseReading(
            states: states,
            turn: turn,
            turnBody: try body(of: turn, bound.rules, submission, library),
            otherMovers: try others.compactMap { try mover($0, bound.rules, submission, library) }.uniqued(),
            duties: try duties(of: subject, in: submission, at: moment, bound, library, rules)
        )
    }

    private func duties(
        of subject: Case,
        in submission: Submission,
        at moment: Instant,
        _ bound: BoundCase,
        _ library: Library,
        _ known: DutyReckoner.Rules? = nil
    ) throws -> [Duty] {
        let rules = try known ?? dutyRules(subject, in: submission, library, zone: bound.rules.zone)
        return DutyReckoner(submission, at: moment, rules).duties(of: subject)
    }

    /// The rows of the cases that changed between two folds.
    func changedRows(
        from before: Submission?,
        to after: Submission,
        at moment: Instant,
        _ library: Library
    ) throws -> [CaseRow] {
        // Most events leave all that stands beside the cases as it was, which is seen at once.
        let isSameBeside = before?.hasSameBeside(after) ?? false
        // Classes, holders and claims bear on every row.
        let isAmended = before.map { $0.opened != after.opened } ?? true
        // By index: most cases are passed over, and need not be copied.
        return try after.cases.indices.filter { isAmended || before?.hasSame($0, of: after, isSameBeside) != true }
            .map { try row(of: after.cases[$0], in: after, at: moment, library) }
    }

    /// The rows of all cases of a submission, as of now.
    package func caseRows(of submission: Submission, _ reader: any StoreReader) throws -> [CaseRow] {
        try changedRows(from: nil, to: submission, at: try now(reader), Library(reader, world, pins))
    }

    private func row(
        of subject: Case,
        in submission: Submission,
        at moment: Instant,
        _ library: Library
    ) throws -> CaseRow {
        let bound = try library.bound(subject)
        let posture = try posture(of: subject, in: submission, bound, library)
        let duties = try duties(of: subject, in: submission, at: moment, bound, library)
        let next = duties.next
        let outlook = CaseRow.Outlook(
            procedure: bound.procedure.id,
            state: posture.state,
            turn: posture.turn,
            movers: posture.movers,
            due: next?.date?.latest,
            applicantDue: subject.replacedBy == nil ? duties.applicantDue : nil,
            dueEarliest: next?.date?.earliest,
            isDueUnconfirmed: next?.confidence == .unconfirmed,
            isFirstDayUnknown: try next.map { try isFirstDayUnknown($0, of: submission, bound) } ?? false,
            looksOutside: posture.looksOutside,
            flagged: duties.filter(\.isBesideTheTurn).compactMap(\.turnBody).uniqued().sorted()
        )
        return CaseRow(subject, of: submission, outlook: outlook)
    }

    /// What a row says by the states alone in which its case stands: of cases that are bound alike and stand in the same
    /// ones it is worked out once, unless the hub is asked, which is each submission's own.
    private func posture(
        of subject: Case,
        in submission: Submission,
        _ bound: BoundCase,
        _ library: Library
    ) throws -> CasePosture {
        func worked() throws -> CasePosture {
            let states = bound.procedure.chart.atomicStates(of: subject.configuration)
            let turn = bound.procedure.turn(in: states)
            return CasePosture(
                state: states.first,
                turn: try subject.isOver ? .nobody : mover(turn, bound.rules, submission, library) ?? .nobody,
                movers: try movers(of: subject, in: states, submission, bound, library),
                looksOutside: !subject.isOver && bound.procedure.looksOutside(in: subject.configuration)
            )
        }
        if subject.isOver || bound.procedure.involvesHub { return try worked() }
        return try pins.posture(of: subject, orWork: worked)
    }

    private func mover(
        _ turn: StateDetail.Turn,
        _ rules: Jurisdiction,
        _ submission: Submission,
        _ library: Library
    ) throws -> CaseTurn? {
        switch turn {
        case .applicant: .applicant
        case .body, .hub: try body(of: turn, rules, submission, library).map { .body($0) }
        case .others, .nobody: nil
        }
    }

    /// Who may do something in a state in which it is their move: parts that run side by side each have a turn.
    private func movers(
        of subject: Case,
        in states: [StateID],
        _ submission: Submission,
        _ bound: BoundCase,
        _ library: Library
    ) throws -> CaseMovers {
        guard !subject.isOver else { return .none }
        let performers = bound.procedure.performers(in: subject.configuration)
        var movers: [Actor.Capacity] = []
        for turn in bound.procedure.turns(in: states) {
            if turn == .applicant {
                if performers.contains(.applicant) { movers.append(.applicant) }
                continue
            }
            guard let body = try body(of: turn, bound.rules, submission, library) else { continue }
            // For each event of each case: no more is looked up than the answer needs.
            let functions = bound.rules.bodies.first { $0.id == body }?.functions ?? []
            for performer in performers {
                switch performer {
                case .role(let role, let function):
                    if functions.contains(function) { movers.append(.role(role, at: body)) }
                case .hub(let role):
                    if try hubBody(of: submission, library) == body { movers.append(.role(role, at: body)) }
                case .applicant: break
                }
            }
        }
        return CaseMovers(movers.uniqued())
    }

    /// Whether a deadline of the submission is due, or something outside it may have moved one of its cases.
    ///
    /// What only its own events can move came to rest with the last of them.
    func mayMove(_ submission: Submission, at moment: Instant, _ library: Library) throws -> Bool {
        // By index: what is looked at need not be copied.
        let cases = submission.cases
        return try cases.indices.contains { index in
            guard !cases[index].isOver else { return false }
            guard let procedure = try library.procedure(cases[index].procedure),
                let rules = try library.rules(cases[index].rules)
            else { return true }
            if let due = cases[index].firingDeadline, due < rules.zone.civilDate(at: moment) { return true }
            return procedure.looksOutside(in: cases[index].configuration)
        }
    }
}

extension Submission {
    /// Whether the row of the case at `position` of `later` is the one that this fold gave.
    fileprivate func hasSame(_ position: Int, of later: Submission, _ isSameBeside: Bool) -> Bool {
        guard let own = index(of: later.cases[position].name) else { return false }
        // A case's version does not count flags, and what is asked, owed and approved stands beside it.
        return cases[own].version == later.cases[position].version
            && cases[own].replacedBy == later.cases[position].replacedBy
            && hasOpenFlag(at: own) == later.hasOpenFlag(at: position)
            // From the day on which a body acts here itself, it is asked of every letter of its.
            && (actingBodies == later.actingBodies || later.cases[position].transcribed.isEmpty)
            && (isSameBeside || hasSameDuties(cases[own], as: later))
    }

    /// Whether nothing changed from which duties in cases other than the one that moved are reckoned.
    fileprivate func hasSameBeside(_ later: Submission) -> Bool {
        questions == later.questions && obligations == later.obligations && approvals == later.approvals
            && (approvals.isEmpty
                || cases.lazy.filter(\.isTrack).map(\.version).elementsEqual(
                    later.cases.lazy.filter(\.isTrack).map(\.version)
                ))
    }

    /// Whether nothing beside the case changed that duties in it are reckoned from; rather too often not.
    private func hasSameDuties(_ subject: Case, as later: Submission) -> Bool {
        func asked(_ submission: Submission) -> [Question] { submission.questions.filter { $0.origin == subject.name } }
        func owed(_ submission: Submission) -> [Obligation] {
            // A yearly fee is reckoned from those of the whole jurisdiction.
            submission.obligations.filter { $0.name == subject.name || $0.kind == .retention }
        }
        func approved(_ submission: Submission) -> [Approval] {
            submission.approvals.filter { $0.jurisdiction == subject.jurisdiction }
        }
        guard approved(self) == approved(later), asked(self) == asked(later), owed(self) == owed(later) else {
            return false
        }
        // Tracks keep the dates of an approval, and a renewal that is filed ends what asked for it.
        return approved(later).isEmpty
            || tracks(in: subject.jurisdiction) == later.tracks(in: subject.jurisdiction)
    }

    /// The versions of the tracks of a jurisdiction.
    private func tracks(in code: JurisdictionCode) -> [Int] {
        cases.filter { $0.isTrack && $0.jurisdiction == code }.map(\.version)
    }

    fileprivate func hasOpenFlag(_ subject: Case) -> Bool { !openFlags(of: subject).isEmpty }

    private func hasOpenFlag(at position: Int) -> Bool {
        if cases[position].flags.isEmpty, approvals.isEmpty { return false }
        return hasOpenFlag(cases[position])
    }
}
