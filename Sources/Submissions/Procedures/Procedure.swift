package import Regulation
package import Statecharts

/// A procedure (手続): a statechart with who may act, on which conditions, to what effect.
///
/// Made by `Definitions` from YAML, or from the pinned form that a workspace keeps; validated once, then trusted.
package final class Procedure: Sendable {
    /// Whether the procedure is law today, or only proposed (案).
    package enum Status: String, Hashable, Sendable, CaseIterable {
        case law
        /// What an authority does by guidance or notice, without a word of it in the law.
        case practice
        case proposal
    }

    package let id: ProcedureID
    package let standing: Status
    package let sources: [Source]
    package let actions: [ActionRule]
    package let clocks: [ClockName]
    /// Clocks that the straight way does not run: after a step back, or for a second stage.
    ///
    /// Only advice looks at them, so they are no part of what a case is bound to.
    package let clocksAside: [ClockName]
    package let chart: Statechart
    /// Guards of each transition, by its tag; a tag without an entry is unguarded.
    package let guards: [Int: Guard]
    /// Effects by the number that the chart's actions carry.
    package let effects: [Effect]
    package let details: [StateID: StateDetail]
    /// Where a case keeps what is known of its text for publication; `nil` where it is about none.
    package let text: TextRule?
    /// Why a state is meant to be as it is, where what ``Exploration`` finds there would be a fault elsewhere.
    ///
    /// Only checks look at them, so they are no part of what a case is bound to.
    package let deliberate: [StateID: String]
    /// Facts, variables and fields that are there for people to read, and that nothing else need ask for; likewise.
    package let shown: Set<String>
    /// Whether no case by it takes part in a bundle; likewise.
    package let standsAlone: Bool
    /// States with an eventless transition that something outside the submission may enable.
    let statesLookingOutside: [StateID]
    /// Who may do something in each state itself, conditions aside; states in which nobody may are left out.
    let performersByState: [StateID: Set<ActionRule.Performer>]
    /// Whose move it is in each state, by itself or by those around it.
    let turnsByState: [StateID: StateDetail.Turn]
    /// Whether it is the hub's move anywhere.
    package let asksHub: Bool
    /// States with a transition that records the payment of a fee.
    let statesTakingPayment: Set<StateID>
    /// States with a deadline that is counted from the date in a variable, by name.
    package let statesDueAfterVariables: [StateID]
    /// Whether the hub is asked anywhere: whose move it is, or who may act.
    package let involvesHub: Bool

    package init(
        id: ProcedureID,
        standing: Status,
        sources: [Source],
        actions: [ActionRule],
        clocks: [ClockName],
        clocksAside: [ClockName] = [],
        chart: Statechart,
        guards: [Int: Guard],
        effects: [Effect],
        details: [StateID: StateDetail],
        text: TextRule? = nil,
        deliberate: [StateID: String] = [:],
        shown: Set<String> = [],
        standsAlone: Bool = false
    ) {
        self.id = id
        self.standing = standing
        self.sources = sources
        self.actions = actions
        self.clocks = clocks
        self.clocksAside = clocksAside
        self.chart = chart
        self.guards = guards
        self.effects = effects
        self.details = details
        self.text = text
        self.deliberate = deliberate
        self.shown = shown
        self.standsAlone = standsAlone
        statesLookingOutside = chart.states.filter { state in
            state.transitions.contains { $0.event == nil && guards[$0.tag]?.looksOutside ?? false }
        }.map(\.id)
        performersByState = Self.performers(of: actions, in: chart)
        turnsByState = Self.turns(by: details, in: chart)
        asksHub = details.values.contains { $0.turn == .hub }
        statesDueAfterVariables = details.filter { state in
            if case .variablePlus? = state.value.deadline?.due { true } else { false }
        }.map(\.key).sorted()
        involvesHub =
            asksHub
            || actions.contains { action in
                action.performers.contains { if case .hub = $0 { true } else { false } }
            }
        let payment = effects.indices.filter { effects[$0] == .recordFee(.paid) }.map { Action.effect($0) }
        statesTakingPayment = Set(
            chart.states.filter { $0.transitions.contains { $0.actions.contains(where: payment.contains) } }.map(\.id)
        )
    }

    /// The action by which a running case joins a bundle, and its field that names the hub.
    package var joining: (action: ActionName, field: FieldName)? {
        for effect in effects {
            guard case .joinBundle(let field) = effect else { continue }
            return actions.first { $0.fields.contains { $0.name == field } }.map { ($0.name, field) }
        }
        return nil
    }

    package func action(_ name: ActionName) -> ActionRule? {
        // By index: what is compared need not be copied.
        actions.indices.first { actions[$0].name == name }.map { actions[$0] }
    }
}

/// A class, because it is large, never changes, and is handed on at every step: copies cost more than deciding.
extension Procedure: Hashable {
    package static func == (left: Procedure, right: Procedure) -> Bool {
        left === right
            || left.id == right.id
                && left.standing == right.standing
                && left.sources == right.sources
                && left.actions == right.actions
                && left.clocks == right.clocks
                && left.chart == right.chart
                && left.guards == right.guards
                && left.effects == right.effects
                && left.details == right.details
                && left.text == right.text
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(actions)
    }
}

/// What a state says besides its transitions.
package struct StateDetail: Hashable, Sendable {
    /// Whose move it is while the state is active.
    package enum Turn: Hashable, Sendable {
        case applicant, hub
        case body(Body.Function)
        /// The procedure waits for other cases.
        case others
        case nobody
    }

    package let turn: Turn?
    package let deadline: DeadlineRule?

    package init(turn: Turn? = nil, deadline: DeadlineRule? = nil) {
        self.turn = turn
        self.deadline = deadline
    }
}

/// A deadline that runs while its state is active.
package struct DeadlineRule: Hashable, Sendable {
    package enum Due: Hashable, Sendable {
        /// The date in a variable; no deadline where it is not set.
        case variable(VariableName)
        /// A period of the case's route; no deadline where the route states none.
        case period(String)
        /// A period of the route from the date in a variable.
        case variablePlus(VariableName, String)
        /// The date in a variable, or where it is not set a period from the entry of the state.
        case variableElse(VariableName, String)
    }

    package let due: Due
    /// The event that the procedure receives once the deadline has passed.
    package let raises: EventName
    /// Whether the day begins something, such as a window for renewal, instead of ending it.
    package let isBeginning: Bool

    package init(due: Due, raises: EventName, isBeginning: Bool = false) {
        self.due = due
        self.raises = raises
        self.isBeginning = isBeginning
    }
}
