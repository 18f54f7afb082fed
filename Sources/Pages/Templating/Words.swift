import Mustache
import Views

/// The labels in the reader's language, which templates name by their dotted keys: `{{words.page.history}}`.
struct Words: MustacheParent, MustacheCustomRenderable {
    let labels: Labels
    /// As far as it was named until now.
    let key: String

    init(_ labels: Labels) { self.init(labels, key: "") }

    private init(_ labels: Labels, key: String) {
        self.labels = labels
        self.key = key
    }

    func child(named name: String) -> Any? { Words(labels, key: key.isEmpty ? name : "\(key).\(name)") }

    var renderText: String { labels[key] }

    var isNull: Bool { false }
}
