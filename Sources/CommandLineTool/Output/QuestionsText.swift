import Regulation
import Views

/// What rules ask of a product, for people.
struct QuestionsText {
    let labels: Labels

    func table(_ questionnaire: Questionnaire, width: Int) -> String {
        guard !questionnaire.questions.isEmpty else { return labels["describe.nothing"] }
        var table = Table(
            ["describe.columns.country", "describe.columns.question", "describe.columns.answer"].map { labels[$0] }
        )
        for question in questionnaire.questions {
            let answer =
                question.answer.map { labels.words(for: $0, to: question) } ?? labels["conditionAnswers.not-answered"]
            table.add([question.jurisdiction?.rawValue ?? "–", labels.words(for: question), answer])
            let asked =
                question.routes.isEmpty
                ? "" : " " + labels.text("describe.for", question.routes.joined(separator: ", "))
            table.add(note: "[\(question.name)]\(asked)")
        }
        let open = questionnaire.open.count
        let sum = open == 0 ? labels["describe.complete"] : labels.text("describe.left", "\(open)")
        return table.text(width: width) + "\n\n" + sum
    }

    func csv(_ questionnaire: Questionnaire) -> [[String]] {
        [["name", "jurisdiction", "question", "answer", "routes"]]
            + questionnaire.questions.map { question in
                [
                    question.name, question.jurisdiction?.rawValue ?? "", labels.words(for: question),
                    question.answer ?? "", question.routes.joined(separator: "; "),
                ]
            }
    }
}
