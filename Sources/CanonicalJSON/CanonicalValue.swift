/// One value of a canonical document, as it lies among the document's bytes.
///
/// It points into memory that somebody else holds, and is good only inside ``CanonicalOutline/reading(_:_:)``.
package struct CanonicalValue {
    let bytes: UnsafeRawBufferPointer
    let places: UnsafeBufferPointer<CanonicalOutline.Place>
    let position: Int

    @inline(__always)
    private var place: CanonicalOutline.Place { places[position] }

    /// Where the value begins, in bytes from the document's start.
    package var offset: Int { Int(place.start) - (place.kind == .string ? 1 : 0) }

    /// The bytes of a string between its quotes where they hold no escape; nil for everything else.
    package var plainText: UnsafeRawBufferPointer? {
        let place = place
        guard place.kind == .string, !place.isEscaped else { return nil }
        return UnsafeRawBufferPointer(rebasing: bytes[Int(place.start)..<Int(place.end)])
    }

    /// The text of a string.
    package var stringValue: String? {
        let place = place
        guard place.kind == .string else { return nil }
        return place.text(in: bytes)
    }

    package var boolValue: Bool? {
        guard place.kind == .bool else { return nil }
        return bytes[Int(place.start)] == UInt8(ascii: "t")
    }

    /// As ``JSONValue/integerValue``: beyond ±2^53 an integer is spelt as a string.
    package var integerValue: Int64? {
        let place = place
        switch place.kind {
        case .integer: return place.integer(in: bytes)
        case .string: return JSONValue.string(place.text(in: bytes)).integerValue
        default: return nil
        }
    }

    package var isObject: Bool { place.kind == .object }
    package var isArray: Bool { place.kind == .array }

    /// How many elements or members there are; none in anything else.
    package var count: Int { Int(place.count) }

    /// The elements of an array, in order; none in anything else.
    package var elements: Elements {
        Elements(value: self, place: position + 1, left: isArray ? count : 0)
    }

    /// The members of an object, in canonical order; none in anything else.
    package var members: Members {
        Members(value: self, place: position + 1, left: isObject ? count : 0)
    }

    fileprivate func value(at position: Int) -> CanonicalValue {
        CanonicalValue(bytes: bytes, places: places, position: position)
    }

    package struct Elements: Sequence, IteratorProtocol {
        fileprivate let value: CanonicalValue
        fileprivate var place: Int
        fileprivate var left: Int

        package mutating func next() -> CanonicalValue? {
            guard left > 0 else { return nil }
            left -= 1
            defer { place = Int(value.places[place].next) }
            return value.value(at: place)
        }
    }

    package struct Members: Sequence, IteratorProtocol {
        fileprivate let value: CanonicalValue
        fileprivate var place: Int
        /// How many members are still to come.
        package fileprivate(set) var left: Int

        /// The key, a string, and the member's value.
        package mutating func next() -> (key: CanonicalValue, value: CanonicalValue)? {
            guard left > 0 else { return nil }
            left -= 1
            defer { place = Int(value.places[place + 1].next) }
            return (value.value(at: place), value.value(at: place + 1))
        }
    }
}

extension CanonicalValue {
    /// Whether this is the string `text`, which holds nothing that is escaped.
    @inline(__always)
    package func isText(_ text: StaticString) -> Bool {
        let place = places[position]
        let length = text.utf8CodeUnitCount
        guard Int(place.end &- place.start) == length, place.kind == .string, !place.isEscaped else { return false }
        let start = Int(place.start)
        for offset in 0..<length where bytes[start &+ offset] != text.utf8Start[offset] { return false }
        return true
    }

    /// Where a key stands in the order of an object's members.
    package enum KeyOrder {
        case before, same, after
    }

    /// How this key compares with `key`, which is ASCII and holds nothing that is escaped.
    @inline(__always)
    package func comparedWithKey(_ key: StaticString) -> KeyOrder {
        let place = places[position]
        // What is escaped sorts by another byte than its first; there is hardly ever such a key.
        if place.isEscaped { return CanonicalJSON.precedes(place.text(in: bytes), "\(key)") ? .before : .after }
        let start = Int(place.start)
        let (length, keyLength) = (Int(place.end) &- start, key.utf8CodeUnitCount)
        for offset in 0..<min(length, keyLength) {
            let (one, other) = (bytes[start &+ offset], key.utf8Start[offset])
            // Against ASCII the order of bytes is that of UTF-16 code units.
            if one != other { return one < other ? .before : .after }
        }
        return length == keyLength ? .same : (length < keyLength ? .before : .after)
    }

    /// The value of the member called `key`.
    package subscript(_ key: StaticString) -> CanonicalValue? {
        for (name, value) in members {
            switch name.comparedWithKey(key) {
            case .before: continue
            case .same: return value
            case .after: return nil
            }
        }
        return nil
    }
}

extension JSONValue {
    /// The value by itself, which may be kept.
    package init(_ value: CanonicalValue) {
        let place = value.places[value.position]
        switch place.kind {
        case .null: self = .null
        case .bool: self = .bool(value.boolValue == true)
        case .integer: self = .integer(place.integer(in: value.bytes))
        case .number: self = .number(Double(place.text(in: value.bytes)) ?? 0)
        case .string: self = .string(place.text(in: value.bytes))
        case .array: self = .array(value.elements.map { JSONValue($0) })
        case .object:
            var members: [String: JSONValue] = Dictionary(minimumCapacity: value.count)
            for (key, member) in value.members { members[key.stringValue ?? ""] = JSONValue(member) }
            self = .object(members)
        }
    }
}

extension CanonicalOutline.Place {
    func text(in bytes: UnsafeRawBufferPointer) -> String {
        if !isEscaped { return String(decoding: bytes[Int(start)..<Int(end)], as: UTF8.self) }
        // With its quotes around it the string is a document of its own.
        var parser = JSONParser(bytes: Array(bytes[(Int(start) - 1)...Int(end)]))
        guard let value = try? parser.document(), case .string(let text) = value else {
            preconditionFailure("the outline passed over this string")
        }
        return text
    }

    func integer(in bytes: UnsafeRawBufferPointer) -> Int64 {
        let isNegative = bytes[Int(start)] == UInt8(ascii: "-")
        var magnitude: Int64 = 0
        for index in (Int(start) + (isNegative ? 1 : 0))..<Int(end) {
            magnitude = magnitude &* 10 &+ Int64(bytes[index] &- UInt8(ascii: "0"))
        }
        return isNegative ? -magnitude : magnitude
    }
}
