import Regulation
import Submissions

extension Tasuki {
    /// The refusal with the names and sources of a closed route as they are configured now: what a case is bound to holds no citations.
    func citing(_ refusal: Refusal) -> Refusal {
        guard case .routeClosed(let action, let code, let assessment) = refusal,
            let configured = try? world.definitions.jurisdiction(code)
        else { return refusal }
        let routes = configured.routes.filter { $0.name == assessment.route.name }
        let conditions = routes.flatMap(\.conditions)
        let findings = assessment.findings.map { finding in
            let cited = conditions.last { $0.kind == finding.condition.kind }
            return RouteAssessment.Finding(condition: cited ?? finding.condition, answer: finding.answer)
        }
        return .routeClosed(
            action,
            code,
            RouteAssessment(
                route: routes.first { $0.window == assessment.route.window } ?? assessment.route,
                answer: assessment.answer,
                findings: findings,
                counted: assessment.counted,
                obstacles: assessment.obstacles
            )
        )
    }
}
