import Regulation
import Statecharts
import Submissions

/// Explores what cases may come to by each procedure, alone and in a bundle, and names what is probably not meant.
struct ExplorationCheck {
    let procedures: [ConfigCheck.Read<ProcedureReader.Reading>]
    let jurisdictions: [ConfigCheck.Read<JurisdictionReader.Reading>]

    func run() {
        // What is wrong in the chart itself is mended first.
        let sound = procedures.filter { !$0.findings.hasErrors }
        let all = sound.map(\.value.procedure)
        let explorations = Explorations(of: all)
        for read in sound {
            let writer = ExplorationWords(reading: read.value, findings: read.findings)
            for finding in explorations.findings(of: read.value.procedure) { writer.report(finding) }
            let members = self.members(of: read.value.procedure, all)
            for finding in explorations.bundleFindings(of: read.value.procedure, beside: members) {
                writer.report(finding)
            }
        }
    }

    /// What is found in a procedure that stands by itself, whose facts others may ask for.
    static func reportAlone(_ reading: ProcedureReader.Reading, _ findings: Findings) {
        let writer = ExplorationWords(reading: reading, findings: findings)
        for finding in Exploration(of: reading.procedure).findings(statedToOthers: []) { writer.report(finding) }
    }

    /// What takes part in the bundles of the hub: tracks that name it, or, where it is that of the first approvals, what decides.
    private func members(of hub: Procedure, _ all: [Procedure]) -> [Procedure] {
        let rules = jurisdictions.map(\.value.jurisdiction)
        let hubs = rules.flatMap(\.tracks).filter { $0.procedure == hub.id.rawValue }.map(\.name)
        guard !hubs.isEmpty else { return routed(by: all) }
        let tracks = rules.flatMap(\.tracks).filter { rule in rule.bundle.map { hubs.contains($0.hub) } ?? false }
        return all.filter { procedure in tracks.contains { $0.procedure == procedure.id.rawValue } }
    }

    /// Procedures by which a route decides itself, so that a case may take part in a bundle.
    private func routed(by all: [Procedure]) -> [Procedure] {
        let routes = jurisdictions.flatMap(\.value.jurisdiction.routes).filter { !$0.relies && $0.name != "hub" }
        return all.filter { procedure in
            !procedure.standsAlone && routes.contains { $0.procedure == procedure.id.rawValue }
        }
    }
}
