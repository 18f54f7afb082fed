/// The days between which a day lies, both included.
public struct DateBounds: Hashable, Sendable {
    public let earliest: CivilDate
    /// Never before ``earliest``.
    public let latest: CivilDate

    /// The bounds from `earliest` to `latest`; a `latest` before `earliest` is taken as `earliest`.
    public init(earliest: CivilDate, latest: CivilDate) {
        self.earliest = earliest
        self.latest = max(earliest, latest)
    }

    public init(exactly date: CivilDate) {
        self.init(earliest: date, latest: date)
    }

    public init(_ date: PartialDate) {
        self.init(earliest: date.earliest, latest: date.latest)
    }

    /// Whether only one day lies between them.
    public var isExact: Bool { earliest == latest }

    public func contains(_ date: CivilDate) -> Bool {
        earliest <= date && date <= latest
    }
}

extension DateBounds: CustomStringConvertible {
    /// One date, or an interval of ISO 8601: `2026-05-12` or `2026-05-01/2026-05-31`.
    public var description: String {
        isExact ? earliest.description : "\(earliest)/\(latest)"
    }
}
