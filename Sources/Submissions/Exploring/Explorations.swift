import Statecharts

/// The explorations of several procedures that ask for each other's facts.
package struct Explorations {
    private let explored: [ProcedureID: Exploration]
    private let askedOfTracks: Set<FactName>
    private let askedAnywhere: Set<FactName>
    private let taken: Set<VariableName>

    package init(of procedures: [Procedure], within bounds: Exploration.Bounds = .standard) {
        askedOfTracks = procedures.reduce(into: []) { $0.formUnion($1.factsAskedOfTracks) }
        taken = procedures.reduce(into: []) { $0.formUnion($1.variablesTaken) }
        askedAnywhere = procedures.reduce(into: []) { $0.formUnion($1.factsAsked) }
        let asked = procedures.reduce(into: Set()) { $0.formUnion($1.factsAskedOfOthers) }
        explored = Dictionary(
            procedures.map { procedure in
                let own = asked.intersection(procedure.factsStated)
                return (procedure.id, Exploration(of: procedure, watching: own, within: bounds))
            }
        ) { first, _ in first }
    }

    package subscript(procedure: ProcedureID) -> Exploration? { explored[procedure] }

    /// What is probably not meant in the procedure by itself.
    package func findings(of procedure: Procedure) -> [ProcedureFinding] {
        let facts = askedOfTracks.intersection(procedure.factsStated)
        return (explored[procedure.id]?.findings(statedToOthers: facts) ?? [])
            + procedure.unread(askedAnywhere: askedAnywhere, taken: taken)
    }

    /// What a hub waits for in vain while a case by one of these procedures takes part in its bundle.
    package func bundleFindings(of hub: Procedure, beside members: [Procedure]) -> [ProcedureFinding] {
        bundles(of: hub, beside: members).flatMap(\.findings)
    }

    /// The hub with one case beside it, by each of the procedures, in each part that the hub's conditions name.
    package func bundles(of hub: Procedure, beside members: [Procedure]) -> [BundleExploration] {
        let parts = hub.participationsAwaited
        guard !parts.isEmpty, let own = explored[hub.id], own.isComplete else { return [] }
        return members.compactMap { explored[$0.id] }.filter(\.isComplete).flatMap { member in
            parts.map { BundleExploration(hub: own, member: member, as: $0) }
        }
    }
}

extension Procedure {
    /// The facts that it sets.
    var factsStated: Set<FactName> {
        Set(effects.compactMap { if case .setFact(let fact) = $0 { fact } else { nil } })
    }

    /// Whether it is the hub of a bundle, which waits for its members.
    package var awaitsMembers: Bool { !participationsAwaited.isEmpty }

    /// The parts in a bundle for whose cases a condition waits: only a hub has such.
    var participationsAwaited: [Participation] {
        let awaited = Set(
            guards.values.flatMap(\.atoms).compactMap { if case .everyMember(_, let part) = $0 { part } else { nil } }
        )
        return Participation.allCases.filter(awaited.contains)
    }
}
