package import Regulation

extension RouteRule {
    /// Holds the conditions of this bound rule against `facts`.
    ///
    /// A route is closed where a confirmed condition is unmet, open where every condition is met and confirmed as is the
    /// route itself, and otherwise unknown: what no official source confirms never decides.
    package func assessed(for facts: RouteFacts) -> RouteAssessment {
        RouteAssessor(route: self, facts: facts).assessment()
    }
}

/// One run through the conditions of a route.
struct RouteAssessor {
    let route: RouteRule
    let facts: RouteFacts
    private let graph: ApprovalGraph
    private let conditions: [RouteCondition]

    init(route: RouteRule, facts: RouteFacts) {
        self.route = route
        self.facts = facts
        graph = ApprovalGraph(facts.approvals)
        conditions = route.conditions
    }

    func assessment() -> RouteAssessment {
        let candidates = facts.approvals.filter { isListed($0) }
        let judged = candidates.map { (approval: $0, obstacles: obstacles(of: $0)) }
        let sure = judged.filter { $0.obstacles.isEmpty }.map(\.approval).sorted(by: isBetter)
        let possible = judged.filter { !$0.obstacles.contains(where: \.isSure) && !$0.obstacles.isEmpty }
            .map(\.approval).sorted(by: isBetter)
        let excluded = judged.flatMap(\.obstacles)
        let findings = conditions.map { condition in
            RouteAssessment.Finding(
                condition: condition,
                answer: softened(
                    answer(to: condition, sure: sure, possible: possible, candidates, excluded),
                    condition
                )
            )
        }
        return RouteAssessment(
            route: route,
            answer: overall(findings),
            findings: findings,
            counted: sure + possible,
            obstacles: excluded
        )
    }

    private func overall(_ findings: [RouteAssessment.Finding]) -> RouteAssessment.Answer {
        if !route.window.contains(facts.date.latest), !route.window.contains(facts.date.earliest) { return .closed }
        if findings.contains(where: { $0.answer == .unmet }) { return .closed }
        let isSure =
            route.source.confidence == .confirmed
            && findings.allSatisfy { finding in
                switch finding.answer {
                case .met, .toDo: finding.condition.source.confidence == .confirmed
                case .notJudged: true
                case .unmet, .unknown, .unanswered: false
                }
            }
        return isSure ? .open : .unknown
    }

    /// What an unconfirmed condition would forbid is unknown, not forbidden.
    private func softened(
        _ answer: RouteAssessment.ConditionAnswer,
        _ condition: RouteCondition
    ) -> RouteAssessment.ConditionAnswer {
        answer == .unmet && condition.source.confidence == .unconfirmed ? .unknown : answer
    }

    // MARK: - Conditions

    private func answer(
        to condition: RouteCondition,
        sure: [Approval],
        possible: [Approval],
        _ candidates: [Approval],
        _ excluded: [RouteAssessment.Obstacle]
    ) -> RouteAssessment.ConditionAnswer {
        switch condition.kind {
        case .references(_, let atLeast):
            if count(sure) >= atLeast { return .met }
            return count(sure + possible) >= atLeast ? .unknown : .unmet
        // Nothing hangs on a first stage where there is none, or where enough other approvals count without it.
        case .stageOne
        where !candidates.contains(where: \.isFirstStage) || count(sure) >= max(1, route.neededReferences):
            return .notJudged
        case .heldMonths, .notBy, .notDerivative, .stageOne, .confidentiality:
            return perApproval(condition, candidates, sure + possible)
        case .independent: return candidates.isEmpty ? .notJudged : .met
        case .same(let aspects):
            guard !candidates.isEmpty else { return .notJudged }
            let own = perApproval(condition, candidates, sure + possible)
            guard own == .met else { return own }
            let isDeclared = aspects.allSatisfy { $0 == .version || $0 == .intendedUse }
            return isDeclared ? .met : .toDo
        case .noSeriousNotice(let months): return isFree(months) ? .met : .unmet
        case .consent: return facts.hasConsent ? .met : .toDo
        case .holder: return facts.hasHolder ? .met : .unmet
        case .classes(let classes):
            guard let own = facts.deviceClass else { return .unanswered }
            return classes.contains(own) ? .met : .unmet
        case .trait(let term): return self.answer(to: term)
        }
    }

    private func answer(to term: TraitTerm) -> RouteAssessment.ConditionAnswer {
        if !term.classes.isEmpty {
            guard let own = facts.deviceClass else { return .unanswered }
            guard term.classes.contains(own) else { return .notJudged }
        }
        // What was decided in a case goes before what the manifest says of it.
        if let fact = term.fact, facts.established.contains(FactName(fact)) { return .met }
        guard let answer = facts.traits.answer(to: term.trait, in: facts.jurisdiction) else { return .unanswered }
        return term.answers.contains(answer) ? .met : .unmet
    }

