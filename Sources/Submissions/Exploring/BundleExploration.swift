import Statecharts

/// A hub's case and one case beside it that takes part in its bundle, explored together.
///
/// Both are explored by themselves first; here their steps are only put beside each other. A message is taken by the other
/// case at once, and what one asks of the other is known.
package struct BundleExploration {
    private struct Stand: Hashable {
        let hub: Int
        let member: Int
    }

    private let hub: Exploration
    private let member: Exploration
    private let participation: Participation
    /// What each sends to other cases, found once: every step is held against it.
    private let sentByHub: Set<EventName>
    private let sentByMember: Set<EventName>
    private var seen: Set<Stand> = []
    private var waiting: [Stand] = []
    private var takenByHub: Set<Int> = []
    private var hubStands: Set<Int> = []
    private var memberFacts: Set<FactName> = []

    /// How many stands of both together were found.
    package var standCount: Int { seen.count }

    package init(hub: Exploration, member: Exploration, as participation: Participation) {
        self.hub = hub
        self.member = member
        self.participation = participation
        sentByHub = hub.procedure.sentEvents
        sentByMember = member.procedure.sentEvents
        for first in hub.beginnings {
            for other in member.beginnings where allows(other, member: nil, hub: first.to) {
                enter(first.to, other.to)
            }
        }
        while let stand = waiting.popLast() { go(on: stand) }
    }

    private mutating func enter(_ hubStand: Int, _ memberStand: Int) {
        let stand = Stand(hub: hubStand, member: memberStand)
        guard seen.insert(stand).inserted else { return }
        hubStands.insert(hubStand)
        memberFacts.formUnion(member.stands[memberStand].facts)
        waiting.append(stand)
    }

    private mutating func go(on stand: Stand) {
        for edge in hub.edges[stand.hub] where !isOfMember(edge) && allows(edge, stand) {
            takenByHub.formUnion(edge.transitions)
            for next in deliver(messages(of: edge, hub), toMember: stand.member, hub: edge.to) { enter(edge.to, next) }
        }
        for edge in member.edges[stand.member]
        where !isOfHub(edge) && allows(edge, member: stand.member, hub: stand.hub) {
            let sent = messages(of: edge, member)
            var hubs = [stand.hub]
            for event in sent { hubs = hubs.flatMap { deliver(event, toHub: $0, member: edge.to) } }
            for next in hubs { enter(next, edge.to) }
        }
    }

    // MARK: - Messages

    private func messages(of edge: Exploration.Edge, _ sender: Exploration) -> [EventName] {
        edge.effects.compactMap { number in
            guard case .send(let event, to: let recipient) = sender.procedure.effects[number] else { return nil }
            return (recipient == .hub) == (sender.procedure.id == hub.procedure.id) ? nil : event
        }
    }

    /// Whether the step is one that only a message from the hub sets off.
    private func isOfHub(_ edge: Exploration.Edge) -> Bool { edge.event.map { sentByHub.contains($0) } ?? false }

    private func isOfMember(_ edge: Exploration.Edge) -> Bool { edge.event.map { sentByMember.contains($0) } ?? false }

    private func deliver(_ events: [EventName], toMember stand: Int, hub hubStand: Int) -> [Int] {
        var stands = [stand]
        for event in events {
            stands = stands.flatMap { stand -> [Int] in
                let taken = member.edges[stand].filter { $0.event == event && allows($0, member: stand, hub: hubStand) }
                // Guards that are unknown may also refuse the message.
                return taken.map(\.to) + [stand]
            }
        }
        return stands
    }

    private mutating func deliver(_ event: EventName, toHub stand: Int, member memberStand: Int) -> [Int] {
        let taken = hub.edges[stand].filter { $0.event == event && allows($0, Stand(hub: stand, member: memberStand)) }
        for edge in taken { takenByHub.formUnion(edge.transitions) }
        return taken.map(\.to) + [stand]
    }

    // MARK: - What one takes for granted of the other

    private func allows(_ edge: Exploration.Edge, _ stand: Stand) -> Bool {
        edge.assumptions.allSatisfy { condition, answer in
            switch condition {
            case .everyMember(let fact, participation):
                answer == member.stands[stand.member].facts.contains(fact)
            // Of the others there is none.
            case .everyMember: answer
            case .fact(let fact, of: .member): !answer || member.stands[stand.member].facts.contains(fact)
            default: true
            }
        }
    }

    private func allows(_ edge: Exploration.Edge, member memberStand: Int?, hub hubStand: Int) -> Bool {
        edge.assumptions.allSatisfy { condition, answer in
            switch condition {
            case .participation(let kind): answer == (kind == participation)
            case .inBundle: answer == !hub.isOver(hubStand)
            case .fact(let fact, of: .hub): answer == hub.stands[hubStand].facts.contains(fact)
            default: true
            }
        }
    }

    // MARK: - Findings

    /// Transitions of the hub that are taken in a bundle of its own, and never in this one.
    package var findings: [ProcedureFinding] {
        let alone = Set(hub.edges.joined().flatMap(\.transitions))
        let reached = hubStands.reduce(into: Set<StateID>()) { $0.formUnion(hub.stands[$1].configuration.active) }
        return hub.procedure.chart.transitions.filter { transition in
            alone.contains(transition.index) && !takenByHub.contains(transition.index)
                && reached.contains(transition.source) && hub.procedure.deliberate[transition.source] == nil
        }.map { transition in
            let asked = (hub.procedure.guards[transition.tag]?.atoms ?? []).compactMap { condition -> FactName? in
                if case .everyMember(let fact, participation) = condition { fact } else { nil }
            }
            return .neverTakenBeside(
                tag: transition.tag,
                event: transition.event,
                member: member.procedure.id,
                as: participation,
                missing: asked.filter { !memberFacts.contains($0) }
            )
        }
    }
}

extension Procedure {
    /// Messages that it sends to other cases.
    var sentEvents: Set<EventName> {
        Set(effects.compactMap { if case .send(let event, to: _) = $0 { event } else { nil } })
    }

    /// Facts of other cases for which it asks, in a bundle.
    package var factsAskedOfOthers: Set<FactName> {
        Set(
            guards.values.flatMap(\.atoms).compactMap { condition in
                switch condition {
                case .everyMember(let fact, _), .fact(let fact, of: .hub), .fact(let fact, of: .member): fact
                default: nil
                }
            }
        )
    }

    /// Facts of tracks for which it asks.
    package var factsAskedOfTracks: Set<FactName> {
        Set(guards.values.flatMap(\.atoms).compactMap { if case .trackFact(_, let fact) = $0 { fact } else { nil } })
    }
}
