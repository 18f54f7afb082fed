/// The days between which a day lies, both included.
package struct DateBounds: Hashable, Sendable {
    package let earliest: CivilDate
    /// Never before ``earliest``.
    package let latest: CivilDate

    /// The bounds from `earliest` to `latest`; a `latest` before `earliest` is taken as `earliest`.
    package init(earliest: CivilDate, latest: CivilDate) {
        self.earliest = earliest
        self.latest = max(earliest, latest)
    }

    package init(exactly date: CivilDate) {
        self.init(earliest: date, latest: date)
    }

    package init(_ date: PartialDate) {
        self.init(earliest: date.earliest, latest: date.latest)
    }

    /// Whether only one day lies between them.
    package var isExact: Bool { earliest == latest }

    package func contains(_ date: CivilDate) -> Bool {
        earliest <= date && date <= latest
    }
}

extension DateBounds: CustomStringConvertible {
    /// As a date known in part is written: `2026-05-12`, `2026-05`, `2026-05-12/2026-06-03`.
    package var description: String { PartialDate(self).description }
}
