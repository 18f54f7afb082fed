/// By what a plan reckons where no time of the authority is known: ranges, answers and the applicant's own time.
///
/// Everything in it is an assumption with a source; none binds a case.
package struct Forecast: Hashable, Sendable {
    /// How long it takes in multiples of a target.
    package struct Range: Hashable, Sendable {
        package let id: String
        /// Whose time the target counts.
        package let counts: ClockRule.Counted
        /// Only routes that rest on an approval elsewhere, or only others; nil for both.
        package let relies: Bool?
        package let factors: Quantiles
        package let names: [String: String]
        package let source: Source

        package init(
            id: String,
            counts: ClockRule.Counted,
            relies: Bool? = nil,
            factors: Quantiles,
            names: [String: String] = [:],
            source: Source
        ) {
            self.id = id
            self.counts = counts
            self.relies = relies
            self.factors = factors
            self.names = names
            self.source = source
        }
    }

    /// How often filings are asked and how long the applicant holds them, over all filings.
    package struct Answers: Hashable, Sendable {
        package let asked: Double
        package let unit: ClockUnit
        package let times: Quantiles
        package let source: Source

        package init(asked: Double, unit: ClockUnit, times: Quantiles, source: Source) {
            self.asked = asked
            self.unit = unit
            self.times = times
            self.source = source
        }
    }

    /// The time between a reference approval and the filing that rests on it.
    package struct Preparation: Hashable, Sendable {
        package let days: Int
        package let source: Source

        package init(days: Int, source: Source) {
            self.days = days
            self.source = source
        }
    }

    /// On whose approval others rest in the strategies that are held against each other.
    package let leaders: [JurisdictionCode]
    /// The first that fits holds.
    package let ranges: [Range]
    /// Multiples of the authority's own mean time, where only that was observed.
    package let aroundMean: Quantiles
    package let answers: Answers
    package let preparation: Preparation

    package init(
        leaders: [JurisdictionCode],
        ranges: [Range],
        aroundMean: Quantiles,
        answers: Answers,
        preparation: Preparation
    ) {
        self.leaders = leaders
        self.ranges = ranges
        self.aroundMean = aroundMean
        self.answers = answers
        self.preparation = preparation
    }

    package func range(counting counts: ClockRule.Counted, relies: Bool) -> Range? {
        ranges.first { $0.counts == counts && ($0.relies.map { $0 == relies } ?? true) }
    }
}

/// How a product is to be filed country by country, as a person proposes it.
package struct FilingStrategy: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        package enum Filing: Hashable, Sendable {
            case on(CivilDate)
            /// Once that country is expected to have approved it, and what is filed is prepared.
            case after(JurisdictionCode)
        }

        package let jurisdiction: JurisdictionCode
        /// The route; nil for the one of the manifest.
        package let route: RouteName?
        package let filing: Filing?

        package init(jurisdiction: JurisdictionCode, route: RouteName?, filing: Filing?) {
            self.jurisdiction = jurisdiction
            self.route = route
            self.filing = filing
        }
    }

    package let id: String
    package let names: [String: String]
    package let steps: [Step]

    package init(id: String, names: [String: String], steps: [Step]) {
        self.id = id
        self.names = names
        self.steps = steps
    }
}
