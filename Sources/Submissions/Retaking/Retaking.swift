import Regulation
import Statecharts

/// What a step that is taken again keeps of its first time.
struct Retaking {
    /// The number of the step's own event; `nil` once it is recorded.
    var number: Int?
    /// The event that put something right, to which everything that follows by itself is put down.
    let derived: Int
    /// Events that people recorded.
    let personal: Set<Int>
    let pins: [CaseName: BoundCase.Pins]
    /// Countries whose class was put right.
    let reclassed: Set<JurisdictionCode>
    /// The step, as its history has it.
    let step: Course.Step
    /// When what is put right now is told.
    let now: Instant
    /// Whether the register is asked again: the step is moved now, and was not moved before.
    let isJudgedAnew: Bool
    /// Whether it has not begun: only what is due before it happens.
    var isBefore = false

    /// Whether cases are bound to what they were bound to.
    var bindsAsRecorded: Bool { !step.isMoved }

    func pins(of name: CaseName, in code: JurisdictionCode) -> BoundCase.Pins? {
        bindsAsRecorded && !reclassed.contains(code) ? pins[name] : nil
    }

    /// The approvals elsewhere on which the step was found to rest; `nil` where they are looked for again.
    func references(of name: CaseName) -> [Approval.Reference]? {
        isJudgedAnew ? nil : step.found[name]?.references ?? []
    }

    /// The countries in which the product was found to be on the market; `nil` where they are looked for again.
    func markets(of name: CaseName) -> [JurisdictionCode]? {
        isJudgedAnew ? nil : step.found[name]?.markets ?? []
    }

    /// What the register says to the transition of a step that is taken again.
    func answer(to transition: Statechart.Transition, in name: CaseName) -> RegisterAnswer {
        if isBefore { return .no }
        // Of an act in time that is typed in late there is no first time.
        if isJudgedAnew, transition.event != nil || step.isLate { return .asked }
        return step.found[name]?.transitions.contains(transition.index) == true ? .yes : .no
    }
}

/// What stands of the answer that the register gave.
enum RegisterAnswer {
    case yes, no
    /// It is asked again.
    case asked
}

extension DecisionRun {
    /// The submission as it would be, had everything been right from the start.
    ///
    /// `new` is the step that is put right or put in now: where it cannot be taken, that is the answer itself. What follows by itself
    /// is put down to the event `derived`.
    ///
    /// - Throws: ``Refusal/heldBy(_:_:_:_:)`` with the first act of a person that could not have been done.
    /// - Returns: The run at its end.
    static func retaking(
        _ course: Course,
        putting new: Int,
        derived: Int,
        in context: DecisionContext
    ) throws(Refusal) -> DecisionRun {
        guard let first = course.steps.first, case .open(let opened) = first.deed else { throw .notOpen(context.name) }
        let personal = Set(course.steps.filter(\.isOfAPerson).map(\.number))
        var run = DecisionRun(opening: opened, in: context.at(first))
        for step in course.steps {
            run.retaking = Retaking(
                number: step.number,
                derived: derived,
                personal: personal,
                pins: course.pins,
                reclassed: course.reclassed,
                step: step,
                now: context.now,
                isJudgedAnew: step.number == new && step.isMoved
            )
            do throws(Refusal) {
                if step.number == new, step.isMoved {
                    try run.judge(step, in: context)
                } else {
                    try run.take(step, in: context)
                }
            } catch {
                if case .unprepared = error { throw error }
                if step.number == new { throw error }
                throw step.isOfAPerson ? step.held : error
            }
        }
        return run
    }

    /// Takes a step for which the register is asked again, and remembers what it said where that is new.
    private mutating func judge(_ step: Course.Step, in asked: DecisionContext) throws(Refusal) {
        let (before, first) = (submission.approvals, records.count)
        try take(step, in: asked)
        var found: [CaseName: RegisterFinding] = [:]
        for record in records.dropFirst(first) { found.add(record.event) }
        found = found.withoutMarkets(before.markets(on: step.occurredOn, ofAct: true))
        if found != step.found {
            judged = .judged(event: step.number, found.values.sorted { $0.name < $1.name })
        }
    }

    private mutating func take(_ step: Course.Step, in asked: DecisionContext) throws(Refusal) {
        if step.isOfAPerson, !step.isLate {
            context = asked.at(step, by: .deadline)
            let own = retaking
            retaking?.number = nil
            retaking?.isBefore = true
            try fireDeadlines()
            retaking = own
        }
        context = asked.at(step)
        switch step.deed {
        case .open(let opened): try open(opened)
        case .amend(let new): try amend(new)
        case .file(let filed): try file(filed.filing.revision, filed.entries, for: filed.targets)
        case .act(let act):
            try carryOut(
                act.name,
                act.action,
                act.payload,
                act.revision,
                on: step.occurredOn,
                onBehalfOf: act.onBehalfOf
            )
        case .openTrack(let track, let code, let bundle): try openTrack(track, code, in: bundle)
        case .openHub(let hub, let code): try openHub(hub, code)
        case .rebind(let rebound):
            let subject = try subject(rebound.name)
            // Of a class that was put right the rules are those for the right one.
            let isReclassed = retaking?.reclassed.contains(subject.jurisdiction) == true
            let day = subject.openedOn.latest
            let opening = try isReclassed ? opening(subject.jurisdiction, subject.route, on: day) : nil
            let bound = RulesRebound(
                name: rebound.name,
                old: subject.rules,
                new: opening?.pins.rules ?? rebound.new,
                reason: rebound.reason
            )
            record(.rulesRebound(bound), on: step.occurredOn)
        case .flag(let flags): try reconsider(flags)
        case .lookAround: try fireDeadlines()
        }
    }
}

extension Course.Step {
    fileprivate var held: Refusal {
        var action: ActionName?
        if case .act(let act) = deed { action = act.action }
        return .heldBy(number, action, record.event.subject, record.recordedBy.person)
    }
}

extension DecisionContext {
    /// The context in which the step was taken.
    fileprivate func at(_ step: Course.Step, by actor: Actor? = nil) -> DecisionContext {
        DecisionContext(
            name: name,
            actor: actor ?? step.record.recordedBy,
            now: step.record.recordedAt,
            occurredOn: step.isOfAPerson && actor == nil ? step.occurredOn : nil,
            expected: nil,
            rulebook: rulebook,
            approvals: approvals
        )
    }
}

extension Submission {
    /// Whether anything in its history is not as it was first recorded.
    package var wasPutRight: Bool { !corrections.isEmpty || !reversed.isEmpty || hasLateActs }

    /// The events that led here, as they would have been had everything been right from the start.
    ///
    /// - Parameters:
    ///   - history: Every event of the submission.
    ///   - rulebook: What is known outside the submission.
    ///   - approvals: Approvals of the same product that other submissions hold.
    /// - Returns: The events of the course.
    /// - Throws: Where an act of a person could not have been done, which corrections see to that it can.
    package func course(
        _ history: [EventRecord],
        _ rulebook: Rulebook,
        _ approvals: [Approval]
    ) throws(Refusal) -> [EventRecord] {
        let context = DecisionContext(
            name: name,
            actor: .deadline,
            now: history.last?.recordedAt ?? openedAt,
            occurredOn: nil,
            expected: nil,
            rulebook: rulebook,
            approvals: approvals
        )
        return try DecisionRun.retaking(Course(history, of: self), putting: 0, derived: 0, in: context).records
    }
}
