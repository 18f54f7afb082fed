/// What a review clock counts.
package enum ClockUnit: String, Hashable, Codable, Sendable, CaseIterable {
    case workingDays, calendarDays, months
}

/// Who has the case on the desk, and so whose time runs.
package enum ClockSide: String, Hashable, Codable, Sendable, CaseIterable {
    case agency, applicant
}

/// The rule of one review clock, as a jurisdiction publishes it.
package struct ClockRule: Hashable, Codable, Sendable {
    /// Whose time counts towards the limit.
    package enum Counted: String, Hashable, Codable, Sendable, CaseIterable {
        /// Only the agency's: the clock stops while the applicant has the case.
        case agency
        /// The agency's and the applicant's together.
        case total
    }

    package let unit: ClockUnit
    /// The target in units, never negative; nil where none is published.
    ///
    /// Not above 100,000, which is centuries in any unit.
    package let limit: Int?
    package let counts: Counted
    package let confidence: Confidence
    /// From which day a clock counts that is started on some day.
    package let anchor: Anchor
    /// How it counts: whether its first day counts, and where it ends.
    package let counting: Counting

    /// The rule with these parts; a limit that no rule can mean is taken as the nearest that one can.
    package init(
        unit: ClockUnit,
        limit: Int?,
        counts: Counted,
        confidence: Confidence,
        anchor: Anchor = .start,
        counting: Counting = .plain
    ) {
        self.unit = unit
        self.limit = limit.map { min(max(0, $0), 100_000) }
        self.counts = counts
        self.confidence = confidence
        self.anchor = anchor
        self.counting = counting
    }

    /// The day before the first that counts, of a clock that is started on `date`.
    func dayZero(of date: CivilDate) -> CivilDate { counting.dayZero(of: anchor.day(for: date)) }

    func limited(to limit: Int?) -> ClockRule {
        ClockRule(
            unit: unit,
            limit: limit,
            counts: counts,
            confidence: confidence,
            anchor: anchor,
            counting: counting
        )
    }
}
