import Regulation
package import Statecharts

/// Everything that a case may come to, whatever is handed in, whatever day it is and whatever the rules say.
///
/// A guard that asks for anything beyond the chart and the facts of the case may hold or not, the same way as long as nothing
/// that it asks for has changed. So more is explored than can happen, and never less: what no way in here leads to, no case
/// ever comes to.
package struct Exploration {
    /// What a case is in, with those of its facts that somebody asks for.
    package struct Stand: Hashable, Sendable {
        package let configuration: Configuration
        package let facts: Set<FactName>
    }

    /// One step from a stand to another, with the microsteps that follow of themselves.
    package struct Edge: Hashable, Sendable {
        package let from: Int
        package let to: Int
        /// Nil for what happens without an event.
        package let event: EventName?
        /// Indices of transitions in the chart, in the order they were taken.
        package let transitions: [Int]
        /// Numbers of the effects, in the order they were carried out.
        package let effects: [Int]
        /// What the step takes for granted of other cases, and of the part that this one has in a bundle.
        package let assumptions: [Guard: Bool]
    }

    /// How far an exploration goes before it gives up.
    package struct Bounds: Hashable, Sendable {
        package let stands: Int
        package let steps: Int

        package init(stands: Int, steps: Int) {
            self.stands = stands
            self.steps = steps
        }

        package static let standard = Bounds(stands: 20_000, steps: 400_000)
    }

    package let procedure: Procedure
    /// The first are where a case may begin.
    package private(set) var stands: [Stand] = []
    /// How a case begins: from nowhere, which is `-1`, to one of the stands.
    package private(set) var beginnings: [Edge] = []
    /// By the stand from which they lead.
    package private(set) var edges: [[Edge]] = []
    /// How many steps of the chart were taken for it.
    package private(set) var stepCount = 0
    /// Whether everything was explored within the bounds.
    package private(set) var isComplete = true

    private var numbers: [Stand: Int] = [:]
    private let occasions: Occasions
    private let watched: Set<FactName>

    /// - Parameters:
    ///   - procedure: What the case runs by.
    ///   - facts: Facts for which other procedures ask; those that the procedure itself asks for count anyway.
    ///   - bounds: How far to go.
    package init(of procedure: Procedure, watching facts: Set<FactName> = [], within bounds: Bounds = .standard) {
        self.procedure = procedure
        occasions = Occasions(of: procedure)
        watched = facts.union(procedure.guards.values.flatMap(\.ownFacts))
        let nowhere = Stand(configuration: Configuration(), facts: [])
        beginnings = branches(from: nowhere, at: -1, on: .start)
        var next = 0
        while next < stands.count {
            guard stands.count <= bounds.stands, stepCount <= bounds.steps else {
                isComplete = false
                edges += Array(repeating: [], count: stands.count - edges.count)
                return
            }
            edges.append(steps(from: next))
            next += 1
        }
    }

    private mutating func steps(from number: Int) -> [Edge] {
        let stand = stands[number]
        guard !procedure.chart.isHalted(stand.configuration) else { return [] }
        var found: [Edge] = []
        for event in occasions.events(in: stand.configuration) {
            found += branches(from: stand, at: number, on: .event(event))
        }
        if procedure.chart.mayMoveByItself(from: stand.configuration) {
            found += branches(from: stand, at: number, on: .condition)
        }
        return found
    }

    /// What comes of one trigger under all answers that unknown guards may give.
    private mutating func branches(
        from stand: Stand,
        at number: Int,
        on trigger: Statechart.Trigger
    ) -> [Edge] {
        var found: Set<Edge> = []
        var ordered: [Edge] = []
        var script: [Bool]? = []
        while let answers = script {
            stepCount += 1
            var host = ExploringHost(procedure: procedure, facts: stand.facts, script: answers)
            // What never comes to rest leads nowhere; the engine refuses it.
            if let microsteps = try? microsteps(from: stand.configuration, on: trigger, &host), !microsteps.isEmpty {
                var configuration = stand.configuration
                for microstep in microsteps { configuration.apply(microstep) }
                let facts = host.facts.intersection(watched)
                let edge = Edge(
                    from: number,
                    to: self.number(of: Stand(configuration: configuration, facts: facts)),
                    event: trigger.event,
                    transitions: microsteps.flatMap(\.transitions),
                    effects: host.effects,
                    assumptions: host.assumptions
                )
                if found.insert(edge).inserted { ordered.append(edge) }
            }
            script = host.nextScript
        }
        return ordered
    }

    private func microsteps(
        from configuration: Configuration,
        on trigger: Statechart.Trigger,
        _ host: inout ExploringHost
    ) throws(StatechartUnsettled) -> [Microstep]? {
        switch trigger {
        case .start: try procedure.chart.start(host: &host)
        case .event(let event): try procedure.chart.step(from: configuration, on: event, host: &host)
        case .condition: try procedure.chart.settle(from: configuration, host: &host)
        }
    }

    private mutating func number(of stand: Stand) -> Int {
        if let known = numbers[stand] { return known }
        numbers[stand] = stands.count
        stands.append(stand)
        return stands.count - 1
    }

    /// Whether the case is over.
    package func isOver(_ stand: Int) -> Bool { procedure.chart.isHalted(stands[stand].configuration) }

    /// All steps, beginnings included.
    package var allEdges: [Edge] { beginnings + edges.joined() }
}

extension Statechart.Trigger {
    fileprivate var event: EventName? { if case .event(let event) = self { event } else { nil } }
}

/// What may happen to a case of a procedure, whichever state it is in; found once for all its stands.
private struct Occasions {
    private let procedure: Procedure
    private let raised: Set<EventName>
    private let passing: Set<EventName>
    private let acts: Set<EventName>
    private let deadlines: [(state: StateID, raises: EventName)]

    init(of procedure: Procedure) {
        self.procedure = procedure
        raised = Set(
            procedure.chart.states.flatMap { state in
                (state.entry + state.exit + state.transitions.flatMap(\.actions)).compactMap { action in
                    if case .raise(let event) = action { event } else { nil }
                }
            }
        )
        deadlines = procedure.details.compactMap { state, detail in detail.deadline.map { (state, $0.raises) } }
        passing = Set(deadlines.map(\.raises))
        acts = Set(procedure.actions.map { EventName(rawValue: $0.name.rawValue) })
    }

    /// What may happen in these states: acts, messages, and days that pass.
    func events(in configuration: Configuration) -> [EventName] {
        let due = Set(deadlines.filter { configuration.active.contains($0.state) }.map(\.raises))
        var found: [EventName] = []
        for descriptor in procedure.chart.transitions(in: configuration).compactMap(\.event) {
            let named = EventName(rawValue: descriptor.rawValue)
            let known = acts.union(due).filter(descriptor.matches)
            let isOwn =
                raised.contains(named) || passing.contains(named) || descriptor.rawValue.hasPrefix("done.state.")
            // What is neither an act nor a day nor its own comes from another case.
            let names = known.isEmpty && !isOwn ? [named] : known.sorted { $0.rawValue < $1.rawValue }
            found += names.filter { !found.contains($0) }
        }
        return found
    }
}
