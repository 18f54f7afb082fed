import CanonicalJSON
import Engine
import Regulation

// The parts that every fact has, for programs.
extension JSONValue {
    /// An object with where it comes from and when it is in force.
    static func fact(_ source: Source, _ window: Window, _ members: [String: JSONValue]) -> JSONValue {
        var members = members
        members["source"] = source.json
        members["from"] = window.from.map { .string($0.description) } ?? .null
        members["until"] = window.until.map { .string($0.description) } ?? .null
        return .object(members)
    }

    /// One value for every class, an object of them by class, or null.
    static func figure<Value>(_ figure: Figure<Value>?, _ json: (Value) -> JSONValue) -> JSONValue {
        switch figure {
        case nil: .null
        case .all(let value)?: json(value)
        case .byClass(let values)?:
            .object(Dictionary(values.map { ($0.key.rawValue, json($0.value)) }) { first, _ in first })
        }
    }

    static func words(_ words: some Sequence<some CustomStringConvertible>) -> JSONValue {
        .array(words.map { .string($0.description) })
    }

    /// Texts by language; null where there are none.
    static func texts(_ texts: [String: String]) -> JSONValue {
        texts.isEmpty ? .null : .object(texts.mapValues { .string($0) })
    }
}
