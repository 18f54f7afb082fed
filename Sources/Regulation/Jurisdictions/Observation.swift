/// What was seen of an authority's work, beside the target that it sets itself; never what a case is bound to.
package struct Observation: Hashable, Sendable {
    /// From what the figures come, and so what they are good for.
    package enum Basis: String, Hashable, Sendable, CaseIterable {
        /// A known number of decisions, or all of a year.
        case decisions
        /// Answers of those who know the cases, or a register that was looked through.
        case survey
        /// What somebody says from experience, without a sample.
        case experience
        /// A sign that a target is not kept, without any figure.
        case sign
    }

    /// Whose time the figures count.
    package enum Counted: String, Hashable, Sendable, CaseIterable {
        /// From filing to decision.
        case total
        /// The authority's own.
        case agency
        /// That of the applicant.
        case applicant
    }

    /// The routes of which it tells, by name.
    package let routes: [RouteName]
    /// The classes of which it tells; every class where none is named.
    package let classes: [DeviceClass]
    package let basis: Basis
    package let counts: Counted
    package let unit: ClockUnit
    package let times: Quantiles
    /// The share of filings that are asked a question, from 0 to 1.
    package let asked: Double?
    /// How many were counted.
    package let size: Int?
    /// The year or month from which the figures are.
    package let year: PartialDate?
    /// Whom it counts, by BCP 47 language.
    package let population: [String: String]
    package let source: Source

    package init(
        routes: [RouteName],
        classes: [DeviceClass] = [],
        basis: Basis,
        counts: Counted = .total,
        unit: ClockUnit = .calendarDays,
        times: Quantiles = Quantiles(),
        asked: Double? = nil,
        size: Int? = nil,
        year: PartialDate? = nil,
        population: [String: String] = [:],
        source: Source
    ) {
        self.routes = routes
        self.classes = classes
        self.basis = basis
        self.counts = counts
        self.unit = unit
        self.times = times
        self.asked = asked
        self.size = size
        self.year = year
        self.population = population
        self.source = source
    }
}

extension Sequence<Observation> {
    /// What tells of `route` for `deviceClass`.
    ///
    /// Where the class is not known, an observation of certain classes tells of it only if there is no other such one that
    /// could be meant in its place.
    package func about(_ route: RouteName, _ deviceClass: DeviceClass?) -> [Observation] {
        let own = filter { $0.routes.contains(route) }
        if let deviceClass { return own.filter { $0.classes.isEmpty || $0.classes.contains(deviceClass) } }
        let classed = own.filter { !$0.classes.isEmpty }
        return classed.count == 1 ? own : own.filter(\.classes.isEmpty)
    }
}

/// Points of a distribution, as far as they are known: of times in some unit, or of multiples of a target.
package struct Quantiles: Hashable, Sendable {
    package enum Point: String, Hashable, Sendable, CaseIterable {
        case p20, p50, p80, p95, mean
        /// The ends of a range that is told as "from … to …".
        case least, most
        /// A figure whose place in the distribution is not told: shown, and never reckoned with.
        case stated
    }

    package let values: [Point: Double]

    package init(_ values: [Point: Double] = [:]) { self.values = values }

    package subscript(_ point: Point) -> Double? { values[point] }

    package var early: Double? { values[.p20] ?? values[.least] }
    package var late: Double? { values[.p80] ?? values[.most] }
    /// The middle: the median, else the mean, else half-way between the ends that are told.
    package var middle: Double? {
        if let known = values[.p50] ?? values[.mean] { return known }
        guard let least = values[.least], let most = values[.most] else { return nil }
        return (least + most) / 2
    }
}
