import CanonicalJSON
import Regulation
import Submissions

/// Turns the fields of a request into a typed payload, as the action declares them.
///
/// Free texts become salted commitments here, so that nothing behind this door ever holds one.
struct PayloadReader {
    let rule: ActionRule
    private var committer: TextCommitter

    init(rule: ActionRule, committer: TextCommitter) {
        self.rule = rule
        self.committer = committer
    }

    /// The texts committed to so far, to be kept beside the log if the command is accepted.
    var texts: [CommittedText] { committer.texts }

    mutating func payload(_ fields: [String: JSONValue], _ documents: [IncomingDocument]) throws -> Payload {
        var payload = Payload()
        payload.fields = try values(fields)
        payload.documents = documents.map { document in
            DocumentReference(
                digest: document.digest,
                name: commit(document.name),
                mediaType: document.mediaType,
                size: document.size
            )
        }
        return payload
    }

    mutating func values(_ fields: [String: JSONValue]) throws -> [FieldName: FieldValue] {
        let known = rule.fields.map(\.name)
        var values: [FieldName: FieldValue] = [:]
        for (key, json) in fields.sorted(by: { $0.key < $1.key }) {
            let name = FieldName(key)
            guard let field = rule.fields.first(where: { $0.name == name }) else {
                throw Refusal.unknownField(name, rule.name, known: known)
            }
            values[name] = try value(json, of: field)
        }
        return values
    }

    mutating func commit(_ text: String) -> TextCommitment { committer.commit(text) }

    mutating func commit(reason text: String) throws -> TextCommitment { try committer.commit(reason: text) }

    private mutating func value(_ json: JSONValue, of field: Field) throws -> FieldValue {
        let path = field.name.rawValue
        switch field.kind {
        case .text: return .text(commit(try nonEmpty(json, path)))
        case .code: return .code(try code(json, path))
        case .date: return .date(try date(json, path))
        case .integer:
            if let number = json.integerValue ?? json.stringValue.flatMap(Int64.init) { return .integer(Int(number)) }
            throw Self.unread(json, path, "expected a whole number")
        case .flag:
            if let flag = json.boolValue ?? json.stringValue.flatMap(Bool.init) { return .flag(flag) }
            throw Self.unread(json, path, "expected true or false")
        case .claims: return .claims(try names(json, path).map { ClaimID($0) })
        case .jurisdictions: return .jurisdictions(try names(json, path).map { JurisdictionCode($0) })
        case .choice: return .choice(try nonEmpty(json, path))
        case .money: return .money(try money(json, path))
        case .questions:
            return .questions(try elements(json, path).map { try question($0.value, $0.path) })
        case .answers:
            return .answers(try elements(json, path).map { try answer($0.value, $0.path) })
        case .conditions:
            return .conditions(try elements(json, path).map { try condition($0.value, $0.path) })
        }
    }

    // MARK: - Composite values

    private mutating func question(_ json: JSONValue, _ path: String) throws -> QuestionDraft {
        let object = try object(json, path, allowing: Self.questionKeys)
        let heading = try object["heading"].map { value in
            guard let code = HeadingCode(try nonEmpty(value, path + ".heading")) else {
                throw Self.unread(value, path + ".heading", "expected a heading such as CH5.03")
            }
            return code
        }
        return QuestionDraft(
            text: commit(try required(object, "text", path)),
            heading: heading,
            scope: try object["scope"].map { JurisdictionCode(try nonEmpty($0, path + ".scope")) },
            standsFor: try object["standsFor"].map { try names($0, path + ".standsFor") }?
                .map { QuestionID($0) } ?? [],
            priority: try object["priority"].map { try priority($0, path + ".priority") },
            owner: try object["owner"].map { try person($0, path + ".owner") },
            follows: try object["follows"].map { QuestionID(try nonEmpty($0, path + ".follows")) }
        )
    }

    private static let questionKeys = ["text", "heading", "scope", "standsFor", "priority", "owner", "follows"]

    private func priority(_ json: JSONValue, _ path: String) throws -> Question.Priority {
        guard let priority = json.stringValue.flatMap(Question.Priority.init(rawValue:)) else {
            let words = Question.Priority.allCases.map(\.rawValue).joined(separator: " or ")
            throw Self.unread(json, path, "expected \(words)")
        }
        return priority
    }

    private func money(_ json: JSONValue, _ path: String) throws -> Money {
        let text = try nonEmpty(json, path)
        guard let money = Money(text: text) else { throw EngineError.misread(path: path, .money(text)) }
        return money
    }

