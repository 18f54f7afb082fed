import Regulation
import Submissions

/// What a person handed in, as the names and values under which it is typed: `number`, `questions.0.text`.
package struct RecordedFields: Hashable, Sendable {
    package struct Field: Hashable, Sendable {
        package let path: String
        /// In one line; `nil` for a text that was erased.
        package let value: String?
    }

    package private(set) var fields: [Field] = []

    init(_ payload: Payload, _ texts: [TextCommitment: String]) {
        for (name, value) in payload.fields.sorted(by: { $0.key < $1.key }) { add(value, name.rawValue, texts) }
    }

    package subscript(path: String) -> Field? { fields.first { $0.path == path } }

    private mutating func add(_ value: FieldValue, _ path: String, _ texts: [TextCommitment: String]) {
        func words(_ text: TextCommitment) -> String? { texts[text].map(ManifestRows.Plain.line) }
        func list(_ items: [some CustomStringConvertible]) -> String {
            items.map(\.description).joined(separator: ", ")
        }
        switch value {
        case .text(let text): note(path, words(text))
        case .code(let text), .choice(let text): note(path, text)
        case .date(let date): note(path, date.description)
        case .integer(let number): note(path, "\(number)")
        case .flag(let flag): note(path, "\(flag)")
        case .claims(let claims): note(path, list(claims))
        case .jurisdictions(let codes): note(path, list(codes))
        case .money(let money): note(path, money.description)
        case .questions(let drafts):
            for (place, draft) in drafts.enumerated() { add(draft, "\(path).\(place)", words(draft.text)) }
        case .answers(let drafts):
            for (place, draft) in drafts.enumerated() {
                note("\(path).\(place).question", draft.question.rawValue)
                note("\(path).\(place).text", words(draft.text))
            }
        case .conditions(let conditions):
            for (place, condition) in conditions.enumerated() {
                note("\(path).\(place).text", words(condition.text))
                if let due = condition.due { note("\(path).\(place).due", due.description) }
            }
        }
    }

    private mutating func add(_ draft: QuestionDraft, _ path: String, _ text: String?) {
        note("\(path).text", text)
        if let heading = draft.heading { note("\(path).heading", heading.description) }
        if let scope = draft.scope { note("\(path).scope", scope.rawValue) }
        if !draft.standsFor.isEmpty {
            note("\(path).standsFor", draft.standsFor.map(\.rawValue).joined(separator: ", "))
        }
        if let priority = draft.priority { note("\(path).priority", priority.rawValue) }
        if let owner = draft.owner { note("\(path).owner", owner.rawValue) }
        if let follows = draft.follows { note("\(path).follows", follows.rawValue) }
    }

    private mutating func note(_ path: String, _ value: String?) { fields.append(Field(path: path, value: value)) }
}
