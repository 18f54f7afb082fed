import CanonicalJSON

/// A value that has exactly one spelling in a leaf.
///
/// Reading refuses every other spelling, so that what was read is written again as the same bytes.
protocol LeafForm {
    func writeForm(to writer: inout ObjectWriter)

    init(form: CanonicalValue) throws(EventDefect)
}

/// A value that is spelled as a JSON object.
protocol LeafObject: LeafForm {
    func write(to object: inout ObjectWriter)

    init(from object: inout ObjectReader) throws(EventDefect)
}

extension LeafObject {
    func writeForm(to writer: inout ObjectWriter) {
        writer.object { write(to: &$0) }
    }

    init(form: CanonicalValue) throws(EventDefect) {
        self = try ObjectReader.reading(form) { (object: inout ObjectReader) throws(EventDefect) in
            try Self(from: &object)
        }
    }
}

/// A value that is one word of a closed list; no word holds anything that is escaped.
protocol LeafWord: LeafForm, RawRepresentable, CaseIterable where RawValue == String {}

extension LeafWord {
    func writeForm(to writer: inout ObjectWriter) { writer.write(plain: rawValue.utf8) }

    init(form: CanonicalValue) throws(EventDefect) {
        let text = try form.text()
        guard let value = Self(rawValue: text) else {
            throw EventDefect(.unknownWord(text, known: Self.allCases.map(\.rawValue)))
        }
        self = value
    }
}

extension LeafForm {
    /// The form as a value by itself.
    var leafForm: JSONValue {
        var writer = ObjectWriter()
        writeForm(to: &writer)
        return writer.value
    }

    /// Reads the form from a value by itself.
    init(leafForm: JSONValue) throws(EventDefect) {
        self = try leafForm.readingForm { (form: CanonicalValue) throws(EventDefect) in try Self(form: form) }
    }
}

extension JSONValue {
    /// What `read` makes of the value's canonical form.
    func readingForm<Result>(
        _ read: (CanonicalValue) throws(EventDefect) -> Result
    ) throws(EventDefect) -> Result {
        var outline = CanonicalOutline()
        guard let result = try outline.reading(canonicalBytes(), read) else {
            throw EventDefect(.malformed("", expected: "a value of at most 128 levels"))
        }
        return result
    }
}

extension CanonicalOutline {
    /// As ``reading(_:_:)``, for bytes in an array.
    mutating func reading<Result>(
        _ bytes: [UInt8],
        _ read: (CanonicalValue) throws(EventDefect) -> Result
    ) throws(EventDefect) -> Result? {
        let outcome = bytes.withUnsafeBytes { bytes -> Swift.Result<Result?, EventDefect> in
            do throws(EventDefect) {
                return .success(try reading(bytes, read))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }
}

extension CanonicalValue {
    func text() throws(EventDefect) -> String {
        guard let text = stringValue else { throw wrongKind(expected: "a string") }
        return text
    }

    func wrongKind(expected: String) -> EventDefect { JSONValue(self).wrongKind(expected: expected) }
}

extension JSONValue {
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
