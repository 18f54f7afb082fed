import Regulation
import Statecharts
import Submissions

// What several countries take up together: one filing for all, and a hub that ends with the last of them.
extension Witness {
    /// Whoever takes part has a hub, and what that filed is filed for everybody whom its message moved.
    mutating func checkBundles(_ record: EventRecord, to after: Submission) throws(Violation) {
        switch record.event {
        case .caseOpened(let opened):
            guard let hub = opened.bundle else { return }
            count()
            guard after[hub] != nil, hub != opened.name else {
                throw Violation("whoever takes part in a bundle has a hub", "\(after.name)/\(opened.name)")
            }
        case .caseAdvanced(let advanced) where advanced.cause.action == "join":
            count()
            guard let subject = after[advanced.name], let hub = subject.bundle, after[hub] != nil,
                advanced.payload.fields["hub"] == .code(hub.rawValue)
            else {
                throw Violation("whoever joins a bundle takes part in it", "\(after.name)/\(advanced.name)")
            }
        case .caseAdvanced(let advanced):
            guard case .message("bundle.filed", from: let hub) = advanced.cause, let subject = after[advanced.name],
                subject.bundle == hub
            else { return }
            count()
            guard let filing = after[hub]?.filings.last, subject.filings.contains(filing) else {
                throw Violation(
                    "what a hub files is filed for its members",
                    "\(after.name)/\(advanced.name) after event \(record.number)"
                )
            }
        default: return
        }
    }

    /// A hub of tracks that only waits for decisions is over once everybody in its bundle has decided, left or ended.
    mutating func checkHubs(of after: Submission) throws(Violation) {
        let hubs = Set(after.cases.compactMap { $0.isTrack ? $0.bundle : nil })
        for hub in after.cases where hubs.contains(hub.name) && !hub.isOver {
            count()
            let waited = after.members(of: hub.name).filter { !$0.isOver && !$0.facts.contains("decided") }
            guard hub.configuration.active.contains("awaitingMembers"), waited.isEmpty else { continue }
            throw Violation("a hub waits only for those who have still to decide", "\(after.name)/\(hub.name)")
        }
    }
}
