import Engine
import Regulation
import Submissions
import TransparencyLog

/// The rules to which cases are bound, looked up by the simulation itself beside the engine.
struct Rules {
    let definitions: SharedDefinitions
    let pinned: [Pin: String]

    func procedure(_ pin: Pin) -> Procedure? {
        pinned[pin].flatMap { try? definitions.procedure(pin, from: $0) }
    }

    func jurisdiction(_ pin: Pin) -> Jurisdiction? {
        pinned[pin].flatMap { try? definitions.rules(pin, from: $0) }
    }

    /// The jurisdiction whose body is the window of bundled filings.
    var hub: Jurisdiction? { (try? definitions.jurisdictions())?.first { $0.hub != nil } }

    var rulebook: Rulebook {
        Rulebook(
            procedure: { procedure($0) },
            rules: { jurisdiction($0) },
            calendar: { (try? definitions.calendar($0)).flatMap { $0 } },
            binding: { code, route, date, deviceClass in
                let text = try? definitions.canonicalRules(of: code, route: route, on: date, for: deviceClass)
                guard let text = text.flatMap({ $0 }), let rules = try? definitions.jurisdiction(fromCanonical: text),
                    let id = rules.boundRoute?.procedure,
                    let procedure = (try? definitions.canonicalProcedure(ProcedureID(id))).flatMap({ $0 })
                else { return nil }
                return .init(procedure: pin(procedure), rules: pin(text))
            },
            tracks: { code in (try? definitions.jurisdiction(code)).flatMap { $0 }?.tracks.map(\.name) ?? [] },
            hub: { hub?.code }
        )
    }

    private func pin(_ body: String) -> Pin { Pin("sha256:\(Digest.sha256(of: Array(body.utf8)))") }
}
