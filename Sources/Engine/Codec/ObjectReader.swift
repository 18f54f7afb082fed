import Regulation
import TransparencyLog

/// Reads the members of one JSON object by key, and then knows whether any was left unread.
struct ObjectReader {
    private let members: [String: JSONValue]
    private var readCount = 0
    /// The keys asked for; kept only once it is known that some member was not.
    private var asked: Set<String>?

    private init(_ members: [String: JSONValue], recordsKeys: Bool = false) {
        self.members = members
        asked = recordsKeys ? [] : nil
    }

    /// What `read` makes of an object.
    ///
    /// Asks for each key at most once, and for nothing else than the object.
    /// - Throws: what `read` throws, or the first key in alphabetical order for which it did not ask.
    static func reading<Value>(
        _ value: JSONValue,
        _ read: (inout ObjectReader) throws(EventDefect) -> Value
    ) throws(EventDefect) -> Value {
        guard case .object(let members) = value else { throw value.wrongKind(expected: "an object") }
        var reader = ObjectReader(members)
        let result = try read(&reader)
        guard reader.readCount < members.count else { return result }
        // Counting costs nothing; only an object that holds too much is read once more to find out what.
        reader = ObjectReader(members, recordsKeys: true)
        _ = try read(&reader)
        guard let unread = members.keys.filter({ reader.asked?.contains($0) == false }).min() else { return result }
        throw EventDefect(path: unread, .unknownKey)
    }

    private mutating func member(_ key: String) -> JSONValue? {
        asked?.insert(key)
        guard let member = members[key] else { return nil }
        readCount += 1
        return member
    }

    mutating func required<Value: LeafForm>(_ key: String) throws(EventDefect) -> Value {
        guard let value: Value = try optional(key) else { throw EventDefect(path: key, .missing) }
        return value
    }

    mutating func optional<Value: LeafForm>(_ key: String) throws(EventDefect) -> Value? {
        guard let member = member(key) else { return nil }
        do throws(EventDefect) {
            return try Value(leafForm: member)
        } catch {
            throw error.under(key)
        }
    }

    /// The value at `key`, `implied` where the key is absent, and never that value written out.
    mutating func optional<Value: LeafForm & Equatable>(
        _ key: String,
        implied: Value
    ) throws(EventDefect) -> Value {
        guard let value: Value = try optional(key) else { return implied }
        guard value != implied else { throw EventDefect(path: key, .implied) }
        return value
    }

    /// The elements of a list, none where the key is absent.
    mutating func list<Element: LeafForm>(_ key: String) throws(EventDefect) -> [Element] {
        guard let member = member(key) else { return [] }
        guard case .array(let elements) = member else { throw member.wrongKind(expected: "a list").under(key) }
        guard !elements.isEmpty else { throw EventDefect(path: key, .empty) }
        var values: [Element] = []
        values.reserveCapacity(elements.count)
        for element in elements {
            do throws(EventDefect) {
                values.append(try Element(leafForm: element))
            } catch {
                throw error.under(values.count).under(key)
            }
        }
        return values
    }

    /// A mapping from names, empty where the key is absent.
    mutating func mapping<Key, Value: LeafForm>(_ key: String) throws(EventDefect) -> [Identifier<Key>: Value] {
        guard let member = member(key) else { return [:] }
        guard case .object(let entries) = member else { throw member.wrongKind(expected: "an object").under(key) }
        guard !entries.isEmpty else { throw EventDefect(path: key, .empty) }
        var values: [Identifier<Key>: Value] = [:]
        values.reserveCapacity(entries.count)
        // Sorted, so that of several defects always the same is reported.
        for (name, entry) in entries.sorted(by: { $0.key < $1.key }) {
            do throws(EventDefect) {
                values[Identifier(name)] = try Value(leafForm: entry)
            } catch {
                throw error.under(name).under(key)
            }
        }
        return values
    }

    /// What `read` makes of the object at `key`, for an object whose shape another member decides.
    mutating func object<Value>(
        _ key: String,
        _ read: (inout ObjectReader) throws(EventDefect) -> Value
    ) throws(EventDefect) -> Value {
        guard let member = member(key) else { throw EventDefect(path: key, .missing) }
        do throws(EventDefect) {
            return try Self.reading(member, read)
        } catch {
            throw error.under(key)
        }
    }
}
