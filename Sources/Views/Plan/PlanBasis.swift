import Engine
package import Regulation
package import Submissions

/// What a plan is reckoned from; pure, so that the same facts always give the same plan.
package struct PlanBasis: Sendable {
    let submission: Submission
    /// Approvals of the product that other submissions hold.
    let register: [Approval]
    let category: SoftwareCategory?
    /// The claims that a first stage would cover; none where nobody named them.
    let stageClaims: [ClaimID]
    let field: AdvisedField
    let forecast: Forecast
    /// The day of the plan.
    let date: CivilDate
    /// The day of what is filed on no day of its own.
    let start: CivilDate
    /// The days between a reference approval and the filing that rests on it.
    let preparation: Forecast.Preparation

    package init(
        submission: Submission,
        register: [Approval],
        category: SoftwareCategory?,
        stageClaims: [ClaimID] = [],
        field: AdvisedField,
        forecast: Forecast,
        on date: CivilDate,
        wishes: PlanWishes
    ) {
        self.submission = submission
        self.register = register
        self.category = category
        self.stageClaims = stageClaims
        self.field = field
        self.forecast = forecast
        self.date = date
        start = wishes.start ?? date
        preparation =
            wishes.preparation.map {
                Forecast.Preparation(days: $0, source: Source(text: "", url: nil, asOf: nil, confidence: .confirmed))
            } ?? forecast.preparation
    }

    func jurisdiction(_ code: JurisdictionCode) -> Jurisdiction? { field.jurisdictions.first { $0.code == code } }

    func procedure(of route: RouteRule) -> Procedure? { field.procedures[ProcedureID(route.procedure)] }
}

/// What the person who asks for a plan says.
package struct PlanWishes: Hashable, Sendable {
    package let start: CivilDate?
    package let fileOn: [JurisdictionCode: CivilDate]
    /// Days between a reference approval and the filing that rests on it.
    package let preparation: Int?
    package let strategy: FilingStrategy?

    package init(
        start: CivilDate? = nil,
        fileOn: [JurisdictionCode: CivilDate] = [:],
        preparation: Int? = nil,
        strategy: FilingStrategy? = nil
    ) {
        self.start = start
        self.fileOn = fileOn
        self.preparation = preparation
        self.strategy = strategy
    }
}

/// One country as it is to be filed.
struct PlanChoice: Hashable {
    let jurisdiction: JurisdictionCode
    let route: RouteName
    var fileOn: CivilDate?
    var after: JurisdictionCode?
}
