import Regulation
import Submissions

extension Payload: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("documents", documents)
        object.put("fields", fields)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(fields: try object.mapping("fields"), documents: try object.list("documents"))
        if fields.isEmpty, documents.isEmpty { throw EventDefect(.empty) }
    }
}

extension FieldValue: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("kind", kind)
        switch self {
        case .text(let commitment): object.put("value", commitment)
        case .code(let text), .choice(let text): object.put("value", text)
        case .date(let date): object.put("value", date)
        case .integer(let number): object.put("value", number)
        case .flag(let isSet): object.put("value", isSet)
        case .claims(let claims): object.put("value", claims)
        case .jurisdictions(let codes): object.put("value", codes)
        case .questions(let drafts): object.put("value", drafts)
        case .answers(let drafts): object.put("value", drafts)
        case .conditions(let conditions): object.put("value", conditions)
        case .money(let money): object.put("value", money)
        }
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        let kind: Field.Kind = try object.required("kind")
        switch kind {
        case .text: self = .text(try object.required("value"))
        case .code: self = .code(try object.required("value"))
        case .date: self = .date(try object.required("value"))
        case .integer: self = .integer(try object.required("value"))
        case .flag: self = .flag(try object.required("value"))
        case .claims: self = .claims(try object.list("value"))
        case .jurisdictions: self = .jurisdictions(try object.list("value"))
        case .questions: self = .questions(try object.list("value"))
        case .answers: self = .answers(try object.list("value"))
        case .conditions: self = .conditions(try object.list("value"))
        case .choice: self = .choice(try object.required("value"))
        case .money: self = .money(try object.required("value"))
        }
    }

    var kind: Field.Kind {
        switch self {
        case .text: .text
        case .code: .code
        case .date: .date
        case .integer: .integer
        case .flag: .flag
        case .claims: .claims
        case .jurisdictions: .jurisdictions
        case .questions: .questions
        case .answers: .answers
        case .conditions: .conditions
        case .choice: .choice
        case .money: .money
        }
    }
}

extension QuestionDraft: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("follows", follows)
        object.put("heading", heading)
        object.put("owner", owner)
        object.put("priority", priority)
        object.put("scope", scope)
        object.put("standsFor", standsFor)
        object.put("text", text)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            text: try object.required("text"),
            heading: try object.optional("heading"),
            scope: try object.optional("scope"),
            standsFor: try object.list("standsFor"),
            priority: try object.optional("priority"),
            owner: try object.optional("owner"),
            follows: try object.optional("follows")
        )
    }
}

extension AnswerDraft: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("question", question)
        object.put("text", text)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(question: try object.required("question"), text: try object.required("text"))
    }
}

extension DocumentReference: LeafObject {
    func write(to object: inout ObjectWriter) {
        object.put("digest", digest)
        object.put("mediaType", mediaType)
        object.put("name", name)
        object.put("size", size)
    }

    init(from object: inout ObjectReader) throws(EventDefect) {
        self.init(
            digest: try object.required("digest"),
            name: try object.required("name"),
            mediaType: try object.required("mediaType"),
            size: try object.required("size")
        )
    }
}
