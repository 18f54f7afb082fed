import Regulation
import Statecharts

/// One command on its way through a submission: the state so far, the events so far, the messages still to deliver.
struct DecisionRun {
    /// Bounds the macrosteps of one command over all cases; past it the command is refused as a whole.
    static let bound = 1_000

    var context: DecisionContext
    /// What is kept of the course that is taken again; `nil` where something happens for the first time.
    var retaking: Retaking?
    /// What the register said anew to the step that is put right.
    var judged: Restatement?
    var submission: Submission
    var records: [EventRecord] = []
    var queue: [(event: EventName, to: CaseName, from: CaseName, payload: Payload)] = []
    private var macrosteps = 0

    init(_ submission: Submission, in context: DecisionContext) {
        self.submission = submission
        self.context = context
    }

    init(opening opened: SubmissionOpened, in context: DecisionContext) {
        self.init(Submission(opened, at: context.now), in: context)
    }

    // MARK: - Recording

    /// Appends an event and folds it in, so that what follows is decided on what replay will see.
    ///
    /// Everything is reckoned from `date`; `stated` is what the person said of it, where that is not the same.
    mutating func record(
        _ event: SubmissionEvent,
        on date: PartialDate,
        stated: PartialDate? = nil,
        onBehalfOf: Actor.Capacity? = nil
    ) {
        let record = next(event, on: date, stated, onBehalfOf: onBehalfOf)
        records.append(record)
        submission.apply(record)
        retaking?.number = nil
    }

    /// The number of the next event: the one it has in the log where it is taken again.
    var nextNumber: Int { retaking.map { $0.number ?? $0.derived } ?? submission.version + 1 }

    /// As above, for a step whose changes were applied already while it ran, to a copy that is `stepped`.
    mutating func record(
        _ advanced: CaseAdvanced,
        leaving stepped: Submission,
        on date: PartialDate,
        stated: PartialDate?,
        onBehalfOf: Actor.Capacity? = nil
    ) {
        let record = next(.caseAdvanced(advanced), on: date, stated, onBehalfOf: onBehalfOf)
        records.append(record)
        submission.conclude(advanced, leaving: stepped, record)
        retaking?.number = nil
    }

    private func next(
        _ event: SubmissionEvent,
        on date: PartialDate,
        _ stated: PartialDate?,
        onBehalfOf: Actor.Capacity?
    ) -> EventRecord {
        EventRecord(
            number: nextNumber,
            occurredOn: stated ?? date,
            within: stated == nil || stated == date ? nil : date,
            recordedAt: context.now,
            recordedBy: context.actor,
            onBehalfOf: onBehalfOf,
            event: event
        )
    }

    func bound(_ subject: Case) throws(Refusal) -> BoundCase { try context.rulebook.bound(subject.pins) }

    func rules(of subject: Case) throws(Refusal) -> Jurisdiction { try bound(subject).rules }

    func subject(_ name: CaseName) throws(Refusal) -> Case {
        guard let subject = submission[name] else { throw .noSuchCase(name, known: submission.cases.map(\.name)) }
        return subject
    }

    // MARK: - Macrosteps

    func host(
        for subject: Case,
        _ payload: Payload,
        on date: PartialDate,
        revision: DocumentDigest?,
        ofAct isOfAct: Bool = false
    ) throws(Refusal) -> CaseHost {
        let situation = Situation(
            submission: submission,
            name: subject.name,
            bound: try bound(subject),
            payload: payload,
            occurredOn: date,
            register: context.approvals,
            isOfAct: isOfAct
        )
        return CaseHost(situation, revision: revision, in: context, number: nextNumber, retaking: retaking)
    }

    /// Records the macrostep that `host` has run, queues its messages, and opens the fallback case if it asked so.
    mutating func finish(
        _ microsteps: [Microstep],
        _ host: consuming CaseHost,
        cause: CaseAdvanced.Cause,
        onBehalfOf: Actor.Capacity? = nil
    ) throws(Refusal) {
        macrosteps += 1
        guard macrosteps <= Self.bound else { throw .unsettled(microsteps: Self.bound) }
        let outcome = try close(&host, microsteps, of: try subject(host.name), cause)
        let stated = host.stated
        let payload = stated?.payload ?? host.payload
        let advanced = CaseAdvanced(name: host.name, cause: cause, payload: payload, outcome: outcome)
        record(
            advanced,
            leaving: host.submission,
            on: host.occurredOn,
            stated: stated?.occurredOn,
            onBehalfOf: onBehalfOf
        )
        enqueue(host)
        try openTracks(host)
        if host.opensFallback { try openFallback(of: host.name, on: host.occurredOn) }
    }

    mutating func enqueue(_ host: CaseHost) {
        queue += host.sends.map { ($0.event, $0.to, host.name, .empty) }
    }

