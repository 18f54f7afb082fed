/// The civil dates between which a rule is in force, both included; open where absent.
public struct Window: Hashable, Sendable {
    public static let always = Window(from: nil, until: nil)

    public let from: CivilDate?
    public let until: CivilDate?

    public init(from: CivilDate?, until: CivilDate?) {
        self.from = from
        self.until = until
    }

    public func contains(_ date: CivilDate) -> Bool {
        (from.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
    }

    public func overlaps(_ other: Window) -> Bool {
        (from ?? .earliest) <= (other.until ?? .latest) && (other.from ?? .earliest) <= (until ?? .latest)
    }
}
