import Regulation
import Submissions
import Views

/// A question with its answer.
struct ReportQuestion: TemplateModel {
    let id: String
    let status: String
    let origin: String
    let scope: String
    let heading: String?
    let due: String?
    let question: FreeText
    let answer: FreeText?

    init(_ question: Question, _ source: ReportSource) {
        let labels = source.labels
        id = question.id.rawValue
        status = labels["report.questionStatus.\(question.status.rawValue)"]
        origin = "\(source.name)/\(question.origin.rawValue)"
        scope =
            question.scope.map { labels.text("questionScope.local", source.country($0)) }
            ?? labels["questionScope.common"]
        heading = question.heading?.description
        due = question.due.map { labels.text("clock.due", labels.words(for: $0)) }
        self.question = source.text(question.text)
        answer = question.answer.map { source.text($0) }
    }
}
