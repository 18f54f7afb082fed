public import Regulation
public import Statecharts

/// A procedure (手続): a statechart with who may act, on which conditions, to what effect.
///
/// Made by `Definitions` from YAML, or from the pinned form that a workspace keeps; validated once, then trusted.
public final class Procedure: Sendable {
    /// Whether the procedure is law today, or only proposed (案).
    public enum Status: String, Hashable, Sendable, CaseIterable {
        case law, proposal
    }

    public let id: ProcedureID
    public let standing: Status
    public let sources: [Source]
    public let actions: [ActionRule]
    public let clocks: [ClockName]
    /// Clocks that the straight way does not run: after a step back, or for a second stage.
    ///
    /// Only advice looks at them, so they are no part of what a case is bound to.
    public let clocksAside: [ClockName]
    public let chart: Statechart
    /// Guards of each transition, by its tag; a tag without an entry is unguarded.
    public let guards: [Int: Guard]
    /// Effects by the number that the chart's actions carry.
    public let effects: [Effect]
    public let details: [StateID: StateDetail]
    /// States with an eventless transition that something outside the submission may enable.
    let statesLookingOutside: [StateID]
    /// Who may do something in each state itself, conditions aside; states in which nobody may are left out.
    let performersByState: [StateID: Set<ActionRule.Performer>]

    public init(
        id: ProcedureID,
        standing: Status,
        sources: [Source],
        actions: [ActionRule],
        clocks: [ClockName],
        clocksAside: [ClockName] = [],
        chart: Statechart,
        guards: [Int: Guard],
        effects: [Effect],
        details: [StateID: StateDetail]
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
        statesLookingOutside = chart.states.filter { state in
            state.transitions.contains { $0.event == nil && guards[$0.tag]?.looksOutside ?? false }
        }.map(\.id)
        performersByState = Self.performers(of: actions, in: chart)
    }

    public func action(_ name: ActionName) -> ActionRule? { actions.first { $0.name == name } }
}

/// A class, because it is large, never changes, and is handed on at every step: copies cost more than deciding.
extension Procedure: Hashable {
    public static func == (left: Procedure, right: Procedure) -> Bool {
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
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(actions)
    }
}

/// What a state says besides its transitions.
public struct StateDetail: Hashable, Sendable {
    /// Whose move it is while the state is active.
    public enum Turn: Hashable, Sendable {
        case applicant, hub
        case body(Body.Function)
        /// The procedure waits for other cases.
        case others
        case nobody
    }

    public let turn: Turn?
    public let deadline: DeadlineRule?

    public init(turn: Turn? = nil, deadline: DeadlineRule? = nil) {
        self.turn = turn
        self.deadline = deadline
    }
}

/// A deadline that runs while its state is active.
public struct DeadlineRule: Hashable, Sendable {
    public enum Due: Hashable, Sendable {
        /// The date in a variable; no deadline where it is not set.
        case variable(VariableName)
        /// A period of the case's route; no deadline where the route states none.
        case period(String)
        /// A period of the route from the date in a variable.
        case variablePlus(VariableName, String)
        /// The date in a variable, or where it is not set a period from the entry of the state.
        case variableElse(VariableName, String)
    }

    public let due: Due
    /// The event that the procedure receives once the deadline has passed.
    public let raises: EventName
    /// Whether the day begins something, such as a window for renewal, instead of ending it.
    public let isBeginning: Bool

    public init(due: Due, raises: EventName, isBeginning: Bool = false) {
        self.due = due
        self.raises = raises
        self.isBeginning = isBeginning
    }
}
