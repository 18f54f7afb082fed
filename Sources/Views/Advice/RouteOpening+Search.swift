import Engine
import Regulation
import Submissions

// When a route would open by the passing of time alone: every day on which something that is known now will change is
// held against the rules of that day.
extension RouteAdviser {
    private struct Turn {
        let on: CivilDate
        let cause: RouteOpening.Cause
    }

    /// The first day on which the route is open, else the first on which its answer is better than `present`.
    func opening(of name: RouteName, from present: RouteAssessment.Answer) -> RouteOpening? {
        guard present != .open else { return nil }
        let turns = turns(of: name)
        var best: RouteOpening?
        for day in turns.map(\.on).uniqued().sorted() {
            guard let route = jurisdiction.route(name, on: day), standing(of: route) != .proposal else { continue }
            let later = facts.with(deviceClass: facts.deviceClass, on: day)
            let answer = route.bound(on: day, for: facts.deviceClass).assessed(for: later).answer
            guard answer.rank > (best?.answer ?? present).rank else { continue }
            let passed = turns.filter { $0.on <= day }.sorted { $0.on < $1.on }
            best = RouteOpening(on: day, answer: answer, because: passed.map(\.cause).uniqued())
            if answer == .open { break }
        }
        return best
    }

    private func turns(of name: RouteName) -> [Turn] {
        let versions = jurisdiction.routes.filter { $0.name == name && ($0.window.until.map { $0 >= date } ?? true) }
        let isInForce = versions.contains { $0.isInForce(on: date) }
        var turns: [Turn] = []
        for version in versions {
            if !isInForce, let from = version.window.from { turns.append(Turn(on: from, cause: .routeBegins(from))) }
            for condition in version.conditions {
                let edges = [condition.window.from, condition.window.until?.adding(days: 1)] + [quiet(by: condition)]
                turns += edges.compactMap(\.self).map { Turn(on: $0, cause: .condition(condition)) }
            }
            let day = max(date, version.window.from ?? date)
            let assessment = version.bound(on: day, for: facts.deviceClass).assessed(for: facts)
            turns += assessment.obstacles.compactMap { obstacle in
                obstacle.reason.ends.map { Turn(on: $0, cause: .obstacle(obstacle)) }
            }
        }
        return turns.filter { $0.on > date }
    }

    /// The first day on which serious notices lie far enough back.
    private func quiet(by condition: RouteCondition) -> CivilDate? {
        guard case .noSeriousNotice(let months?) = condition.kind else { return nil }
        return facts.approvals.flatMap(\.notices).filter(\.isSerious).map { $0.on.latest.adding(months: months) }.max()
    }

    // MARK: - The next way into the country

    /// The route that would open soonest, or where no day can be computed the one that lacks least.
    func next(among routes: [RouteAdvice]) -> NextRoute? {
        let present = routes.bestAnswer
        guard present != .open else { return nil }
        let real = routes.filter { $0.standing != .proposal }
        let later = names.filter { jurisdiction.route($0, on: date) == nil }.compactMap { name in
            opening(of: name, from: .closed).map { (name, $0) }
        }
        let dated = (real.compactMap { advice in advice.opening.map { (advice.route.name, $0) } } + later)
            .filter { $0.1.answer.rank > present.rank }
            .min { ($1.1.answer.rank, $0.1.on) < ($0.1.answer.rank, $1.1.on) }
        if let (name, opening) = dated, let route = jurisdiction.route(name, on: opening.on) {
            return NextRoute(route: route, opening: opening, needs: [])
        }
        let nearest = real.filter { $0.answer == present && !$0.isBarred }.min { $0.reasons.count < $1.reasons.count }
        return nearest.map { NextRoute(route: $0.route, opening: nil, needs: $0.reasons) }
    }
}

extension RouteAdvice {
    /// Whether the route is for other products than this one, so that nothing the applicant does opens it.
    var isBarred: Bool {
        reasons.contains { reason in
            guard reason.answer == .unmet, let condition = reason.condition else { return false }
            return switch condition.kind {
            case .classes, .trait: true
            default: false
            }
        }
    }
}

extension RouteAssessment.Obstacle.Reason {
    /// The first day on which the obstacle is gone by itself.
    fileprivate var ends: CivilDate? {
        switch self {
        case .heldTooShort(let until): until
        case .grantedLater(let date): date.latest
        default: nil
        }
    }
}
