import Engine
public import Regulation
public import Submissions

/// One route of a country for one product on one day.
public struct RouteAdvice: Hashable, Sendable {
    /// Why a route is not open, or not surely.
    public struct Reason: Hashable, Sendable {
        /// The condition that decides; `nil` where the route itself is in doubt.
        public let condition: RouteCondition?
        /// How the condition was answered; also `met` where only an unconfirmed rule asks for it.
        public let answer: RouteAssessment.ConditionAnswer
        /// Approvals that do not count by this condition, or may not.
        public let obstacles: [RouteAssessment.Obstacle]
        public let source: Source
        /// Whether other reasons already say why approvals are missing.
        public let isExplainedElsewhere: Bool
    }

    public let assessment: RouteAssessment
    /// Whether the route is law today, or only proposed (案).
    public let standing: Procedure.Status
    /// Whether the applicant has chosen it.
    public let isPlanned: Bool
    /// Never open or closed for what is only proposed.
    public let answer: RouteAssessment.Answer
    public let reasons: [Reason]
    /// What the applicant still does on the way.
    public let toDo: [RouteCondition]
    public let time: ReviewTime
    public let fees: [AdvisedFee]
    /// When the answer would become better by the passing of time alone.
    public let opening: RouteOpening?

    public var route: RouteRule { assessment.route }
}

/// The day on which a route would answer better than today, if nothing else changes.
public struct RouteOpening: Hashable, Sendable {
    /// What must have passed.
    public enum Cause: Hashable, Sendable {
        case obstacle(RouteAssessment.Obstacle)
        case condition(RouteCondition)
        case routeBegins(CivilDate)
    }

    public let on: CivilDate
    /// Open, or unknown where rules without confirmation still stand in the way.
    public let answer: RouteAssessment.Answer
    public let because: [Cause]
}

/// The route that would open first in a country where none is open.
public struct NextRoute: Hashable, Sendable {
    public let route: RouteRule
    /// `nil` where no day can be computed.
    public let opening: RouteOpening?
    /// What is still needed, where no day can be computed.
    public let needs: [RouteAdvice.Reason]
}
