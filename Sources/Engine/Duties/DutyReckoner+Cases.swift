import Regulation
import Statecharts
package import Submissions

// Deadlines that procedures have set, and the targets of review clocks.
extension DutyReckoner {
    func deadlines(of subject: Case, _ bound: BoundCase) -> [Duty] {
        let undated = undated(of: subject, bound)
        let (procedure, pinned) = (bound.procedure, bound.rules)
        let active = procedure.chart.atomicStates(of: subject.configuration)
        let armed = subject.deadlines.map { (state: $0.key, owed: [$0.key], due: $0.value.bounds, $0.value.confidence) }
        let missed = subject.missed.map { state, missed in
            (state: state, owed: missed.within, due: missed.bounds, Confidence.confirmed)
        }
        let dated = (armed + missed).sorted { $0.state < $1.state }.compactMap {
            state,
            owed,
            due,
            confidence -> Duty? in
            let within = active.filter { atom in
                owed.contains { $0 == atom || procedure.chart.ancestors(of: atom).contains($0) }
            }
            let kind = kind(of: procedure.details[state]?.deadline)
            // A registration waits for nobody, but who must see to it in time is its holder.
            // The letter's date is told once, with its questions.
            if kind == .deadline, isTold(due.latest, asQuestionsOf: subject) { return nil }
            let turn = kind == .deadline ? procedure.turn(in: within.isEmpty ? [state] : within) : .applicant
            let held = submission.concernedApproval(of: subject.name)
            let about: Duty.Subject =
                if kind != .deadline, let held { .approval(held.id, number: held.number) } else {
                    .state(state, of: procedure.id)
                }
            return item(
                kind,
                about,
                on: due,
                of: subject.name,
                in: subject.jurisdiction,
                turn: turn,
                turnBody: body(of: turn, pinned),
                today: today(in: pinned),
                confidence: confidence
            )
        }
        guard let event = SafetyEvent(subject.variables)?.kind else { return dated + undated }
        return (dated + undated).map { duty in
            var duty = duty
            duty.event = event
            return duty
        }
    }

    /// What is counted from a day that is known by a period that no rule states: it is to be done, and nobody says by when.
    private func undated(of subject: Case, _ bound: BoundCase) -> [Duty] {
        bound.procedure.statesDueAfterVariables.compactMap { state in
            guard subject.configuration.active.contains(state),
                case .variablePlus(let variable, let name)? = bound.procedure.details[state]?.deadline?.due,
                subject.deadlines[state] == nil, subject.missed[state] == nil, subject.variables[variable] != nil,
                bound.period(name, .empty, subject.variables, submission.opened.classes[subject.jurisdiction]) == nil
            else { return nil }
            let turn = bound.procedure.turn(in: [state])
            return item(
                .deadline,
                .state(state, of: bound.procedure.id),
                on: nil,
                of: subject.name,
                in: subject.jurisdiction,
                turn: turn,
                turnBody: body(of: turn, bound.rules),
                today: today(in: bound.rules)
            )
        }
    }

    private func isTold(_ due: CivilDate, asQuestionsOf subject: Case) -> Bool {
        submission.questions.contains { question in
            question.origin == subject.name && question.status == .issued && question.due?.latest == due
        }
    }

    /// A deadline on a date that the core reads from an approval tells of that approval, and is no deadline of its own.
    private func kind(of deadline: DeadlineRule?) -> Duty.Kind {
        guard case .variable(let variable) = deadline?.due else { return .deadline }
        return Duty.Kind.registration.first { $0.value == variable }?.key ?? .deadline
    }

    func targets(of subject: Case, _ bound: BoundCase) -> [Duty] {
        let running = subject.clocks.filter { $0.value.ledger.isRunning }
        guard !running.isEmpty else { return [] }
        let turn = bound.procedure.turn(in: bound.procedure.chart.atomicStates(of: subject.configuration))
        // Where nobody has to act, nothing is due, whatever clock was left running.
        guard turn != .nobody else { return [] }
        return running.sorted { $0.key < $1.key }.compactMap { name, clock in
            target(name, clock, of: subject, bound, turn, body(of: turn, bound.rules), isDue: true)
        }
    }

    /// The targets of clocks that are no longer due, since they have stopped or nobody has to act.
    package func formerTargets(of subject: Case) -> [Duty] {
        guard let bound = rules.of(subject) else { return [] }
        return subject.clocks.sorted { $0.key < $1.key }.compactMap { name, clock in
            target(name, clock, of: subject, bound, .nobody, nil, isDue: false)
        }
    }

    private func target(
        _ name: ClockName,
        _ clock: CaseClock,
        of subject: Case,
        _ bound: BoundCase,
        _ turn: StateDetail.Turn,
        _ turnBody: BodyID?,
        isDue: Bool
    ) -> Duty? {
        let today = today(in: bound.rules)
        let calendar = bound.calendar(of: clock.ledger.rule.counting)
        guard let (due, isSure) = clock.ledger.due(on: today, calendar: calendar) else { return nil }
        return item(
            .target,
            .clock(name),
            on: due,
            of: subject.name,
            in: subject.jurisdiction,
            turn: turn,
            turnBody: turnBody,
            // Nobody is late with what is no longer due.
            today: isDue ? today : min(today, due.latest),
            confidence: isSure ? .confirmed : .unconfirmed
        )
    }

    private func body(of turn: StateDetail.Turn, _ pinned: Jurisdiction) -> BodyID? {
        switch turn {
        case .body(let function): pinned.body(that: function)?.id
        case .hub: rules.hub
        case .applicant, .others, .nobody: nil
        }
    }
}

extension Duty.Kind {
    /// The variables into which the core reads the dates of an approval.
    package static let registration: [Duty.Kind: VariableName] = [
        .validity: "validUntil", .renewalOpens: "renewalOpens", .renewalCloses: "renewalCloses",
    ]
}
