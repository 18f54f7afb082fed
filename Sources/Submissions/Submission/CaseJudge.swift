import Regulation
package import Statecharts

/// Judges again what a case is recorded to have done, by the procedure to which it is bound.
///
/// Guards are not run again: what they asked of other cases, of rules and of the register is no part of the case. That
/// the recorded transitions can follow from the case before, and lead where the record says, is.
package struct CaseJudge: Sendable {
    private let chart: Statechart
    private let isGuarded: [Bool]
    /// What may still be entered into the ledger of a case that is over, by the act that enters it.
    private let afterEnd: [ActionName: FeeEntry.Kind]

    package init(_ procedure: Procedure) {
        chart = procedure.chart
        isGuarded = procedure.chart.transitions.map { procedure.guards[$0.tag] != nil }
        afterEnd = Dictionary(
            procedure.actions.compactMap { rule in rule.afterEnd.map { (rule.name, $0) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Why the procedure cannot have begun so; `nil` where it can.
    package func defect(of opened: CaseOpened) -> StepDefect? {
        defect(of: opened.outcome, from: Configuration(), on: .start)
    }

    /// Why the event cannot have moved `subject`, the case before it; `nil` where it can.
    package func defect(of advanced: CaseAdvanced, in subject: Case) -> StepDefect? {
        if subject.isOver, case .action(let action) = advanced.cause, let kind = afterEnd[action] {
            return entersOnly(kind, advanced.outcome) ? nil : .nothingDone
        }
        let trigger: Statechart.Trigger
        switch advanced.cause {
        case .action(let action): trigger = .event(EventName(rawValue: action.rawValue))
        case .message(let message, _): trigger = .event(message)
        case .condition: trigger = .condition
        // Guards of many earlier acts decided it, and they are not run again here: the end of the case alone is judged.
        case .lateAction, .correction: return defect(ofRestated: advanced.outcome, from: subject.configuration)
        case .deadline(let state, let due):
            guard let deadline = subject.deadlines[state], deadline.due == due else {
                return .noDeadline(state)
            }
            trigger = .event(deadline.raises)
        }
        // A deadline passes whether or not anything answers it; what nothing answers is otherwise never recorded so.
        if advanced.outcome.microsteps.isEmpty {
            switch advanced.cause {
            case .action, .message: return .nothingDone
            case .deadline, .condition, .lateAction, .correction: break
            }
        }
        return defect(of: advanced.outcome, from: subject.configuration, on: trigger)
    }

    /// Why the message cannot have gone unanswered; `nil` where it can.
    package func defect(of ignored: MessageIgnored, in subject: Case) -> StepDefect? {
        chart.defect(in: [], from: subject.configuration, on: .event(ignored.message), isGuarded: isGuarded)
            .map { .step($0) }
    }

    private func entersOnly(_ kind: FeeEntry.Kind, _ outcome: StepOutcome) -> Bool {
        guard outcome.microsteps.isEmpty, outcome.isOver, outcome.changes.count == 1 else { return false }
        if case .feeRecorded(let entry) = outcome.changes[0] { return entry.kind == kind }
        return false
    }

    private func defect(ofRestated outcome: StepOutcome, from before: Configuration) -> StepDefect? {
        var after = before
        for microstep in outcome.microsteps { after.apply(microstep) }
        return chart.isHalted(after) == outcome.isOver ? nil : .endDiffers(isOver: !outcome.isOver)
    }

    private func defect(
        of outcome: StepOutcome,
        from before: Configuration,
        on trigger: Statechart.Trigger
    ) -> StepDefect? {
        if let defect = chart.defect(in: outcome.microsteps, from: before, on: trigger, isGuarded: isGuarded) {
            return .step(defect)
        }
        var after = before
        for microstep in outcome.microsteps { after.apply(microstep) }
        return chart.isHalted(after) == outcome.isOver ? nil : .endDiffers(isOver: !outcome.isOver)
    }
}

/// Why a procedure cannot have done what an event records.
package enum StepDefect: Error, Hashable, Sendable {
    case step(MicrostepDefect)
    /// An action or a message that moved nothing.
    case nothingDone
    /// No such deadline ran in the state.
    case noDeadline(StateID)
    /// The case is over, or goes on, where the event says the opposite.
    case endDiffers(isOver: Bool)
}

extension StepDefect: CustomStringConvertible {
    /// A clause without a full stop.
    package var description: String {
        switch self {
        case .step(let defect): defect.description
        case .nothingDone: "it moved nothing"
        case .noDeadline(let state): "no such deadline ran in \(state.rawValue)"
        case .endDiffers(let isOver): isOver ? "the procedure is over" : "the procedure goes on"
        }
    }
}
