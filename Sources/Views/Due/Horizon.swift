import Engine
package import Regulation

/// How far ahead a look at what is due goes: `30d`, `6w`, `3m`, `1y`.
package struct Horizon: Hashable, Sendable {
    package enum Unit: Character, Hashable, Sendable, CaseIterable {
        case days = "d"
        case weeks = "w"
        case months = "m"
        case years = "y"
    }

    package let count: Int
    package let unit: Unit

    /// The span, or nil where it is longer than a hundred years or negative.
    package init?(_ count: Int, _ unit: Unit) {
        let limit =
            switch unit {
            case .days: 36_525
            case .weeks: 5_218
            case .months: 1_200
            case .years: 100
            }
        guard (0...limit).contains(count) else { return nil }
        self.count = count
        self.unit = unit
    }

    /// The span that `text` names, or nil.
    package init?(_ text: String) {
        guard let last = text.last, let unit = Unit(rawValue: last), let count = Int(text.dropLast()),
            text.dropLast().utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        self.init(count, unit)
    }

    private init(days: Int) {
        count = days
        unit = .days
    }

    /// What pages and portfolios look ahead.
    package static let quarter = Horizon(days: 90)

    /// What the list of the day looks ahead.
    package static let month = Horizon(days: 30)

    /// The last day that the look covers.
    package func end(from date: CivilDate) -> CivilDate {
        switch unit {
        case .days: date.adding(days: count)
        case .weeks: date.adding(days: 7 * count)
        case .months: date.adding(months: count)
        case .years: date.adding(months: 12 * count)
        }
    }
}

extension Horizon: CustomStringConvertible {
    package var description: String { "\(count)\(unit.rawValue)" }
}
