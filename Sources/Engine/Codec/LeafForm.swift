import TransparencyLog

/// A value that has exactly one spelling in a leaf.
///
/// Reading refuses every other spelling, so that what was read is written again as the same bytes.
protocol LeafForm {
    var leafForm: JSONValue { get }

    init(leafForm: JSONValue) throws(EventDefect)
}

/// A value that is spelled as a JSON object.
protocol LeafObject: LeafForm {
    func write(to object: inout ObjectWriter)

    init(from object: inout ObjectReader) throws(EventDefect)
}

extension LeafObject {
    var leafForm: JSONValue {
        var object = ObjectWriter()
        write(to: &object)
        return object.value
    }

    init(leafForm: JSONValue) throws(EventDefect) {
        self = try ObjectReader.reading(leafForm) { (object: inout ObjectReader) throws(EventDefect) in
            try Self(from: &object)
        }
    }
}

/// A value that is one word of a closed list.
protocol LeafWord: LeafForm, RawRepresentable, CaseIterable where RawValue == String {}

extension LeafWord {
    var leafForm: JSONValue { .string(rawValue) }

    init(leafForm: JSONValue) throws(EventDefect) {
        let text = try leafForm.text()
        guard let value = Self(rawValue: text) else {
            throw EventDefect(.unknownWord(text, known: Self.allCases.map(\.rawValue)))
        }
        self = value
    }
}

extension JSONValue {
    func text() throws(EventDefect) -> String {
        guard case .string(let text) = self else { throw wrongKind(expected: "a string") }
        return text
    }

    func wrongKind(expected: String) -> EventDefect {
        EventDefect(.wrongKind(expected: expected, found: kindInWords))
    }

    private var kindInWords: String {
        switch self {
        case .null: "null"
        case .bool: "a truth value"
        case .integer: "an integer"
        case .number: "a fraction"
        case .string: "a string"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
