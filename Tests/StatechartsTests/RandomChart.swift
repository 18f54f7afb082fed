import Chance
import Statecharts

/// Draws charts of every kind of state, with every kind of transition; not every draw is valid.
struct RandomChart {
    static let events: [EventName] = ["a", "b", "c.d", "c.d.e"]

    private var random: Dice
    private var count = 0

    /// Every name given so far, from which targets are drawn once the shape is known.
    private var names: [StateID] = []

    /// For each parallel state, the names within each of its regions: where several targets may lie.
    private var forks: [[[StateID]]] = []

    init(seed: UInt64) { random = Dice(seed: seed) }

    mutating func draw() -> [StateDraft] {
        count = 0
        names = []
        forks = []
        let shape = (0..<Int.random(in: 2...4, using: &random)).map { _ in state(depth: 0, inParallel: false) }
        return shape.map { furnished($0) }
    }

    private mutating func name(_ prefix: String) -> StateID {
        count += 1
        let id = StateID(rawValue: "\(prefix)\(count)")
        names.append(id)
        return id
    }

    private mutating func state(depth: Int, inParallel: Bool) -> StateDraft {
        var draft = StateDraft(id: name("s"))
        if depth > 0, !inParallel, random.chance(15) {
            draft.kind = .final
        } else if depth < 3, random.chance(25) {
            draft.kind = .parallel
        }
        guard draft.kind == .parallel || (draft.kind == .automatic && depth < 4 && random.chance(50)) else {
            return draft
        }
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            draft.children.append(state(depth: depth + 1, inParallel: draft.kind == .parallel))
        }
        if draft.kind == .parallel { forks.append(draft.children.map { [$0.id] + Self.descendants(of: $0) }) }
        while random.chance(30) {
            let kind: StateDraft.Kind = random.chance(50) ? .shallowHistory : .deepHistory
            draft.children.append(StateDraft(id: name("h"), kind: kind))
        }
        return draft
    }

    /// The same state with initial states, transitions and actions.
    private mutating func furnished(_ shape: StateDraft) -> StateDraft {
        var draft = shape
        let inside = Self.descendants(of: shape)
        draft.children = shape.children.map { child in
            var child = furnished(child)
            if child.kind == .shallowHistory || child.kind == .deepHistory {
                let targets = inside.filter { target in
                    !shape.children.contains {
                        $0.id == target && ($0.kind == .shallowHistory || $0.kind == .deepHistory)
                    }
                }
                child.historyDefault = TransitionDraft(targets: pick(targets), actions: actions())
            }
            return child
        }
        guard draft.kind == .automatic || draft.kind == .parallel else { return draft }
        draft.entry = actions()
        draft.exit = actions()
        if draft.kind == .automatic, !inside.isEmpty, random.chance(40) { draft.initial = pick(inside) }
        for _ in 0..<Int.random(in: 1...4, using: &random) { draft.transitions.append(transition(inside: inside)) }
        return draft
    }

    private mutating func transition(inside: [StateID]) -> TransitionDraft {
        let descriptors: [EventDescriptor] = ["a", "b", "c", "c.d.*", "c.d.e", "a.", "b", "done.state.s2", "*"]
        let targets =
            random.chance(15) && !forks.isEmpty
            ? pickRegions() : pick(random.chance(40) && !inside.isEmpty ? inside : names)
        return TransitionDraft(
            tag: Int.random(in: 0..<10, using: &random),
            event: random.chance(2) ? nil : descriptors.randomElement(using: &random),
            targets: random.chance(15) ? [] : targets,
            isInternal: random.chance(40),
            actions: actions()
        )
    }

    private mutating func pick(_ candidates: [StateID]) -> [StateID] {
        candidates.randomElement(using: &random).map { [$0] } ?? []
    }

    /// One place in each of two or more regions.
    private mutating func pickRegions() -> [StateID] {
        let regions = (forks.randomElement(using: &random) ?? []).shuffled(using: &random)
        return regions.prefix(random.chance(50) ? 2 : 3).flatMap { pick($0) }
    }

    private mutating func actions() -> [Action] {
        if random.chance(3) { return [.raise(Self.events.randomElement(using: &random) ?? "a")] }
        return random.chance(40) ? [.effect(count)] : []
    }

    private static func descendants(of draft: StateDraft) -> [StateID] {
        draft.children.flatMap { [$0.id] + descendants(of: $0) }
    }
}
