import Engine
import Regulation
import Submissions
import Views

extension Report {
    var questions: HTML {
        let rows = evidence.submission.questions.map { question -> [HTML] in
            [
                .lines([
                    "<strong>\(question.id.rawValue)</strong>",
                    HTML(text: labels["report.questionStatus.\(question.status.rawValue)"]),
                ]),
                .lines([
                    "\(name)/\(question.origin.rawValue)",
                    HTML(text: scope(of: question)),
                    HTML(text: question.heading?.description ?? ""),
                    HTML(text: question.due.map { labels.text("clock.due", $0.description) } ?? ""),
                ]),
                text(question.text),
                question.answer.map { text($0) } ?? .empty,
            ]
        }
        let columns = [
            labels["report.number"], labels["report.origin"], labels["columns.question"], labels["columns.answer"],
        ]
        return .section(
            "questions",
            labels["page.questions"],
            .table(columns, rows, ifEmpty: labels["page.none"], className: "wide-text")
        )
    }

    private func scope(of question: Question) -> String {
        guard let code = question.scope else { return labels["questionScope.common"] }
        return labels.text("questionScope.local", country(code))
    }
}
