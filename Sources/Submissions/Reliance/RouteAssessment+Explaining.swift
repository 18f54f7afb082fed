import Regulation

extension RouteAssessment {
    /// What stands in the way: unmet conditions, or where none is, those that are not known or not confirmed.
    package var decisive: [Finding] {
        let unmet = findings.filter { $0.answer == .unmet }
        return unmet.isEmpty ? findings.filter(\.isUnsure) : unmet
    }

    /// What the applicant still does on the way.
    package var toDo: [Finding] { findings.filter { $0.answer == .toDo } }
}

extension RouteAssessment.Finding {
    /// Whether it keeps the route from being open without closing it.
    package var isUnsure: Bool {
        switch answer {
        case .unknown, .unanswered: true
        case .met, .toDo: condition.source.confidence == .unconfirmed
        case .unmet, .notJudged: false
        }
    }
}
