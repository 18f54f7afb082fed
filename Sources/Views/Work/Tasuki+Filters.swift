package import Engine
package import Regulation
import Statecharts
package import Submissions

// What a door restricts a list by must be something that can be: a name that nothing has is not answered by an empty list.
extension Tasuki {
    /// The country or region with that code, in whichever case it was typed.
    package func jurisdiction(named text: String) throws -> JurisdictionCode {
        let known = try world.definitions.jurisdictions().map(\.code)
        guard let code = known.first(where: { $0.rawValue == text.uppercased() }) else {
            throw EngineError.noSuchJurisdiction(JurisdictionCode(text), known: known)
        }
        return code
    }

    /// Refuses a filter that no case can match.
    ///
    /// Asked only where nothing was found: what cases of earlier rules are called may be configured no more.
    package func check(_ filter: CaseFilter) throws {
        if let code = filter.jurisdiction { _ = try jurisdiction(named: code.rawValue) }
        if case .body(let body)? = filter.turn { try check(body, or: [BodyID("applicant")]) }
        if let state = filter.state {
            let states = Set(try world.definitions.procedures().flatMap { $0.chart.states.map(\.id) })
            guard states.contains(state) else {
                throw EngineError.noSuchState(
                    state.rawValue,
                    known: Nearness.first(8, to: state.rawValue, among: states.map(\.rawValue))
                )
            }
        }
    }

    /// Refuses a capacity that nobody can have; as above, where there is nothing for it.
    package func check(_ capacity: Actor.Capacity) throws {
        guard case .role(let role, let body) = capacity else { return }
        try check(body)
        let roles = Set(try world.definitions.procedures().flatMap(\.actions).flatMap(\.performers).compactMap(\.role))
        guard roles.contains(role) else { throw EngineError.noSuchRole(role, known: roles.sorted()) }
    }

    private func check(_ body: BodyID, or others: [BodyID] = []) throws {
        let jurisdictions = try world.definitions.jurisdictions()
        let bodies = Set(jurisdictions.flatMap { $0.bodies.map(\.id) + ($0.hub.map { [$0] } ?? []) })
        guard bodies.contains(body) else { throw EngineError.noSuchBody(body, known: others + bodies.sorted()) }
    }
}

extension ActionRule.Performer {
    fileprivate var role: String? {
        switch self {
        case .applicant: nil
        case .role(let role, of: _), .hub(let role): role
        }
    }
}
