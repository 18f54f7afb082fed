package import Regulation
package import Submissions

extension Tasuki {
    /// What duties of these submissions are reckoned by: what their cases are bound to, and the rules as configured now.
    package func dutyRules(
        _ library: Library,
        _ submissions: [Submission],
        zone: Zone
    ) throws -> DutyReckoner.Rules {
        let codes = submissions.flatMap(\.approvals).map(\.jurisdiction).uniqued()
        world.definitions.expect(codes)
        var bound: [(BoundCase.Pins, BoundCase)] = []
        for pins in submissions.flatMap(\.cases).map(\.pins).uniqued() {
            if let value = try library.bound(ifKept: pins) { bound.append((pins, value)) }
        }
        // Looking for the hub where there is none reads every country.
        let asksHub = bound.contains { $1.procedure.asksHub }
        let hub = asksHub ? try submissions.lazy.compactMap { try hubBody(of: $0, library) }.first : nil
        var rules = DutyReckoner.Rules(hub: hub, zone: zone)
        rules.bound = bound
        for code in codes {
            rules.configured[code] = try world.definitions.jurisdiction(code)
        }
        return rules
    }

    /// As above, for one case alone.
    func dutyRules(
        _ subject: Case,
        in submission: Submission,
        _ library: Library,
        zone: Zone
    ) throws -> DutyReckoner.Rules {
        let bound = try library.bound(subject)
        let hub = bound.procedure.asksHub ? try hubBody(of: submission, library) : nil
        var rules = DutyReckoner.Rules(hub: hub, zone: zone)
        rules.bound = [(subject.pins, bound)]
        if submission.approvals.contains(where: { $0.jurisdiction == subject.jurisdiction }) {
            rules.configured[subject.jurisdiction] = try world.definitions.jurisdiction(subject.jurisdiction)
            for track in submission.cases where track.isTrack && !track.isOver && track.pins != subject.pins {
                guard track.jurisdiction == subject.jurisdiction else { continue }
                if let bound = try library.bound(ifKept: track.pins) { rules.bound.append((track.pins, bound)) }
            }
        }
        return rules
    }
}
