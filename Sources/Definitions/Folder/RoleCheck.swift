import Regulation
import Submissions

/// Holds the bodies of each jurisdiction against the procedures that it runs.
struct RoleCheck {
    let procedures: [ConfigCheck.Read<ProcedureReader.Reading>]
    let jurisdictions: [ConfigCheck.Read<JurisdictionReader.Reading>]

    func run() {
        // Of a body that cannot be read, nothing is known.
        for read in jurisdictions where !read.findings.hasErrors {
            let jurisdiction = read.value.jurisdiction
            // Without an error there is one use for each version of a route or track, in their order.
            for (rule, use) in zip(jurisdiction.routes + jurisdiction.tracks, read.value.procedures) {
                let functions = Set(jurisdiction.bodies(on: rule).flatMap(\.functions))
                guard let other = procedures.first(where: { $0.stem == use.name })?.value.procedure else { continue }
                check(other, functions, use, read.findings)
            }
        }
    }

    /// An action that nobody may take stops the procedure there, unless the procedure goes round it by itself.
    private func check(
        _ procedure: Procedure,
        _ functions: Set<Body.Function>,
        _ use: Use<String>,
        _ findings: Findings
    ) {
        let asked = procedure.guards.values.flatMap(\.functionsAskedFor)
        for action in procedure.actions {
            let wanted = action.performers.compactMap(\.function)
            guard wanted.count == action.performers.count, !wanted.contains(where: functions.contains),
                !wanted.contains(where: asked.contains)
            else { continue }
            let names = Tree.alternatives(wanted.map(\.rawValue))
            let message = "nobody may take the action ‘\(action.name)’ of ‘\(procedure.id)’: no body \(names)"
            findings.error(message, at: use.place)
        }
    }
}

extension ActionRule.Performer {
    /// Nil for those that are no body of the jurisdiction.
    fileprivate var function: Body.Function? {
        if case .role(_, let function) = self { function } else { nil }
    }
}

extension Guard {
    fileprivate var functionsAskedFor: [Body.Function] {
        switch self {
        case .hasBody(let function): [function]
        case .all(let guards), .any(let guards): guards.flatMap(\.functionsAskedFor)
        case .not(let other): other.functionsAskedFor
        default: []
        }
    }
}
