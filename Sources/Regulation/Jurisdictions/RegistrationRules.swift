/// How long an approval or registration lasts in a jurisdiction, and when it is renewed.
package struct ValidityRule: Hashable, Sendable {
    package enum Model: String, Hashable, Sendable, CaseIterable {
        /// For a number of years.
        case fixed
        /// For as long as a yearly fee is paid.
        case yearlyRetention = "yearly-retention"
        case unlimited
    }

    /// When a renewal may be filed, counted back from expiry.
    package struct Renewal: Hashable, Sendable {
        package let opens: Period?
        package let closes: Period?
        package let source: Source

        package init(opens: Period?, closes: Period?, source: Source) {
            self.opens = opens
            self.closes = closes
            self.source = source
        }
    }

    /// A fee owed in each year, whatever ends the approval.
    package struct Yearly: Hashable, Sendable {
        /// The last day to pay; nil where no source names one.
        package let by: YearDay?
        /// In which years.
        package let window: Window
        package let source: Source

        package init(by: YearDay?, window: Window = .always, source: Source) {
            self.by = by
            self.window = window
            self.source = source
        }
    }

    /// The last day of every approval of the rule, whenever it was granted, as where a recognition ends.
    package struct Ending: Hashable, Sendable {
        package let day: CivilDate
        package let source: Source

        package init(on day: CivilDate, source: Source) {
            self.day = day
            self.source = source
        }
    }

    package let model: Model
    /// Of a fixed one nil where each decision names its end.
    package let years: Int?
    /// Empty where it holds for every class.
    package let classes: [DeviceClass]
    /// Empty where it holds for every route that has no rule of its own.
    package let routes: [RouteName]
    package let ending: Ending?
    package let renewal: Renewal?
    /// What the rule says of a yearly fee; ``fee`` is what is owed.
    package let yearly: Yearly?
    /// How the years count.
    package let law: CountingLaw
    package let window: Window
    package let source: Source

    package init(
        model: Model,
        years: Int?,
        classes: [DeviceClass] = [],
        routes: [RouteName] = [],
        ending: Ending? = nil,
        renewal: Renewal? = nil,
        yearly: Yearly? = nil,
        law: CountingLaw = .term,
        window: Window = .always,
        source: Source
    ) {
        self.model = model
        self.years = years
        self.classes = classes
        self.routes = routes
        self.ending = ending
        self.renewal = renewal
        self.yearly = yearly
        self.law = law
        self.window = window
        self.source = source
    }

    /// The fee that each year asks for: one that keeps an approval is owed though no day is named.
    package var fee: Yearly? { yearly ?? (model == .yearlyRetention ? Yearly(by: nil, source: source) : nil) }

    /// The day through which an approval granted on `date` lasts; nil where neither years nor one day for all end it.
    ///
    /// From 29 February to the last day of a February that has no such day.
    package func end(of date: CivilDate) -> CivilDate? {
        [count(of: date)?.day, ending?.day].compactMap(\.self).min()
    }

    /// What says when an approval granted on `date` ends: the day that ends all of them, where that comes first.
    package func sourceOfEnd(of date: CivilDate) -> Source {
        guard let ending, end(of: date) == ending.day else { return source }
        return ending.source
    }

    /// Whether it says how long an approval of `deviceClass` by `route` lasts.
    package func covers(_ route: RouteName?, _ deviceClass: DeviceClass?) -> Bool {
        (routes.isEmpty || route.map { routes.contains($0) } ?? false)
            && (classes.isEmpty || deviceClass.map { classes.contains($0) } ?? false)
    }

    /// The days that an approval granted on `date` lasts; every one counts.
    package func count(of date: CivilDate) -> DayCount? {
        guard model == .fixed, let years else { return nil }
        let zero = law.counting.dayZero(of: date)
        let last = law.counting.lastDay(years: years, after: zero)
        let stretch = DayCount.Stretch(after: zero, through: last)
        return DayCount(unit: .months, counting: law.counting, stretches: [stretch], day: last)
    }
}

/// A category of change to an approved product, and the step that it asks for.
package struct ChangeCategory: Hashable, Sendable {
    package enum Step: String, Hashable, Sendable, CaseIterable {
        case priorApproval = "prior-approval"
        case priorNotice = "prior-notice"
        case noticeAfter = "notice-after"
        case newRegistration = "new-registration"
        case none
    }

    /// What a track of the approval must say before a change falls under the category by itself, as that a plan was
    /// authorised.
    package struct Footing: Hashable, Sendable {
        package let track: RouteName
        package let fact: String

        package init(track: RouteName, fact: String) {
            self.track = track
            self.fact = fact
        }
    }

    package let id: String
    package let names: [String: String]
    package let step: Step
    package let classes: [DeviceClass]
    /// Nil where it rests on nothing but what changes.
    package let footing: Footing?
    /// For a notice after the change the time allowed; else the authority's target.
    package let period: Period?
    package let window: Window
    package let source: Source

    package init(
        id: String,
        names: [String: String],
        step: Step,
        classes: [DeviceClass] = [],
        footing: Footing? = nil,
        period: Period? = nil,
        window: Window = .always,
        source: Source
    ) {
        self.footing = footing
        self.id = id
        self.names = names
        self.step = step
        self.classes = classes
        self.period = period
        self.window = window
        self.source = source
    }
}
