package import Regulation
package import Statecharts
package import Submissions

extension Tasuki {
    package func body(
        of turn: StateDetail.Turn,
        _ rules: Jurisdiction,
        _ submission: Submission,
        _ library: Library
    ) throws -> BodyID? {
        switch turn {
        case .body(let function): rules.body(that: function)?.id
        case .hub: try hubBody(of: submission, library)
        case .applicant, .others, .nobody: nil
        }
    }

    /// The body that is the window of the submission's bundle, or would be.
    package func hubBody(of submission: Submission, _ library: Library) throws -> BodyID? {
        if let hub = submission.hub, let body = try library.rules(hub.rules)?.hub { return body }
        return try world.definitions.jurisdictions().lazy.compactMap(\.hub).first
    }
}

extension Jurisdiction {
    /// The bodies that assess, review and decide, in that order, each once.
    package var authority: [BodyID] {
        var found: [BodyID] = []
        for function in [Body.Function.assesses, .reviews, .decides] {
            if let body = body(that: function)?.id, !found.contains(body) { found.append(body) }
        }
        return found
    }

    /// Those before which a case of the procedure is: an assessor only where the procedure has a step of one, and nobody else
    /// where it has no step but that one's, as where a registered body certifies.
    package func authority(in procedure: Procedure) -> [BodyID] {
        let turns = Set(procedure.details.values.compactMap(\.turn))
        let assessor = body(that: .assesses)?.id
        guard turns.contains(.body(.assesses)) else {
            let others = [body(that: .reviews)?.id, body(that: .decides)?.id]
            return authority.filter { $0 != assessor || others.contains($0) }
        }
        let isItsOwn = !turns.contains(.body(.reviews)) && !turns.contains(.body(.decides))
        return isItsOwn ? assessor.map { [$0] } ?? [] : authority
    }
}

extension Procedure {
    /// Whose move it is: the first answer in document order, from the innermost state outward.
    package func turn(in states: [StateID]) -> StateDetail.Turn { states.lazy.compactMap(turn(of:)).first ?? .nobody }

    /// Whose move it is in parts that run side by side, each once, in document order.
    package func turns(in states: [StateID]) -> [StateDetail.Turn] { states.compactMap(turn(of:)).uniqued() }
}
