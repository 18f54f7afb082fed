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
}
