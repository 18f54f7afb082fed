package import Views

/// The page on which somebody who was given a link comes in, or learns that a link is needed.
package struct SignInPage: Sendable {
    package enum Content: Hashable, Sendable {
        case explanation
        /// Whether to come in as that person; the answer goes to the page's own address.
        case question(person: String)
    }

    let labels: Labels
    let links: PageLinks

    package init(labels: Labels, links: PageLinks) {
        self.labels = labels
        self.links = links
    }

    /// The document.
    package func render(_ content: Content) -> String {
        TemplateLibrary.render(SignInModel(page: self, content), with: "sign-in")
    }
}

/// What the template of the page fills in.
struct SignInModel: TemplateModel {
    let words: Words
    let frame: PageFrame
    let introText: String
    let isQuestion: Bool

    init(page: SignInPage, _ content: SignInPage.Content) {
        let labels = page.labels
        words = Words(labels)
        frame = PageFrame(
            labels: labels,
            title: labels.text("page.title", labels["page.signIn.title"]),
            links: page.links
        )
        switch content {
        case .explanation: (introText, isQuestion) = (labels["page.signIn.explanation"], false)
        case .question(let person): (introText, isQuestion) = (labels.text("page.signIn.question", person), true)
        }
    }
}
