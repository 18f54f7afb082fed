import Regulation

/// Approvals of one product and what each rests on.
package struct ApprovalGraph {
    private let byID: [Approval.ID: Approval]

    package init(_ approvals: [Approval]) {
        byID = Dictionary(approvals.map { ($0.id, $0) }) { first, _ in first }
    }

    /// The shortest chain from an approval that `test` accepts to `approval`; nil where it rests on none such.
    package func chain(to approval: Approval, from test: (Approval) -> Bool) -> [Approval.ID]? {
        var frontier = [[approval.id]]
        var seen: Set<Approval.ID> = [approval.id]
        while !frontier.isEmpty {
            let path = frontier.removeFirst()
            guard let last = path.last, let current = byID[last] else { continue }
            if path.count > 1, test(current) { return path.reversed() }
            for below in current.dependsOn.map(\.approval).sorted() where seen.insert(below).inserted {
                frontier.append(path + [below])
            }
        }
        return nil
    }

    /// The approval itself and everything on which it rests, at any depth.
    func foundations(of approval: Approval) -> Set<Approval.ID> {
        var pending = [approval.id]
        var seen: Set<Approval.ID> = []
        while let next = pending.popLast() {
            guard seen.insert(next).inserted else { continue }
            pending += byID[next]?.dependsOn.map(\.approval) ?? []
        }
        return seen
    }

    /// One of each group of `approvals` with a common foundation, the first given; what rests on none of the others
    /// stands for its group.
    func independent(among approvals: [Approval]) -> [Approval] {
        let roots = approvals.filter { approval in
            let below = foundations(of: approval)
            return !approvals.contains { $0.id != approval.id && below.contains($0.id) }
        }
        var taken: Set<Approval.ID> = []
        return roots.filter { approval in
            let below = foundations(of: approval)
            guard taken.isDisjoint(with: below) else { return false }
            taken.formUnion(below)
            return true
        }
    }

    /// How many of `approvals` rest on nothing in common: those that share a foundation count once.
    func independentCount(_ approvals: [Approval]) -> Int {
        var groups: [Set<Approval.ID>] = []
        for approval in approvals {
            var merged = foundations(of: approval)
            groups.removeAll { group in
                guard !group.isDisjoint(with: merged) else { return false }
                merged.formUnion(group)
                return true
            }
            groups.append(merged)
        }
        return groups.count
    }
}
