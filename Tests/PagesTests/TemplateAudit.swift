import Engine
import Mustache
import Views

@testable import Pages

/// Follows templates into every branch, with full models beside them, and notes what would come out wrong.
///
/// A scope is a list of samples of one type: a member that is nil or empty in one is looked into in another.
struct TemplateAudit {
    private var found: Set<String> = []
    /// Slots, as `template: name`, for which some place of the template had nothing, and those for which one had.
    private var empty: Set<String> = []
    private var filled: Set<String> = []

    /// What is wrong; a slot may be empty in one place where its template is used, but not in all.
    var defects: Set<String> {
        found.union(empty.subtracting(filled).map { "\($0) has nothing in any sample" })
    }
    /// The templates that were come by.
    private(set) var followed: Set<String> = []
    /// Where something goes in unescaped, as `template: name`.
    private(set) var unescaped: Set<String> = []
    /// The members that a template names, as `type.name`.
    private(set) var named: Set<String> = []

    private let texts: [String: String]
    private let labels: [Labels]

    /// Holds what templates name of words against `labels`, which has those of each language.
    init(_ texts: [String: String], labels: [Labels]) {
        self.texts = texts
        self.labels = labels
    }

    mutating func follow(_ template: String, with models: [any TemplateModel]) {
        follow(template, [models])
    }

    /// The members of `models`, and of all models that they hold, that no followed template names.
    func unnamed(_ models: [any TemplateModel]) -> Set<String> {
        var members: Set<String> = []
        collect(models, &members)
        return members.subtracting(named)
    }

    private func collect(_ values: [Any], _ members: inout Set<String>) {
        for model in values.compactMap({ $0 as? any TemplateModel }) {
            for member in Mirror(reflecting: model).children {
                guard let name = member.label else { continue }
                members.insert("\(type(of: model)).\(name)")
                collect(Self.contents(model.child(named: name)), &members)
            }
        }
    }

    private mutating func follow(_ template: String, _ scopes: [[Any]]) {
        followed.insert(template)
        guard let text = texts[template] else {
            found.insert("\(template): there is no such template")
            return
        }
        do {
            follow(try TemplateSyntax(text).nodes, scopes, template)
        } catch {
            found.insert("\(template): \(error.text)")
        }
    }

    private mutating func follow(_ nodes: [TemplateSyntax.Node], _ scopes: [[Any]], _ template: String) {
        for node in nodes {
            switch node {
            case .text: break
            case .partial(let name): follow(name, scopes)
            case .slot(let name, let isEscaped): fill(name, isEscaped, scopes, template)
            case .section(let name, let isInverted, let inner):
                let inside = entered(name, scopes, template)
                if isInverted { follow(inner, scopes, template) } else if let inside { follow(inner, inside, template) }
            }
        }
    }

    private mutating func fill(
        _ name: TemplateSyntax.Name,
        _ isEscaped: Bool,
        _ scopes: [[Any]],
        _ template: String
    ) {
        if !isEscaped { unescaped.insert("\(template): \(name.text)") }
        guard name.transform == nil, let values = values(name, scopes, template) else {
            found.insert("\(template): nothing answers \(name.text)")
            return
        }
        for value in values {
            switch value {
            case is String, is Int, is Words:
                if !isEscaped { found.insert("\(template): \(name.text) is not rendered, and goes in unescaped") }
            case is Rendered: if isEscaped { found.insert("\(template): \(name.text) is rendered, and escaped") }
            default: found.insert("\(template): \(name.text) is no text, but \(type(of: value))")
            }
        }
    }

    /// The scopes inside a section; nil where no sample has anything there.
    private mutating func entered(
        _ name: TemplateSyntax.Name,
        _ scopes: [[Any]],
        _ template: String
    ) -> [[Any]]? {
        switch name.transform {
        case "first" where name.path.isEmpty: return scopes
        case nil, "empty": break
        default:
            found.insert("\(template): \(name.text) is a transform that is not used here")
            return scopes
        }
        guard let values = values(name, scopes, template) else {
            found.insert("\(template): nothing answers \(name.text)")
            return scopes
        }
        if name.transform != nil || values.contains(where: { $0 is Bool }) { return scopes }
        if values.isEmpty {
            empty.insert("\(template): \(name.text)")
            return nil
        }
        filled.insert("\(template): \(name.text)")
        return scopes + [values]
    }

    /// What the name stands for in the samples; nil where it stands for nothing.
    private mutating func values(
        _ name: TemplateSyntax.Name,
        _ scopes: [[Any]],
        _ template: String
    ) -> [Any]? {
        guard let first = name.path.first else { return scopes.last }
        for scope in scopes.reversed() {
            let models = scope.compactMap { $0 as? any TemplateModel }
            let answers = models.compactMap { $0.child(named: first) }
            guard !answers.isEmpty else { continue }
            for model in models { named.insert("\(type(of: model)).\(first)") }
            let values = answers.flatMap { Self.contents($0) }
            guard name.path.count > 1 else { return values }
            let inner = values.compactMap { descend($0, name.path.dropFirst()) }
            return inner.isEmpty ? nil : inner
        }
        return nil
    }

    /// A label by its key, which must be there in every language.
    private func descend(_ value: Any, _ path: ArraySlice<String>) -> Any? {
        guard let words = value as? Words else { return nil }
        let key = path.joined(separator: ".")
        guard labels.allSatisfy({ $0.text(ifAny: key) != nil }) else { return nil }
        return path.reduce(words) { words, name in words.child(named: name) as? Words ?? words }
    }

    /// The elements of a list, a value itself, or nothing.
    private static func contents(_ value: Any?) -> [Any] {
        switch value {
        case nil, is Nothing: []
        case let list as [Any]: list
        case .some(let value): [value]
        }
    }
}
