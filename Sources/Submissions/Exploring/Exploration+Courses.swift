import Regulation
import Statecharts

// What goes along with a case while it moves, and what it leaves behind at its end: clocks, approvals, facts.
extension Exploration {
    /// A stand together with what has become of something by then, such as of a clock.
    struct Course<Fate: Hashable>: Hashable {
        let stand: Int
        let fate: Fate
    }

    /// Every stand with what may have become of it when a case comes there.
    ///
    /// - Parameters:
    ///   - first: What it is before the case begins.
    ///   - next: What it is after an effect.
    /// - Returns: Each pair once.
    func courses<Fate: Hashable>(from first: Fate, _ next: (Fate, Effect) -> Fate) -> Set<Course<Fate>> {
        var found: Set<Course<Fate>> = []
        var waiting: [Course<Fate>] = []
        func go(_ edge: Edge, with fate: Fate) {
            let course = Course(stand: edge.to, fate: self.fate(after: edge, fate, next))
            if found.insert(course).inserted { waiting.append(course) }
        }
        for edge in beginnings { go(edge, with: first) }
        while let course = waiting.popLast() {
            for edge in edges[course.stand] { go(edge, with: course.fate) }
        }
        return found
    }

    private func fate<Fate>(after edge: Edge, _ fate: Fate, _ next: (Fate, Effect) -> Fate) -> Fate {
        edge.effects.reduce(fate) { next($0, procedure.effects[$1]) }
    }

    /// The top-level final states in which a case may be over, with what may have become of it there.
    func ends<Fate>(_ courses: Set<Course<Fate>>) -> [StateID: Set<Fate>] {
        var found: [StateID: Set<Fate>] = [:]
        for course in courses where isOver(course.stand) {
            for state in stands[course.stand].configuration.active where isTopFinal(state) {
                found[state, default: []].insert(course.fate)
            }
        }
        return found.filter { procedure.deliberate[$0.key] == nil }
    }

    func isTopFinal(_ id: StateID) -> Bool {
        guard let state = procedure.chart.state(id) else { return false }
        return state.kind == .final && state.parent == nil
    }

    // MARK: - Clocks

    private enum ClockFate: Hashable {
        case notYet, running, stopped
    }

    /// Clocks that an end or a way back to the beginning leaves running, whichever step starts them.
    var runningClocks: [ProcedureFinding] {
        var found: [ProcedureFinding] = []
        for clock in procedure.clocks {
            for step in RouteClock.Start.allCases {
                for finding in running(clock, from: step) where !found.contains(finding) { found.append(finding) }
            }
        }
        return found
    }

    private func running(_ clock: ClockName, from step: RouteClock.Start) -> [ProcedureFinding] {
        let owners = starters(of: clock, at: step)
        guard !owners.isEmpty else { return [] }
        func next(_ fate: ClockFate, _ effect: Effect) -> ClockFate {
            switch effect {
            case .startClock(clock, at: step): .running
            case .stopClock(clock): fate == .notYet ? .notYet : .stopped
            default: fate
            }
        }
        let courses = courses(from: .notYet, next)
        let left = ends(courses).filter { $0.value.contains(.running) }.keys
        return inDocumentOrder(Set(left)).map { .runsOn(clock, in: $0) } + returns(of: clock, in: courses, owners, next)
    }

    /// The states on whose entry, or by whose transitions, the clock starts at that step.
    private func starters(of clock: ClockName, at step: RouteClock.Start) -> Set<StateID> {
        func starts(_ actions: [Action]) -> Bool {
            actions.contains { action in
                if case .effect(let number) = action {
                    procedure.effects[number] == .startClock(clock, at: step)
                } else {
                    false
                }
            }
        }
        return Set(
            procedure.chart.states.filter { state in
                starts(state.entry) || starts(state.exit) || state.transitions.contains { starts($0.actions) }
            }.map(\.id)
        )
    }

