public import Regulation

/// Whether a route is open to a product on a day, with every condition that decided it.
public struct RouteAssessment: Hashable, Sendable {
    public enum Answer: String, Hashable, Sendable, CaseIterable {
        case open, closed
        /// A rule that no official source confirms would decide.
        case unknown
    }

    public enum ConditionAnswer: String, Hashable, Sendable, CaseIterable {
        case met, unmet, unknown
        /// Something that the applicant still does on the way, such as to consent; it closes nothing.
        case toDo = "to-do"
        /// There is no approval to hold against it.
        case notJudged = "not-judged"
    }

    public struct Finding: Hashable, Sendable {
        public let condition: RouteCondition
        public let answer: ConditionAnswer
    }

    /// An approval of a listed authority that does not count, or may not.
    public struct Obstacle: Hashable, Sendable {
        public enum Reason: Hashable, Sendable {
            case notInForce(Approval.Standing)
            case expired(PartialDate)
            case grantedLater(PartialDate)
            case heldTooShort(until: CivilDate)
            case basis(ApprovalBasis)
            /// It rests on approvals that may not lie below it, as a chain from there.
            case derivative([Approval.ID])
            /// It rests on the approval that it would support, as a chain.
            case circular([Approval.ID])
            case firstStage
            case otherVersion(String)
            case otherClaims
            case noArrangement
        }

        public let approval: Approval.ID
        public let jurisdiction: JurisdictionCode
        public let reason: Reason
        /// `false` where an unconfirmed rule would exclude it.
        public let isSure: Bool
    }

    public let route: RouteRule
    public let answer: Answer
    public let findings: [Finding]
    /// Approvals on which the route may rest, the best first; those that count only if an unconfirmed rule says so last.
    public let counted: [Approval]
    public let obstacles: [Obstacle]

    /// Whether enough approvals are there, confirmed or not.
    public var hasReference: Bool {
        route.relies
            && !findings.contains {
                if case .references = $0.condition.kind { $0.answer == .unmet } else { false }
            } && !counted.isEmpty
    }

    /// How many reference approvals the route asks for.
    public var needed: Int { route.neededReferences }

    public init(
        route: RouteRule,
        answer: Answer,
        findings: [Finding],
        counted: [Approval],
        obstacles: [Obstacle]
    ) {
        self.route = route
        self.answer = answer
        self.findings = findings
        self.counted = counted
        self.obstacles = obstacles
    }
}
