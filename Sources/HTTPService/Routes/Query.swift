import Hummingbird
import Regulation

/// The query of a request, of which every name must be known: a misspelt `asOf` would answer for another day.
struct Query {
    private var values: [String: String] = [:]

    init(_ request: Request, allowing known: [String]) throws {
        for (name, value) in request.uri.queryParameters {
            guard known.contains(String(name)) else { throw RequestFault.query(String(name), .unknown(known: known)) }
            values[String(name)] = String(value)
        }
    }

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

    func number(_ name: String, in range: ClosedRange<Int>, else fallback: Int) throws -> Int {
        guard let text = values[name] else { return fallback }
        guard let number = Int(text), range.contains(number) else {
            throw RequestFault.query(name, .number(from: range.lowerBound, to: range.upperBound))
        }
        return number
    }

    /// The instant itself, or the end of the day in the workspace's zone.
    func moment(_ name: String, zone: Zone) throws -> Instant? {
        guard let text = values[name] else { return nil }
        if let date = CivilDate(text) { return zone.startOfDay(date.adding(days: 1)).adding(milliseconds: -1) }
        guard let instant = Instant(text) else { throw RequestFault.query(name, .moment) }
        return instant
    }
}
