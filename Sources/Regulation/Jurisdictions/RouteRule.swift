/// How one jurisdiction may decide, and the figures that hold on that way.
public struct RouteRule: Hashable, Sendable {
    public let name: RouteName
    /// The procedure that a case on this route runs.
    public let procedure: String
    /// Where a case goes when it leaves this route; `nil` when there is no other way.
    public let fallback: RouteName?
    public let clocks: [ClockName: RouteClock]
    public let periods: [String: Period]
    /// Answers of the rule to the questions that procedures ask, such as `lateAnswer`.
    public let values: [String: RouteValue]
    public let fees: [FeeRule]
    public let reliance: RelianceRule?
    /// Civil dates between which the rule is in force; open where absent.
    public let from: CivilDate?
    public let until: CivilDate?
    public let source: Source

    public init(
        name: RouteName,
        procedure: String,
        fallback: RouteName? = nil,
        clocks: [ClockName: RouteClock] = [:],
        periods: [String: Period] = [:],
        values: [String: RouteValue] = [:],
        fees: [FeeRule] = [],
        reliance: RelianceRule? = nil,
        from: CivilDate? = nil,
        until: CivilDate? = nil,
        source: Source
    ) {
        self.name = name
        self.procedure = procedure
        self.fallback = fallback
        self.clocks = clocks
        self.periods = periods
        self.values = values
        self.fees = fees
        self.reliance = reliance
        self.from = from
        self.until = until
        self.source = source
    }

    public func isInForce(on date: CivilDate) -> Bool {
        (from.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
    }
}

/// One review clock of a route: the rule, and what sets it off.
public struct RouteClock: Hashable, Sendable {
    /// The step of a procedure that starts the clock in this jurisdiction.
    public enum Start: String, Hashable, Sendable, CaseIterable {
        case filed, accepted, feePaid = "fee-paid", reviewBegun = "review-begun"
    }

    public let rule: ClockRule
    public let starts: Start
    public let source: Source

    public init(rule: ClockRule, starts: Start, source: Source) {
        self.rule = rule
        self.starts = starts
        self.source = source
    }
}

/// A span of time in the unit in which the rule states it.
public struct Period: Hashable, Sendable {
    public let count: Int
    public let unit: ClockUnit
    public let confidence: Confidence

    public init(count: Int, unit: ClockUnit, confidence: Confidence) {
        self.count = count
        self.unit = unit
        self.confidence = confidence
    }

    /// The last day of the period when day 0 is `date`.
    public func end(after date: CivilDate, in calendar: WorkingCalendar) -> CivilDate {
        switch unit {
        case .workingDays: calendar.date(after: date, workingDays: count)
        case .calendarDays: date.adding(days: count)
        case .months: date.adding(months: count)
        }
    }
}

/// One answer of a rule, with how sure it is.
public struct RouteValue: Hashable, Sendable {
    public let text: String
    public let confidence: Confidence

    public init(text: String, confidence: Confidence) {
        self.text = text
        self.confidence = confidence
    }
}

/// A fee that a body or a proposed scheme asks for; the amount is absent where no source states one.
public struct FeeRule: Hashable, Sendable {
    public let id: FeeID
    public let amount: Money?
    public let source: Source

    public init(id: FeeID, amount: Money?, source: Source) {
        self.id = id
        self.amount = amount
        self.source = source
    }
}

/// When another authority's approval may be relied on.
public struct RelianceRule: Hashable, Sendable {
    /// Jurisdictions whose approvals count.
    public let references: [JurisdictionCode]
    /// Full months that the reference approval must have been held; 0 where the source names none.
    public let minimumMonthsHeld: Int
    /// Whether an approval granted by exemption from evaluation counts.
    public let acceptsExemption: Bool
    /// Whether a first-stage approval (narrower claims) counts; unconfirmed everywhere as of 2026-11.
    public let acceptsStageOne: RouteValue

    public init(
        references: [JurisdictionCode],
        minimumMonthsHeld: Int,
        acceptsExemption: Bool,
        acceptsStageOne: RouteValue
    ) {
        self.references = references
        self.minimumMonthsHeld = minimumMonthsHeld
        self.acceptsExemption = acceptsExemption
        self.acceptsStageOne = acceptsStageOne
    }
}
