import Mustache

/// What a template fills in: the members of a struct, by their names.
///
/// That every name in a template is a member of what it is filled in with is held by a test, which reads all templates.
protocol TemplateModel: MustacheParent {}

extension TemplateModel {
    /// The member called `name`.
    ///
    /// - Returns: Nil only where there is no such member, so that the template looks for it further out; a member that
    ///   is nil is ``Nothing``, and never what something further out happens to call by the same name.
    func child(named name: String) -> Any? {
        guard let value = Mirror(reflecting: self).children.first(where: { $0.label == name })?.value else {
            return nil
        }
        let mirror = Mirror(reflecting: value)
        return mirror.displayStyle == .optional ? mirror.children.first?.value ?? Nothing() : value
    }
}

/// A member that is nil: a section over it is left out, and it renders as nothing.
struct Nothing: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
}
