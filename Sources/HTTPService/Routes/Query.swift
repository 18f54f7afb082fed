import Hummingbird
import Regulation

/// The query of a request, of which every name must be known: a misspelt `asOf` would answer for another day.
struct Query {
    private var values: [String: String] = [:]

    init(_ request: Request, allowing known: [String]) throws {
        for (name, value) in request.uri.queryParameters {
            let name = String(name)
            guard known.contains(name) else { throw RequestFault.query(name, .unknown(known: known)) }
            if value.isEmpty, !Self.flags.contains(name) { throw RequestFault.query(name, .text) }
            // Whichever of two counted, the other would be forgotten without a word.
            guard values.updateValue(String(value), forKey: name) == nil else { throw RequestFault.query(name, .once) }
        }
    }

    /// Parameters that say enough by being there.
    private static let flags = ["all", "dryRun"]

    subscript(_ name: String) -> String? { values[name] }

    func flag(_ name: String) throws -> Bool {
        guard let text = values[name] else { return false }
        guard let flag = text.isEmpty ? true : Bool(text) else { throw RequestFault.query(name, .flag) }
        return flag
    }

    /// What `read` makes of the text; refused where that is nothing.
    func value<Value>(_ name: String, _ expected: RequestFault.Expected, _ read: (String) -> Value?) throws -> Value? {
        guard let text = values[name] else { return nil }
        guard let value = read(text) else { throw RequestFault.query(name, expected) }
        return value
    }

    func day(_ name: String) throws -> CivilDate? {
        guard let text = values[name] else { return nil }
        guard let date = CivilDate(text) else { throw RequestFault.query(name, .day(text)) }
        return date
    }

    func number(_ name: String, in range: ClosedRange<Int>, else fallback: Int) throws -> Int {
        guard let text = values[name] else { return fallback }
        guard let number = Int(text), range.contains(number) else {
            throw RequestFault.query(name, .number(from: range.lowerBound, to: range.upperBound))
        }
        return number
    }
}
