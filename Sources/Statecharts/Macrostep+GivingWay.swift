extension Macrostep {
    /// Whether, of what several active atomic states may have chosen, exactly these transitions can be left.
    ///
    /// Which guards held is not known, so every chain of conflicts that may have removed a choice is taken for one that
    /// did: what this refuses cannot have happened, and what it takes nearly always can.
    func canGiveWay(to taken: [Int], on event: EventName?, isGuarded: [Bool]) -> Bool {
        let offers = chart.plan.atomicStates(in: active).map { choices(of: $0, on: event, isGuarded: isGuarded) }
        guard offers.count > 1 else { return false }
        // Each stands where the first atomic state that chose it stands, in their order.
        var rest = offers[...]
        for transition in taken {
            guard let place = rest.firstIndex(where: { $0.contains(transition) }) else { return false }
            rest = rest[(place + 1)...]
        }
        for (position, transition) in taken.enumerated() {
            if taken[..<position].contains(where: { conflict($0, transition) }) { return false }
        }
        let losers = rivals(of: taken, among: Set(offers.joined()))
        return offers.allSatisfy { offer in
            // Where nothing had to be chosen, nothing need have been.
            guard let last = offer.last, !isGuarded[last] else { return true }
            return offer.contains { taken.contains($0) || losers.contains($0) }
        }
    }

    /// What one atomic state may choose: all that is triggered, up to the first that no guard can hold back.
    private func choices(of atom: Int, on event: EventName?, isGuarded: [Bool]) -> [Int] {
        var choices: [Int] = []
        var state = atom
        while state != StateTree.root {
            for transition in chart.plan.nodes[state].transitions where isTriggered(transition, by: event) {
                choices.append(transition)
                if !isGuarded[transition] { return choices }
            }
            state = chart.plan.tree.parents[state]
        }
        return choices
    }

    /// Those that conflict with one that was taken, or with one that does.
    private func rivals(of taken: [Int], among candidates: Set<Int>) -> Set<Int> {
        var found = Set(taken)
        var isComplete = false
        while !isComplete {
            let more = candidates.filter { candidate in
                !found.contains(candidate) && found.contains { conflict($0, candidate) }
            }
            found.formUnion(more)
            isComplete = more.isEmpty
        }
        return found.subtracting(taken)
    }
}
