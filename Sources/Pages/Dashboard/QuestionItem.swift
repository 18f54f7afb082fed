import Engine
import Regulation
import Submissions
import Views

/// One question as the page shows it.
struct QuestionItem: TemplateModel {
    let questionID: String
    let questionStanding: String
    let questionTone: String
    let questionScope: String
    let questionHeading: String?
    let questionDue: String?
    let questionText: String
    let questionAnswer: String?

    /// The question, where `hubs` are the cases through which questions of several countries go.
    init(_ question: Question, page: SubmissionPage, hubs: [CaseName], texts: CommittedTexts) {
        let labels = page.labels
        questionID = question.id.rawValue
        let standing =
            switch question.status {
            case .proposed: ("proposed", Level.plain)
            case .consolidated: ("consolidated", Level.plain)
            case .declined: ("declined", Level.plain)
            case .issued: ("open", Level.wait)
            case .answered: ("answered", Level.good)
            }
        questionStanding = labels["questionStanding.\(standing.0)"]
        questionTone = standing.1.rawValue
        questionScope = Self.scope(question, page, hubs)
        questionHeading = question.heading?.description
        questionDue = question.due.map { labels.words(for: $0) }
        questionText = texts[question.text]
        questionAnswer = question.answer.map { texts[$0] }
    }

    /// A question without a scope is common to all when it goes through the hub, and its own country's otherwise.
    private static func scope(_ question: Question, _ page: SubmissionPage, _ hubs: [CaseName]) -> String {
        if let code = question.scope { return page.labels.text("questionScope.local", page.names[code]) }
        let isThroughHub =
            question.origin == .hub || hubs.contains(question.origin)
            || [.proposed, .consolidated, .declined].contains(question.status)
        return isThroughHub
            ? page.labels["questionScope.common"]
            : page.labels.text("questionScope.local", question.origin.rawValue)
    }
}
