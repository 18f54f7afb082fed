/// The day from which a span counts that something starts.
package enum Anchor: String, Hashable, Codable, Sendable, CaseIterable {
    /// The day itself.
    case start
    /// The first day of the month after it, as Japan counts the time to decide on insurance coverage.
    case nextMonth = "next-month"

    package func day(for date: CivilDate) -> CivilDate {
        switch self {
        case .start: date
        case .nextMonth: date.adding(days: 1 - date.parts.day).adding(months: 1)
        }
    }
}
