/// How long an approval or registration lasts in a jurisdiction, and when it is renewed.
public struct ValidityRule: Hashable, Sendable {
    public enum Model: String, Hashable, Sendable, CaseIterable {
        /// For a number of years.
        case fixed
        /// For as long as a yearly fee is paid.
        case yearlyRetention = "yearly-retention"
        case unlimited
    }

    /// When a renewal may be filed, counted back from expiry.
    public struct Renewal: Hashable, Sendable {
        public let opens: Period?
        public let closes: Period?
        public let source: Source

        public init(opens: Period?, closes: Period?, source: Source) {
            self.opens = opens
            self.closes = closes
            self.source = source
        }
    }

    public let model: Model
    public let years: Int?
    /// Empty where it holds for every class.
    public let classes: [DeviceClass]
    public let renewal: Renewal?
    public let window: Window
    public let source: Source

    public init(
        model: Model,
        years: Int?,
        classes: [DeviceClass] = [],
        renewal: Renewal? = nil,
        window: Window = .always,
        source: Source
    ) {
        self.model = model
        self.years = years
        self.classes = classes
        self.renewal = renewal
        self.window = window
        self.source = source
    }

    /// The day through which an approval granted on `date` lasts; nil where no number of years ends it.
    public func end(of date: CivilDate) -> CivilDate? {
        guard model == .fixed, let years else { return nil }
        return date.adding(months: 12 * years).adding(days: -1)
    }
}

extension Period {
    /// The day that lies this period before `date`.
    public func start(before date: CivilDate) -> CivilDate {
        switch unit {
        case .months: date.adding(months: -count)
        case .calendarDays, .workingDays: date.adding(days: -count)
        }
    }
}

/// A category of change to an approved product, and the step that it asks for.
public struct ChangeCategory: Hashable, Sendable {
    public enum Step: String, Hashable, Sendable, CaseIterable {
        case priorApproval = "prior-approval"
        case priorNotice = "prior-notice"
        case noticeAfter = "notice-after"
        case newRegistration = "new-registration"
        case none
    }

    public let id: String
    public let names: [String: String]
    public let step: Step
    public let classes: [DeviceClass]
    /// For a notice after the change the time allowed; else the authority's target.
    public let period: Period?
    public let window: Window
    public let source: Source

    public init(
        id: String,
        names: [String: String],
        step: Step,
        classes: [DeviceClass] = [],
        period: Period? = nil,
        window: Window = .always,
        source: Source
    ) {
        self.id = id
        self.names = names
        self.step = step
        self.classes = classes
        self.period = period
        self.window = window
        self.source = source
    }
}

/// What a holder must report when something serious happens, and within which time where a source states one.
public struct SafetyRule: Hashable, Sendable {
    public let id: String
    public let names: [String: String]
    public let period: Period?
    public let window: Window
    public let source: Source

    public init(id: String, names: [String: String], period: Period?, window: Window = .always, source: Source) {
        self.id = id
        self.names = names
        self.period = period
        self.window = window
        self.source = source
    }
}