    /// Arms the deadlines of states entered, disarms those of states left, and sums the macrostep up.
    func close(
        _ host: inout CaseHost,
        _ microsteps: [Microstep],
        of subject: Case,
        _ cause: CaseAdvanced.Cause? = nil
    ) throws(Refusal) -> StepOutcome {
        var fired: StateID?
        if case .deadline(let state, _) = cause { fired = state }
        var configuration = subject.configuration
        var entered: [StateID] = []
        for microstep in microsteps {
            for state in microstep.exited
            where state != fired && (subject.deadlines[state] != nil || entered.contains(state)) {
                host.record(.deadlineDisarmed(state))
            }
            for (state, missed) in subject.missed.sorted(by: { $0.key < $1.key })
            where missed.within.contains(where: microstep.exited.contains) {
                host.record(.deadlineDisarmed(state))
            }
            entered = entered.filter { !microstep.exited.contains($0) } + microstep.entered
            configuration.apply(microstep)
        }
        if let fired { host.record(missing(fired, host.procedure, configuration, entered)) }
        for state in entered {
            guard let rule = host.procedure.details[state]?.deadline, let deadline = try armed(rule, in: state, host)
            else {
                continue
            }
            host.record(.deadlineArmed(state, deadline))
        }
        return StepOutcome(
            microsteps: microsteps,
            changes: host.changes,
            isOver: host.procedure.chart.isHalted(configuration)
        )
    }

    /// What becomes of a deadline whose last day is over: it is owed as long as somebody is still to do something.
    private func missing(
        _ state: StateID,
        _ procedure: Procedure,
        _ configuration: Configuration,
        _ entered: [StateID]
    ) -> Change {
        let chart = procedure.chart
        let reached = entered.filter { chart.state($0)?.kind == .atomic }
        let within = configuration.active.contains(state) ? [state] : reached
        if procedure.details[state]?.deadline?.isBeginning == true { return .deadlineDisarmed(state) }
        let isOwed =
            !chart.isHalted(configuration) && within.contains { procedure.details[$0]?.turn != .nobody }
        return .deadlineMissed(state, within: isOwed ? within : [])
    }

    /// The deadline as a date: the last day on which it is kept, the latest possible where dates are imprecise.
    private func armed(_ rule: DeadlineRule, in state: StateID, _ host: CaseHost) throws(Refusal) -> ArmedDeadline? {
        let situation = host.situation
        let basis = rule.basis(on: host.occurredOn, dates: situation.date, periods: host.period)
        guard let basis else { return nil }
        // A date just handed in must lie ahead, unless with it something only begins; one that has passed since it was set is
        // due, and fires.
        if !rule.isBeginning, case .named(let variable, let date) = basis, date.latest < host.occurredOn.earliest,
            host.payload.date(FieldName(variable.rawValue)) != nil
        {
            let misfit = DateMisfit(kind: .behind(orSame: false), date: date, from: host.occurredOn)
            throw .misplacedDate(FieldName(variable.rawValue), misfit)
        }
        return try deadline(rule, in: state, by: basis, host)
    }

    func deadline(
        _ rule: DeadlineRule,
        in state: StateID,
        by basis: DeadlineBasis,
        _ host: CaseHost
    ) throws(Refusal) -> ArmedDeadline {
        let isApplicants = host.procedure.turn(of: state) == .applicant
        let calendar = try basis.period.map { period throws(Refusal) in
            try host.calendar(of: period.law.counting, forApplicant: isApplicants)
        }
        return basis.armed(rule, in: calendar ?? host.bound.calendar)
    }

    // MARK: - Quiescence

    /// Delivers every message in order, then lets conditions that came true move their cases, until nothing moves.
    mutating func settle(on date: PartialDate) throws(Refusal) {
        repeat {
            while !queue.isEmpty {
                let delivery = queue.removeFirst()
                try deliver(delivery.event, to: delivery.to, from: delivery.from, on: date)
            }
        } while try settleConditions(on: date)
    }

    private mutating func deliver(
        _ event: EventName,
        to name: CaseName,
        from sender: CaseName,
        on date: PartialDate
    ) throws(Refusal) {
        let recipient = try subject(name)
        var host = try host(for: recipient, .empty, on: date, revision: nil)
        host.trigger = event
        let chart = host.procedure.chart
        if let microsteps = try chart.step(from: recipient.configuration, on: event, host: &host) {
            try finish(microsteps, host, cause: .message(event, from: sender))
        } else {
            record(.messageIgnored(MessageIgnored(name: name, message: event, from: sender)), on: date)
        }
    }

    /// Runs the first case in case order whose eventless transitions are enabled; whether there was one.
    private mutating func settleConditions(on date: PartialDate) throws(Refusal) -> Bool {
        for index in submission.cases.indices where !submission.cases[index].isOver {
            let chart = try context.rulebook.bound(submission.cases[index].pins).procedure.chart
            guard chart.mayMoveByItself(from: submission.cases[index].configuration) else { continue }
            let candidate = submission.cases[index]
            var host = try host(for: candidate, .empty, on: date, revision: nil)
            guard let microsteps = try chart.settle(from: candidate.configuration, host: &host) else { continue }
            try finish(microsteps, host, cause: .condition)
            return true
        }
        return false
    }
}
