package import Regulation

/// Whether a route is open to a product on a day, with every condition that decided it.
package struct RouteAssessment: Hashable, Sendable {
    package enum Answer: String, Hashable, Sendable, CaseIterable {
        case open, closed
        /// A rule that no official source confirms would decide.
        case unknown
    }

    package enum ConditionAnswer: String, Hashable, Sendable, CaseIterable {
        case met, unmet, unknown
        /// Something that the applicant still does on the way, such as to consent; it closes nothing.
        case toDo = "to-do"
        /// The applicant has not said what the condition asks: nobody else can.
        case unanswered = "not-answered"
        /// There is no approval to hold against it.
        case notJudged = "not-judged"
    }

    package struct Finding: Hashable, Sendable {
        package let condition: RouteCondition
        package let answer: ConditionAnswer

        package init(condition: RouteCondition, answer: ConditionAnswer) {
            self.condition = condition
            self.answer = answer
        }
    }

    /// An approval of a listed authority that does not count, or may not.
    package struct Obstacle: Hashable, Sendable {
        package enum Reason: Hashable, Sendable {
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
            /// It does not cover these of the claims that are to be filed.
            case otherClaims(lacking: [ClaimID], covered: [ClaimID])
            case noArrangement
        }

        package let approval: Approval.ID
        package let jurisdiction: JurisdictionCode
        package let reason: Reason
        /// `false` where an unconfirmed rule would exclude it.
        package let isSure: Bool
    }

    package let route: RouteRule
    package let answer: Answer
    package let findings: [Finding]
    /// Approvals on which the route may rest, the best first; those that count only if an unconfirmed rule says so last.
    package let counted: [Approval]
    package let obstacles: [Obstacle]

    /// Whether enough approvals are there, confirmed or not.
    package var hasReference: Bool {
        route.relies
            && !findings.contains {
                if case .references = $0.condition.kind { $0.answer == .unmet } else { false }
            } && !counted.isEmpty
    }

    /// How many reference approvals the route asks for.
    package var needed: Int { route.neededReferences }

    package init(
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
