package import Views

/// The page for who followed a link that leads nowhere, or may not be followed.
package struct ProblemPage: Sendable {
    let labels: Labels
    let links: PageLinks

    package init(labels: Labels, links: PageLinks) {
        self.labels = labels
        self.links = links
    }

    /// The document.
    ///
    /// - Parameters:
    ///   - title: What kind of problem it is.
    ///   - detail: What went wrong and what to do, where that can be said.
    ///   - requestID: The number under which the server's own log tells of it.
    /// - Returns: The whole page.
    package func render(title: String, detail: String?, requestID: String) -> String {
        let model = ProblemModel(
            words: Words(labels),
            frame: PageFrame(labels: labels, title: labels.text("page.title", title), links: links),
            problemTitle: title,
            detailText: detail,
            numberText: labels.text("problems.number", requestID)
        )
        return TemplateLibrary.render(model, with: "problem")
    }
}

/// What the template of problems fills in.
struct ProblemModel: TemplateModel {
    let words: Words
    let frame: PageFrame
    let problemTitle: String
    let detailText: String?
    let numberText: String
}
