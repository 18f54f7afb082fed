import Mustache

/// The templates, compiled once from their files in `Templates/`.
///
/// They are Mustache with two rules of this target. A backslash at the end of a line joins the next one to it, so that a
/// line may be broken where the page has no white space. And nothing goes in unescaped (`{{{name}}}`) but what is
/// ``Rendered``.
enum TemplateLibrary {
    static let shared: MustacheLibrary = {
        MustacheContentTypes.register(MarkupContent(), named: MarkupContent.name)
        var library = MustacheLibrary()
        for (name, text) in texts {
            do {
                // A partial forgets the content type of the template that uses it, so each states it itself.
                try library.register("{{% CONTENT_TYPE:\(MarkupContent.name)}}\n" + text, named: name)
            } catch {
                // The files are part of this build: one that does not parse is a mistake in it.
                preconditionFailure("the template \(name) cannot be compiled: \(error)")
            }
        }
        return library
    }()

    static func render(_ model: some TemplateModel, with name: String) -> String {
        guard let text = shared.render(model, withTemplate: name) else {
            preconditionFailure("there is no template \(name)")
        }
        return text
    }

    /// What the templates say, by their names, which are those of their files.
    static let texts = files.mapValues { bytes in
        String(decoding: bytes, as: UTF8.self).replacing("\\\n", with: "")
    }

    private static let files = [
        "approvals": PackageResources.approvals_mustache,
        "claims": PackageResources.claims_mustache,
        "countries": PackageResources.countries_mustache,
        "course": PackageResources.course_mustache,
        "foot": PackageResources.foot_mustache,
        "free-text": PackageResources.free_text_mustache,
        "head": PackageResources.head_mustache,
        "history": PackageResources.history_mustache,
        "index": PackageResources.index_mustache,
        "line": PackageResources.line_mustache,
        "problem": PackageResources.problem_mustache,
        "proposal": PackageResources.proposal_mustache,
        "memo": PackageResources.memo_mustache,
        "question": PackageResources.question_mustache,
        "questions": PackageResources.questions_mustache,
        "recorded": PackageResources.recorded_mustache,
        "reference": PackageResources.reference_mustache,
        "report": PackageResources.report_mustache,
        "report-approvals": PackageResources.report_approvals_mustache,
        "report-clocks": PackageResources.report_clocks_mustache,
        "report-corrections": PackageResources.report_corrections_mustache,
        "report-countries": PackageResources.report_countries_mustache,
        "report-decisions": PackageResources.report_decisions_mustache,
        "report-documents": PackageResources.report_documents_mustache,
        "report-history": PackageResources.report_history_mustache,
        "report-questions": PackageResources.report_questions_mustache,
        "report-refusals": PackageResources.report_refusals_mustache,
        "report-rules": PackageResources.report_rules_mustache,
        "report-summary": PackageResources.report_summary_mustache,
        "report-verification": PackageResources.report_verification_mustache,
        "sign-in": PackageResources.sign_in_mustache,
        "submission": PackageResources.submission_mustache,
        "unconfirmed": PackageResources.unconfirmed_mustache,
        "upcoming": PackageResources.upcoming_mustache,
        "value": PackageResources.value_mustache,
        "when": PackageResources.when_mustache,
        "who": PackageResources.who_mustache,
    ]
}
