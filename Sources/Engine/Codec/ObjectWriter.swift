import Regulation
import TransparencyLog

/// Collects the members of one JSON object; what is absent, empty or implied is left out.
struct ObjectWriter {
    private var members: [String: JSONValue] = [:]

    init() {
        members.reserveCapacity(8)
    }

    var value: JSONValue { .object(members) }

    mutating func put(_ key: String, _ value: (some LeafForm)?) {
        if let value { members[key] = value.leafForm }
    }

    mutating func put<Value: LeafForm & Equatable>(_ key: String, _ value: Value, implied: Value) {
        if value != implied { members[key] = value.leafForm }
    }

    mutating func put(_ key: String, _ list: [some LeafForm]) {
        if !list.isEmpty { members[key] = .array(list.map(\.leafForm)) }
    }

    mutating func put<Key>(_ key: String, _ mapping: [Identifier<Key>: some LeafForm]) {
        var entries = ObjectWriter()
        for (name, value) in mapping { entries.put(name.rawValue, value) }
        put(key, entries)
    }

    mutating func put(_ key: String, _ object: ObjectWriter) {
        if !object.members.isEmpty { members[key] = object.value }
    }
}
