import Engine
import Regulation
import Submissions

/// One question as the page shows it.
struct QuestionItem {
    let questionID: String
    let questionStanding: String
    let questionTone: String
    let questionScope: String
    let questionHeading: String?
    let questionDue: String?
    let questionText: String
    let questionAnswer: String?

    init(_ question: Question, page: SubmissionPage, texts: CommittedTexts) {
        let labels = page.labels
        questionID = question.id.rawValue
        let standing =
            switch question.status {
            case .proposed: ("proposed", Level.plain)
            case .consolidated: ("consolidated", Level.plain)
            case .issued: ("open", Level.wait)
            case .answered: ("answered", Level.good)
            }
        questionStanding = labels["questionStanding.\(standing.0)"]
        questionTone = standing.1.rawValue
        questionScope =
            question.scope.map { labels.text("questionScope.local", page.names[$0]) } ?? labels["questionScope.common"]
        questionHeading = question.heading?.description
        questionDue = question.due?.description
        questionText = texts[question.text]
        questionAnswer = question.answer.map { texts[$0] }
    }
}