    /// Ways out of what started the clock, back to where it had not begun yet.
    private func returns(
        of clock: ClockName,
        in courses: Set<Course<ClockFate>>,
        _ owners: Set<StateID>,
        _ next: (ClockFate, Effect) -> ClockFate
    ) -> [ProcedureFinding] {
        var found: [ProcedureFinding] = []
        for edge in edges.joined() where courses.contains(Course(stand: edge.from, fate: .running)) {
            let (before, after) = (stands[edge.from].configuration, stands[edge.to].configuration)
            guard !isOver(edge.to), courses.contains(Course(stand: edge.to, fate: .notYet)),
                fate(after: edge, .running, next) == .running, !owners.isDisjoint(with: before.active),
                owners.isDisjoint(with: after.active), after.active.allSatisfy({ procedure.deliberate[$0] == nil })
            else { continue }
            for state in procedure.chart.atomicStates(of: after) where !before.active.contains(state) {
                let finding = ProcedureFinding.runsBack(clock, by: edge.event, to: state)
                if !found.contains(finding) { found.append(finding) }
            }
        }
        return found
    }

    // MARK: - Approvals and facts

    private enum ApprovalFate: Hashable {
        case untouched, changed, ended
    }

    /// Ends that leave an approval of the case, or a change of one, as if the case had come to nothing.
    var hangingApprovals: [ProcedureFinding] {
        let ends = ends(
            courses(from: ApprovalFate.untouched) { fate, effect in
                switch effect {
                case .grantApproval, .changeApproval(.inForce): .changed
                case .changeApproval(.withdrawn), .changeApproval(.lapsed): .ended
                // What has ended is not in force again by what it says.
                default: fate == .ended || !effect.changesRegister ? fate : .changed
                }
            }
        )
        let left = ends.filter { state, fates in
            fates.contains(.changed)
                && (procedure.grantsApproval || fates.contains(.untouched)
                    || outcomes(of: state).contains { $0 != .approved })
        }
        return inDocumentOrder(Set(left.keys)).map(ProcedureFinding.leavesApproval)
    }

    private func outcomes(of state: StateID) -> [Decision.Outcome] {
        (procedure.chart.state(state)?.entry ?? []).compactMap { action in
            guard case .effect(let number) = action, case .recordDecision(let outcome) = procedure.effects[number]
            else { return nil }
            return outcome
        }
    }

    /// Ends that go on stating what other procedures ask for.
    ///
    /// - Parameter facts: Those for which other procedures ask of this one.
    /// - Returns: A finding for each end and fact.
    func hangingFacts(_ facts: Set<FactName>) -> [ProcedureFinding] {
        facts.sorted().flatMap { fact -> [ProcedureFinding] in
            let ends = ends(
                courses(from: false) { isSet, effect in
                    switch effect {
                    case .setFact(fact): true
                    case .clearFact(fact): false
                    default: isSet
                    }
                }
            )
            return inDocumentOrder(Set(ends.filter { $0.value.contains(true) }.keys)).map { .leavesFact(fact, $0) }
        }
    }

    /// States that state a fact on the ground of an approval, and do not see it end.
    ///
    /// - Parameter facts: Those for which other procedures ask of this one.
    /// - Returns: A finding for each state and fact.
    func outlivingFacts(_ facts: Set<FactName>) -> [ProcedureFinding] {
        procedure.chart.states.flatMap { state -> [ProcedureFinding] in
            guard state.kind != .final, procedure.deliberate[state.id] == nil, !seesApprovalEnd(state) else {
                return []
            }
            let stated = state.entry.compactMap { action -> FactName? in
                guard case .effect(let number) = action, case .setFact(let fact) = procedure.effects[number],
                    facts.contains(fact)
                else { return nil }
                return fact
            }
            guard !stated.isEmpty, isGrounded(state.id) else { return [] }
            return stated.map { .outlivesApproval($0, state.id) }
        }
    }

    /// Whether a way into the state asks for an approval in force.
    private func isGrounded(_ state: StateID) -> Bool {
        let entering = procedure.chart.transitions.filter { $0.targets.contains(state) }
        return !entering.isEmpty
            && entering.contains { transition in
                procedure.guards[transition.tag]?.asksForApproval ?? false
            }
    }

    private func seesApprovalEnd(_ state: Statechart.State) -> Bool {
        let around = [state.id] + procedure.chart.ancestors(of: state.id)
        return around.compactMap { procedure.chart.state($0) }.flatMap(\.transitions).contains { transition in
            transition.event == nil && procedure.guards[transition.tag].map(\.seesApprovalEnd) ?? false
        }
    }
}

extension Guard {
    /// Whether it holds only with an approval in force.
    fileprivate var asksForApproval: Bool {
        switch self {
        case .approvalInForce: true
        case .all(let parts): parts.contains(where: \.asksForApproval)
        case .any(let parts): !parts.isEmpty && parts.allSatisfy(\.asksForApproval)
        default: false
        }
    }
}
