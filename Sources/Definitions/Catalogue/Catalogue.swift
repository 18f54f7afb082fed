/// The closed list of what may stand in one place: bare words, and forms with arguments.
struct Catalogue {
    /// A mapping whose first word names it, such as `{ set: V, to: TEXT }`.
    struct Form {
        let head: String
        let arguments: [String]
        let optional: [String]
        /// How it is written, for messages.
        let usage: String

        init(_ usage: String, _ head: String, _ arguments: [String] = [], optional: [String] = []) {
            self.head = head
            self.arguments = arguments
            self.optional = optional
            self.usage = usage
        }

        var keys: [String] { [head] + arguments + optional }
    }

    enum Clause {
        case word(String)
        /// The head's value and its arguments, under their keys; every required one is there.
        case form(String, Fields)
    }

    /// What the entries are, for messages: `guard`.
    let noun: String
    let words: [String]
    let forms: [Form]

    var names: [String] { words + forms.map(\.head) }

    /// The clause in `tree`, or nil after reporting why it is none.
    func clause(_ tree: Tree, _ findings: Findings) -> Clause? {
        switch tree.content {
        case .scalar(let word):
            if words.contains(word) { return .word(word) }
            if let form = forms.first(where: { $0.head == word }) {
                findings.error("the \(noun) ‘\(word)’ is written \(form.usage)", at: tree.place)
            } else {
                reportUnknown(word, at: tree.place, findings)
            }
            return nil
        case .list:
            findings.error("a \(noun) is a word or a mapping, not a list", at: tree.place)
            return nil
        case .mapping(let entries):
            return form(of: entries, tree, findings)
        }
    }

    private func form(of entries: [Tree.Entry], _ tree: Tree, _ findings: Findings) -> Clause? {
        guard let first = entries.first else {
            findings.error("a \(noun) is missing", at: tree.place)
            return nil
        }
        // `participation` is a guard of its own and an argument of `everyMember`: the form that covers most is meant.
        let covered = { (form: Form) in entries.count { form.keys.contains($0.key) } }
        let candidates = forms.filter { form in entries.contains { $0.key == form.head } }
        guard let form = candidates.max(by: { covered($0) < covered($1) }) else {
            if words.contains(first.key) {
                findings.error("the \(noun) ‘\(first.key)’ is a word without arguments", at: first.place)
            } else {
                reportUnknown(first.key, at: first.place, findings)
            }
            return nil
        }
        guard let fields = Fields(tree, "the \(noun) ‘\(form.head)’", keys: form.keys, findings) else { return nil }
        for argument in form.arguments where fields[argument] == nil {
            let place = fields.place(of: form.head)
            findings.error("\(fields.noun) has no ‘\(argument)’; it is written \(form.usage)", at: place)
            return nil
        }
        return .form(form.head, fields)
    }

    private func reportUnknown(_ name: String, at place: Place, _ findings: Findings) {
        findings.error("unknown \(noun) ‘\(name)’\(Suggestion.text(for: name, among: names))", at: place)
    }
}

extension Catalogue {
    /// What a bare chart may do.
    static let bareActions = Catalogue(noun: "action", words: [], forms: [Form("{ raise: EVENT }", "raise")])
}
