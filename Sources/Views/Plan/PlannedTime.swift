import Engine
package import Regulation

/// How long a filing is expected to take from a day on, and by what that is reckoned.
package struct PlannedTime: Hashable, Sendable {
    /// By what the expected day is reckoned.
    package enum Ground: Hashable, Sendable {
        case observed(Observation)
        /// By the authority's target, in multiples that other authorities needed.
        case range(Forecast.Range)
        /// By the mean of the authority's own time, with the answers of the applicant added.
        case mean(Observation)
        /// Neither a time nor a target is known.
        case nothing
    }

    package let filed: CivilDate
    /// The clocks of the route in sequence, each with its target.
    package let review: ReviewTime
    /// The day by which the last target ends.
    package let target: CivilDate?
    package let early: CivilDate?
    package let expected: CivilDate?
    /// The day by which four files in five are decided.
    package let late: CivilDate?
    package let ground: Ground
    /// What was observed of the route and is shown beside, not reckoned with.
    package let beside: [Observation]
    /// Years whose holidays are not confirmed and bear on the expected day.
    package let unconfirmedYears: [Int]

    /// From filing to the expected decision.
    package var days: Int? { expected.map { $0.dayNumber - filed.dayNumber } }

    package init(
        filed: CivilDate,
        review: ReviewTime,
        span: PlannedSpan,
        ground: Ground,
        beside: [Observation],
        target: CivilDate? = nil
    ) {
        self.filed = filed
        self.review = review
        self.target = target ?? review.until
        early = span.early
        expected = span.expected
        late = span.late
        self.ground = ground
        self.beside = beside
        unconfirmedYears = (span.years + review.unconfirmedYears).uniqued().sorted()
    }
}

/// The days between which a decision is expected.
package struct PlannedSpan: Hashable, Sendable {
    let early: CivilDate?
    let expected: CivilDate?
    let late: CivilDate?
    let years: [Int]

    static let unknown = PlannedSpan(early: nil, expected: nil, late: nil, years: [])

    /// From the early day, or the expected one where no early day is known, to the late one.
    var width: Int? {
        guard let first = early ?? expected, let late else { return nil }
        return late.dayNumber - first.dayNumber
    }
}
