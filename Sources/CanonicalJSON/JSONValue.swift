/// A JSON value, exact enough to be hashed.
///
/// An integral number within ±2^53 is always read as ``integer(_:)``, however it was spelt (`1`, `1.0`, `1e0`);
/// everything else that a double can hold is a ``number(_:)``. Equality compares strings by their bytes, so that
/// equal values have equal canonical bytes (see ``CanonicalJSON``). Members have no order: a reader that needs one
/// keeps an array.
package enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    /// A finite number; NaN and the infinities have no JSON form, and writing one is a programming error.
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The greatest magnitude up to which every integer has a double of its own: 2^53.
    static let exactIntegerLimit: Int64 = 1 << 53
}

extension JSONValue {
    /// The member of an object, or nil where there is none or the value is no object.
    package subscript(_ key: String) -> JSONValue? {
        objectValue?[key]
    }

    /// Whether the value is `null`.
    package var isNull: Bool {
        self == .null
    }

    /// The text of a string.
    package var stringValue: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The truth value of `true` and `false`.
    package var boolValue: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// The elements of an array.
    package var arrayValue: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// The members of an object.
    package var objectValue: [String: JSONValue]? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    /// The value as an exact integer.
    ///
    /// Integers beyond ±2^53 are written as strings, so such a string is read back here; any other string is not.
    package var integerValue: Int64? {
        switch self {
        case .integer(let value):
            return value
        case .number(let value) where value.magnitude <= Double(Self.exactIntegerLimit):
            return Int64(exactly: value)
        case .string(let text):
            guard let value = Int64(text), value.magnitude > Self.exactIntegerLimit, String(value) == text else {
                return nil
            }
            return value
        default:
            return nil
        }
    }

    /// The value as a double; an integer beyond ±2^53 is refused, because it would be rounded.
    package var numberValue: Double? {
        switch self {
        case .integer(let value): value.magnitude <= Self.exactIntegerLimit ? Double(value) : nil
        case .number(let value): value
        default: nil
        }
    }
}
