import TransparencyLog

/// Collects the members of one JSON object; what is absent or empty is left out.
struct ObjectWriter {
    private var members: [String: JSONValue] = [:]

    init() {
        members.reserveCapacity(8)
    }

    var value: JSONValue { .object(members) }

    mutating func put(_ key: String, _ value: (some LeafForm)?) {
        if let value { members[key] = value.leafForm }
    }

    mutating func put(_ key: String, _ list: [some LeafForm]) {
        if !list.isEmpty { members[key] = .array(list.map(\.leafForm)) }
    }

    mutating func put(_ key: String, _ object: ObjectWriter) {
        if !object.members.isEmpty { members[key] = object.value }
    }
}