    /// A condition on each approval: met where one that counts meets it.
    private func perApproval(
        _ condition: RouteCondition,
        _ candidates: [Approval],
        _ counted: [Approval]
    ) -> RouteAssessment.ConditionAnswer {
        guard !candidates.isEmpty else { return .notJudged }
        let pool = counted.isEmpty ? candidates : counted
        let reasons = pool.map { obstacle(of: $0, by: condition) }
        if reasons.contains(where: { $0 == nil }) { return .met }
        return reasons.contains { $0?.isSure == false } ? .unknown : .unmet
    }

    private func isFree(_ months: Int?) -> Bool {
        let notices = facts.notices.filter(\.isSerious)
        guard let months else { return notices.isEmpty }
        return notices.allSatisfy { $0.on.latest.adding(months: months) <= facts.date.earliest }
    }

    // MARK: - Approvals

    private func count(_ approvals: [Approval]) -> Int {
        let isIndependent = conditions.contains { $0.kind == .independent }
        return isIndependent ? graph.independentCount(approvals) : approvals.count
    }

    private func isListed(_ approval: Approval) -> Bool {
        guard approval.id != facts.own else { return false }
        return conditions.contains { condition in
            if case .references(let codes, _) = condition.kind { codes.contains(approval.jurisdiction) } else { false }
        }
    }

    /// Earlier in the route's list first; of one jurisdiction the wider, then the lower id.
    private func isBetter(_ left: Approval, _ right: Approval) -> Bool {
        func rank(_ approval: Approval) -> (Int, Int, String) {
            let place = conditions.lazy.compactMap { condition -> Int? in
                guard case .references(let codes, _) = condition.kind else { return nil }
                return codes.firstIndex(of: approval.jurisdiction)
            }.first
            return (place ?? .max, -approval.claims.count, approval.id.rawValue)
        }
        return rank(left) < rank(right)
    }

    private func obstacles(of approval: Approval) -> [RouteAssessment.Obstacle] {
        func found(_ reason: RouteAssessment.Obstacle.Reason) -> RouteAssessment.Obstacle {
            .init(approval: approval.id, jurisdiction: approval.jurisdiction, reason: reason, isSure: true)
        }
        var obstacles: [RouteAssessment.Obstacle] = []
        if approval.standing != .inForce { obstacles.append(found(.notInForce(approval.standing))) }
        if let until = approval.validUntil, until.latest < facts.date.earliest {
            obstacles.append(found(.expired(until)))
        }
        if approval.grantedOn.earliest > facts.date.latest {
            obstacles.append(found(.grantedLater(approval.grantedOn)))
        }
        if let own = facts.own, let chain = graph.chain(to: approval, from: { $0.id == own }) {
            obstacles.append(found(.circular(chain + [own])))
        }
        return obstacles + conditions.compactMap { obstacle(of: approval, by: $0) }
    }

    /// Why the condition keeps the approval from counting; nil where it does not.
    private func obstacle(of approval: Approval, by condition: RouteCondition) -> RouteAssessment.Obstacle? {
        let isConfirmed = condition.source.confidence == .confirmed
        func found(
            _ reason: RouteAssessment.Obstacle.Reason,
            sure: Bool = true
        ) -> RouteAssessment.Obstacle {
            .init(
                approval: approval.id,
                jurisdiction: approval.jurisdiction,
                reason: reason,
                isSure: sure && isConfirmed
            )
        }
        switch condition.kind {
        case .heldMonths(let months):
            let until = approval.grantedOn.latest.adding(months: months)
            return until <= facts.date.earliest ? nil : found(.heldTooShort(until: until))
        case .notBy(let bases): return bases.contains(approval.basis) ? found(.basis(approval.basis)) : nil
        case .notDerivative(let allowed):
            let chain = graph.chain(to: approval) { !allowed.contains($0.jurisdiction) }
            return chain.map { found(.derivative($0)) }
        case .stageOne(let rule):
            guard approval.isFirstStage else { return nil }
            return switch rule {
            case .counts: isConfirmed ? nil : found(.firstStage, sure: false)
            case .doesNotCount: found(.firstStage)
            case .unknown: found(.firstStage, sure: false)
            }
        case .same(let aspects):
            if aspects.contains(.version), approval.productVersion != facts.productVersion {
                return found(.otherVersion(approval.productVersion))
            }
            let use: [RouteCondition.Aspect] = [.intendedUse, .indication]
            // What is filed must lie within what was approved: a wider use is another use.
            let lacking = facts.claims.filter { !approval.claims.contains($0) }
            guard aspects.contains(where: use.contains), !lacking.isEmpty else { return nil }
            return found(
                .otherClaims(lacking: lacking, covered: facts.claims.filter { approval.claims.contains($0) })
            )
        case .confidentiality(let codes):
            let isInForce =
                condition.window.contains(facts.date.earliest) && condition.window.contains(facts.date.latest)
            return isInForce && codes.contains(approval.jurisdiction) ? nil : found(.noArrangement)
        case .references, .independent, .noSeriousNotice, .consent, .holder, .classes, .trait:
            return nil
        }
    }
}
