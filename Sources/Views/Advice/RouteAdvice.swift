import Engine
package import Regulation
package import Submissions

/// One route of a country for one product on one day.
package struct RouteAdvice: Hashable, Sendable {
    /// Why a route is not open, or not surely.
    package struct Reason: Hashable, Sendable {
        /// The condition that decides; `nil` where the route itself is in doubt.
        package let condition: RouteCondition?
        /// How the condition was answered; also `met` where only an unconfirmed rule asks for it.
        package let answer: RouteAssessment.ConditionAnswer
        /// Approvals that do not count by this condition, or may not.
        package let obstacles: [RouteAssessment.Obstacle]
        package let source: Source
        /// Whether other reasons already say why approvals are missing.
        package let isExplainedElsewhere: Bool
    }

    package let assessment: RouteAssessment
    /// Whether the route is law today, or only proposed (案).
    package let standing: Procedure.Status
    /// Whether the applicant has chosen it.
    package let isPlanned: Bool
    /// Never open or closed for what is only proposed.
    package let answer: RouteAssessment.Answer
    package let reasons: [Reason]
    /// What the applicant still does on the way.
    package let toDo: [RouteCondition]
    /// The approvals on which it would rest that are not the same as what is to be filed.
    package let comparisons: [ReferenceComparison]
    package let time: ReviewTime
    package let fees: [AdvisedFee]
    /// Whether nobody knows that the route was there on that day.
    package let isFirstDayUnknown: Bool
    /// When the answer would become better by the passing of time alone.
    package let opening: RouteOpening?

    package var route: RouteRule { assessment.route }

    /// Whether the route, its time or a fee of it is taken for a day of which nobody knows that the rule held.
    package var restsOnUnknownFirstDay: Bool {
        isFirstDayUnknown || time.isFirstDayUnknown || fees.contains(where: \.isFirstDayUnknown)
    }
}

/// The day on which a route would answer better than today, if nothing else changes.
package struct RouteOpening: Hashable, Sendable {
    /// What must have passed.
    package enum Cause: Hashable, Sendable {
        case obstacle(RouteAssessment.Obstacle)
        case condition(RouteCondition)
        case routeBegins(CivilDate)
    }

    package let on: CivilDate
    /// Open, or unknown where rules without confirmation still stand in the way.
    package let answer: RouteAssessment.Answer
    package let because: [Cause]
}

/// The route that would open first in a country where none is open.
package struct NextRoute: Hashable, Sendable {
    package let route: RouteRule
    /// `nil` where no day can be computed.
    package let opening: RouteOpening?
    /// What is still needed, where no day can be computed.
    package let needs: [RouteAdvice.Reason]
}
