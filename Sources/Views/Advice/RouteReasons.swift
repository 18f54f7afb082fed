import Engine
import Regulation
import Submissions

extension RouteAssessment {
    /// Everything that keeps the route from being open, each with the approvals that it excludes.
    var reasons: [RouteAdvice.Reason] {
        guard answer != .open else { return [] }
        let telling = findings.filter(isTelling)
        // An obstacle is told with the condition that makes it, or where that one decides nothing with the lack of
        // approvals itself.
        func own(_ finding: Finding) -> [Obstacle] {
            obstacles.filter { $0.reason.word == finding.condition.kind.word }
        }
        let told = Set(telling.flatMap(own))
        var reasons = telling.map { finding in
            let isReferences = finding.condition.kind.word == .references
            let mine = isReferences ? obstacles.filter { !told.contains($0) } : own(finding)
            return RouteAdvice.Reason(
                condition: finding.condition,
                answer: finding.answer,
                obstacles: mine,
                source: finding.condition.source,
                isExplainedElsewhere: isReferences && mine.isEmpty && !told.isEmpty && candidates >= needed
            )
        }
        if let lack = telling.first(where: { $0.condition.kind.word == .references }), counted.count >= needed,
            let independent = findings.first(where: { $0.condition.kind == .independent })?.condition
        {
            // There are enough approvals, but they share a foundation and count once.
            reasons.append(
                .init(
                    condition: independent,
                    answer: lack.answer,
                    obstacles: [],
                    source: independent.source,
                    isExplainedElsewhere: false
                )
            )
        }
        if answer == .unknown, route.source.confidence == .unconfirmed {
            reasons.append(
                .init(
                    condition: nil,
                    answer: .unknown,
                    obstacles: [],
                    source: route.source,
                    isExplainedElsewhere: false
                )
            )
        }
        return reasons.filter { $0.answer == .unmet } + reasons.filter { $0.answer != .unmet }
    }

    /// Unmet or unknown; where nothing closes the route also what is met but asked for by an unconfirmed rule.
    private func isTelling(_ finding: Finding) -> Bool {
        switch finding.answer {
        case .unmet, .unknown, .unanswered: true
        case .met, .toDo: answer == .unknown && finding.condition.source.confidence == .unconfirmed
        case .notJudged: false
        }
    }

    /// How many approvals of listed authorities there are, whether they count or not.
    private var candidates: Int { Set(counted.map(\.id) + obstacles.map(\.approval)).count }
}

extension RouteAssessment.Obstacle.Reason {
    /// The condition by which such an obstacle arises; nil where the standing of the approval itself is one.
    var word: RouteCondition.Kind.Word? {
        switch self {
        case .heldTooShort: .heldMonths
        case .basis: .notBy
        case .derivative: .notDerivative
        case .firstStage: .stageOne
        case .otherVersion, .otherClaims: .same
        case .noArrangement: .confidentiality
        case .notInForce, .expired, .grantedLater, .circular: nil
        }
    }
}
