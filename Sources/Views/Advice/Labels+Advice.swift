import Engine
package import Regulation
import Submissions

// Words for the advice on routes.
extension Labels {
    /// The name of the route: its own where the rules give one.
    package func words(for route: RouteRule) -> String {
        name(of: route.name, own: route.names)
    }

    package func words(for fee: FeeRule) -> String {
        fee.names[language] ?? fee.names["en"] ?? self["fees.\(fee.id)"]
    }

    /// The class with who says so.
    package func words(for deviceClass: AdvisedClass?) -> String {
        guard let deviceClass else { return self["advice.class.unknown"] }
        switch deviceClass.origin {
        case .declared: return text("advice.class.declared", deviceClass.deviceClass.rawValue)
        case .grid(let category, _):
            return text(
                "advice.class.grid",
                deviceClass.deviceClass.rawValue,
                self["advice.situations.\(category.situation.rawValue)"],
                self["advice.significance.\(category.significance.rawValue)"]
            )
        }
    }

    /// Why the route is not open, or not surely, as a sentence with the approvals that do not count.
    package func words(for reason: RouteAdvice.Reason, of advice: RouteAdvice) -> String {
        guard let condition = reason.condition else {
            return self[advice.standing == .proposal ? "page.proposalNote" : "conditions.routeUnconfirmed"]
        }
        let sentence = told(condition, answered: reason.answer)
        guard !reason.obstacles.isEmpty else { return sentence }
        let obstacles = reason.obstacles.map { words(for: $0) }.joined(separator: self["advice.and"])
        return text("advice.withObstacles", sentence, obstacles)
    }

    private func told(_ condition: RouteCondition, answered answer: RouteAssessment.ConditionAnswer) -> String {
        let sentence = words(for: condition)
        // That nobody knows is already what the sentence says.
        if condition.kind == .stageOne(.unknown) { return sentence }
        let isConfirmed = condition.source.confidence == .confirmed
        return switch answer {
        case .unmet, .notJudged: sentence
        case .met: text("advice.ruleUnconfirmed", sentence)
        case .toDo: text("conditions.unknown", sentence)
        case .unknown where !isConfirmed: text("conditions.unknown", sentence)
        case .unanswered: unanswered(condition) ?? text("advice.classUnknown", sentence)
        case .unknown: text("advice.depends", sentence)
        }
    }

    /// The question that nobody has answered yet, with the word by which the manifest answers it.
    private func unanswered(_ condition: RouteCondition) -> String? {
        guard case .trait(let term) = condition.kind else { return nil }
        return text("advice.unanswered", self["questions.\(term.trait)"], term.trait.rawValue)
    }

    /// What must have passed before the route opens.
    package func words(for cause: RouteOpening.Cause) -> String {
        switch cause {
        case .obstacle(let obstacle): words(for: obstacle)
        case .condition(let condition): text("advice.causes.rule", words(for: condition))
        case .routeBegins(let date): text("advice.causes.begins", date.description)
        }
    }

    /// Which route would open soonest and why; nil where one is open.
    package func nextRoute(of country: CountryAdvice) -> String? {
        guard country.answer != .open else { return nil }
        guard let next = country.next else { return self["advice.next.none"] }
        let name = words(for: next.route)
        guard let opening = next.opening else {
            let advice = country.routes.first { $0.route.name == next.route.name }
            let needs = next.needs.compactMap { reason in advice.map { words(for: reason, of: $0) } }
            return text(
                country.answer == .unknown ? "advice.next.unclear" : "advice.next.needs",
                name,
                needs.joined(separator: self["advice.and"])
            )
        }
        return text(
            opening.answer == .open ? "advice.next.opens" : "advice.next.loosens",
            name,
            opening.on.description,
            opening.because.map { words(for: $0) }.joined(separator: self["advice.and"])
        )
    }
}
