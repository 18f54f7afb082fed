import CanonicalJSON
import Regulation

/// Reads the members of one JSON object by key, and then knows whether any was left unread.
struct ObjectReader {
    private let object: CanonicalValue
    /// The members from the one that is likely to be asked for next; keys are mostly asked for in their order.
    private var rest: CanonicalValue.Members
    /// The key that was found last.
    private var last: StaticString?
    private var readCount = 0
    /// The keys asked for; kept only once it is known that some member was not.
    private var asked: Set<String>?

    private init(_ object: CanonicalValue, recordsKeys: Bool = false) {
        self.object = object
        rest = object.members
        asked = recordsKeys ? [] : nil
    }

    /// What `read` makes of an object.
    ///
    /// Asks for each key at most once, and for nothing else than the object.
    /// - Throws: what `read` throws, or the first key in alphabetical order for which it did not ask.
    @inline(__always)
    static func reading<Value>(
        _ value: CanonicalValue,
        _ read: (inout ObjectReader) throws(EventDefect) -> Value
    ) throws(EventDefect) -> Value {
        guard value.isObject else { throw value.wrongKind(expected: "an object") }
        var reader = ObjectReader(value)
        let result = try read(&reader)
        guard reader.readCount < value.count else { return result }
        // Counting costs nothing; only an object that holds too much is read once more to find out what.
        reader = ObjectReader(value, recordsKeys: true)
        _ = try read(&reader)
        for (key, _) in value.members {
            let name = key.stringValue ?? ""
            if reader.asked?.contains(name) == false { throw EventDefect(path: name, .unknownKey) }
        }
        return result
    }

    private mutating func member(_ key: StaticString) -> CanonicalValue? {
        asked?.insert("\(key)")
        var ahead = rest
        while let (name, value) = ahead.next() {
            switch name.comparedWithKey(key) {
            case .before: continue
            case .same:
                rest = ahead
                last = key
                readCount += 1
                return value
            case .after:
                // Members are in order, so the key could only stand in front of what was read last.
                return behind(key)
            }
        }
        return behind(key)
    }

    /// The member called `key` among those that were passed over.
    private mutating func behind(_ key: StaticString) -> CanonicalValue? {
        guard let last, !Self.precedes(last, key), let value = object[key] else { return nil }
        readCount += 1
        return value
    }

    private static func precedes(_ left: StaticString, _ right: StaticString) -> Bool {
        let left = UnsafeBufferPointer(start: left.utf8Start, count: left.utf8CodeUnitCount)
        let right = UnsafeBufferPointer(start: right.utf8Start, count: right.utf8CodeUnitCount)
        return left.lexicographicallyPrecedes(right)
    }

    mutating func required<Value: LeafForm>(_ key: StaticString) throws(EventDefect) -> Value {
        guard let value: Value = try optional(key) else { throw EventDefect(path: "\(key)", .missing) }
        return value
    }

    mutating func optional<Value: LeafForm>(_ key: StaticString) throws(EventDefect) -> Value? {
        guard let member = member(key) else { return nil }
        do throws(EventDefect) {
            return try Value(form: member)
        } catch {
            throw error.under("\(key)")
        }
    }

    /// The value at `key`, `implied` where the key is absent, and never that value written out.
    mutating func optional<Value: LeafForm & Equatable>(
        _ key: StaticString,
        implied: Value
    ) throws(EventDefect) -> Value {
        guard let value: Value = try optional(key) else { return implied }
        guard value != implied else { throw EventDefect(path: "\(key)", .implied) }
        return value
    }

    /// The elements of a list, none where the key is absent.
    mutating func list<Element: LeafForm>(_ key: StaticString) throws(EventDefect) -> [Element] {
        guard let member = member(key) else { return [] }
        guard member.isArray else { throw member.wrongKind(expected: "a list").under("\(key)") }
        guard member.count > 0 else { throw EventDefect(path: "\(key)", .empty) }
        var values: [Element] = []
        values.reserveCapacity(member.count)
        for element in member.elements {
            do throws(EventDefect) {
                values.append(try Element(form: element))
            } catch {
                throw error.under(values.count).under("\(key)")
            }
        }
        return values
    }

    /// A mapping from names, empty where the key is absent.
    mutating func mapping<Key, Value: LeafForm>(_ key: StaticString) throws(EventDefect) -> [Identifier<Key>: Value] {
        guard let member = member(key) else { return [:] }
        guard member.isObject else { throw member.wrongKind(expected: "an object").under("\(key)") }
        guard member.count > 0 else { throw EventDefect(path: "\(key)", .empty) }
        var values: [Identifier<Key>: Value] = [:]
        values.reserveCapacity(member.count)
        // In canonical order, so that of several defects always the same is reported.
        for (name, entry) in member.members {
            let name = name.stringValue ?? ""
            do throws(EventDefect) {
                values[Identifier(name)] = try Value(form: entry)
            } catch {
                throw error.under(name).under("\(key)")
            }
        }
        return values
    }

    /// What `read` makes of the object at `key`, for an object whose shape another member decides.
    mutating func object<Value>(
        _ key: StaticString,
        _ read: (inout ObjectReader) throws(EventDefect) -> Value
    ) throws(EventDefect) -> Value {
        guard let member = member(key) else { throw EventDefect(path: "\(key)", .missing) }
        do throws(EventDefect) {
            return try Self.reading(member, read)
        } catch {
            throw error.under("\(key)")
        }
    }
}