    /// Whoever is named in clear is named by id, as whoever acts.
    private func person(_ json: JSONValue, _ path: String) throws -> PersonID {
        let person = PersonID(try nonEmpty(json, path))
        try ActorCheck.check(person, at: path)
        return person
    }

    private mutating func answer(_ json: JSONValue, _ path: String) throws -> AnswerDraft {
        let object = try object(json, path, allowing: ["question", "text"])
        return AnswerDraft(
            question: QuestionID(try required(object, "question", path)),
            text: commit(try required(object, "text", path))
        )
    }

    private mutating func condition(_ json: JSONValue, _ path: String) throws -> Condition {
        let object = try object(json, path, allowing: ["text", "due"])
        return Condition(
            text: commit(try required(object, "text", path)),
            due: try object["due"].map { try date($0, path + ".due") }
        )
    }

    // MARK: - Plain values

    /// What was expected, and what was read instead.
    private static func unread(_ json: JSONValue, _ path: String, _ expected: String) -> EngineError {
        let read = json.stringValue ?? json.canonicalText()
        return .badPayload(path: path, reason: "\(expected), not “\(read.prefix(80))\(read.count > 80 ? "…" : "")”")
    }

    /// The names of a list, or of the text that people type; a name that is given twice counts once.
    ///
    /// Commas separate them, also those of Chinese and Japanese, with spaces around them or not.
    private func names(_ json: JSONValue, _ path: String) throws -> [String] {
        let words: [String]
        if let list = json.arrayValue {
            words = try list.map { try nonEmpty($0, path) }
        } else if let text = json.stringValue {
            words = text.split { ",、，".contains($0) }.map(String.init)
        } else {
            throw Self.unread(json, path, "expected a list, or names with commas between them")
        }
        var names: [String] = []
        for word in words {
            let name = try nonEmpty(.string(word.trimmed), path)
            if !names.contains(name) { names.append(name) }
        }
        guard !names.isEmpty || words.isEmpty && json.arrayValue != nil else {
            throw Self.unread(json, path, "expected a list, or names with commas between them")
        }
        return names
    }

    private func elements(_ json: JSONValue, _ path: String) throws -> [(value: JSONValue, path: String)] {
        guard let list = json.arrayValue else {
            throw Self.unread(json, path, "expected a list of objects")
        }
        return list.enumerated().map { ($0.element, "\(path).\($0.offset)") }
    }

    private func object(_ json: JSONValue, _ path: String, allowing keys: [String]) throws -> [String: JSONValue] {
        guard let object = json.objectValue else {
            throw Self.unread(json, path, "expected an object with \(keys.joined(separator: ", "))")
        }
        for key in object.keys.sorted() where !keys.contains(key) {
            throw EngineError.badPayload(
                path: "\(path).\(key)",
                reason: "unknown; expected \(keys.joined(separator: ", "))"
            )
        }
        return object
    }

    private func required(_ object: [String: JSONValue], _ key: String, _ path: String) throws -> String {
        guard let value = object[key] else {
            throw EngineError.badPayload(path: "\(path).\(key)", reason: "missing")
        }
        return try nonEmpty(value, "\(path).\(key)")
    }

    private func nonEmpty(_ json: JSONValue, _ path: String) throws -> String {
        // An ellipsis is what the form to fill in holds.
        guard let text = json.stringValue, !text.allSatisfy(\.isWhitespace), text != "…" else {
            throw EngineError.badPayload(path: path, reason: "expected a text that is not empty")
        }
        return text
    }

    /// In normal form C, so that what reads alike is one code.
    private func code(_ json: JSONValue, _ path: String) throws -> String {
        let text = try nonEmpty(json, path).trimmed.inNormalForm
        if let defect = WrittenCode.defect(in: text) { throw EngineError.misread(path: path, .code(text, defect)) }
        return text
    }

    private func date(_ json: JSONValue, _ path: String) throws -> PartialDate {
        let text = json.integerValue.map { "\($0)" } ?? json.stringValue ?? ""
        guard let date = json.stringValue.flatMap({ PartialDate($0) }) else {
            throw EngineError.misread(path: path, .date(text))
        }
        return date
    }
}

extension String {
    /// Without the spaces at both ends; a line end there is no space.
    fileprivate var trimmed: String {
        let isSpace: (Character) -> Bool = { $0.isWhitespace && !$0.isNewline && $0 != "\t" }
        guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}
