import Engine
package import Regulation
package import Submissions

/// When a product is expected to be filed, decided and on the market, country by country; a reckoning, never a promise.
package struct Plan: Hashable, Sendable {
    package let submission: SubmissionName
    package let product: ProductID
    package let productVersion: String
    /// The day on which the plan was made.
    package let on: CivilDate
    /// The days between a reference approval and the filing that rests on it.
    package let preparation: Forecast.Preparation
    package let countries: [PlannedCountry]

    package init(
        submission: SubmissionName,
        product: ProductID,
        productVersion: String,
        on date: CivilDate,
        preparation: Forecast.Preparation,
        countries: [PlannedCountry]
    ) {
        self.submission = submission
        self.product = product
        self.productVersion = productVersion
        on = date
        self.preparation = preparation
        self.countries = countries
    }

    /// The countries whose market day is known, the first first.
    package var byMarket: [(jurisdiction: JurisdictionCode, day: CivilDate)] {
        countries.compactMap { country in country.market.map { (country.jurisdiction, $0) } }
            .sorted { ($0.day, $0.jurisdiction) < ($1.day, $1.jurisdiction) }
    }

    /// The first filing of the plan.
    package var firstFiling: CivilDate? { countries.compactMap(\.filing.on).min() }

    /// The countries for which no market day can be reckoned.
    package var unreckoned: [JurisdictionCode] { countries.filter { $0.market == nil }.map(\.jurisdiction) }
}

/// One country of a plan.
package struct PlannedCountry: Hashable, Sendable {
    package let jurisdiction: JurisdictionCode
    package let names: [String: String]
    package let deviceClass: AdvisedClass?
    package let routeName: RouteName
    package let filing: PlannedFiling
    /// What the route asks for and costs on the day of filing; nil where it is not in force then.
    package let advice: RouteAdvice?
    /// Nil where the day of filing is not known or the route is not in force then.
    package let time: PlannedTime?
    package let actual: ActualCourse?

    /// The day on which the product may be put on the market: that of the approval, or else of the expected decision.
    package var market: CivilDate? {
        if let actual, actual.isOver { return actual.approved?.latest }
        return time?.expected
    }

    /// Whether the market day has come about, and is not only reckoned.
    package var isOnMarket: Bool { actual?.approved != nil }
    package var standing: Procedure.Status { advice?.standing ?? .law }
    /// Whether the route is first-stage only: the wider claims come with a second stage.
    package let isFirstStage: Bool
}

/// The day of a filing, and why it is that one.
package struct PlannedFiling: Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
        /// The day from which the plan reckons.
        case start
        /// The person who asks has named it.
        case given
        /// It has come about.
        case actual
        /// An approval that the product holds is enough.
        case held([JurisdictionCode])
        /// The expected approval of these, and the preparation after it; held so many months first, where the route asks.
        case after([JurisdictionCode], heldMonths: Int?)
        /// None of these is in the plan, or their own day is not known.
        case waits(for: [JurisdictionCode])
    }

    package let on: CivilDate?
    package let cause: Cause
}

/// What has come about in a country.
package struct ActualCourse: Hashable, Sendable {
    package let caseName: CaseName
    package let filed: PartialDate?
    package let decided: PartialDate?
    package let outcome: Decision.Outcome?
    /// The day of the approval that is in force.
    package let approved: PartialDate?

    /// Whether a decision was taken, whatever it was.
    package var isOver: Bool { outcome != nil }
}
