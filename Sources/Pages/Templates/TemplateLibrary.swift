import Mustache

/// The pages' templates, compiled once.
enum TemplateLibrary {
    static let shared: MustacheLibrary = {
        MustacheContentTypes.register(MarkupContent(), named: MarkupContent.name)
        var library = MustacheLibrary()
        for (name, text) in texts {
            do {
                // A partial forgets the content type of the template that uses it, so each states it itself.
                try library.register("{{% CONTENT_TYPE:\(MarkupContent.name)}}\n" + text, named: name)
            } catch {
                // The texts are constants of this module: one that does not parse is a mistake in this build.
                preconditionFailure("the template \(name) cannot be compiled: \(error)")
            }
        }
        return library
    }()

    static func render(_ model: Any, with name: String) -> String {
        guard let text = shared.render(model, withTemplate: name) else {
            preconditionFailure("there is no template \(name)")
        }
        return text
    }

    private static let texts = [
        "head": HeadTemplate.text,
        "foot": FootTemplate.text,
        "submission": SubmissionTemplate.text,
        "countries": CountriesTemplate.text,
        "upcoming": UpcomingTemplate.text,
        "course": CourseTemplate.text,
        "questions": QuestionsTemplate.text,
        "questionList": QuestionListTemplate.text,
        "approvals": ApprovalsTemplate.text,
        "history": HistoryTemplate.text,
        "index": IndexTemplate.text,
    ]
}
