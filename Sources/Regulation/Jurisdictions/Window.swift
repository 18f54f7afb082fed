/// The civil dates between which a rule is in force, both included; open where absent.
package struct Window: Hashable, Sendable {
    package static let always = Window(from: nil, until: nil)

    package let from: CivilDate?
    package let until: CivilDate?

    package init(from: CivilDate?, until: CivilDate?) {
        self.from = from
        self.until = until
    }

    package func contains(_ date: CivilDate) -> Bool {
        (from.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
    }

    package func overlaps(_ other: Window) -> Bool {
        (from ?? .earliest) <= (other.until ?? .latest) && (other.from ?? .earliest) <= (until ?? .latest)
    }

    /// The days that lie in both; `nil` where there are none.
    package func common(with other: Window) -> Window? {
        guard overlaps(other) else { return nil }
        return Window(
            from: [from, other.from].compactMap(\.self).max(),
            until: [until, other.until].compactMap(\.self).min()
        )
    }

    /// The first day of this window that lies in none of the others; `nil` where there is none.
    ///
    /// Of days without a first one it is the last before the others begin.
    package func firstGap(in others: [Window]) -> CivilDate? {
        var day = from ?? .earliest
        while day <= until ?? .latest {
            guard let reached = others.filter({ $0.contains(day) }).map({ $0.until ?? .latest }).max() else {
                guard from == nil, day == .earliest else { return day }
                let next = others.compactMap(\.from).filter { $0 > day }.min()
                return [next?.adding(days: -1), until].compactMap(\.self).min() ?? day
            }
            guard reached < .latest else { return nil }
            day = reached.adding(days: 1)
        }
        return nil
    }
}
