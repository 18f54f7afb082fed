/// One way through the bytes of a document, which stops at the first that canonical JSON would not have there.
struct CanonicalScanner {
    private let bytes: UnsafeRawBufferPointer
    private var places: [CanonicalOutline.Place]
    private(set) var index = 0

    init(_ bytes: UnsafeRawBufferPointer, places: consuming [CanonicalOutline.Place]) {
        self.bytes = bytes
        self.places = places
    }

    /// The places, given back for the next document.
    consuming func release() -> [CanonicalOutline.Place] { places }

    mutating func document() -> Bool {
        value(depth: 1) && index == bytes.count
    }

    private mutating func value(depth: Int) -> Bool {
        guard index < bytes.count else { return false }
        switch bytes[index] {
        case UInt8(ascii: "\""): return string() != nil
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "t"): return literal("true", .bool)
        case UInt8(ascii: "f"): return literal("false", .bool)
        case UInt8(ascii: "n"): return literal("null", .null)
        default: return number()
        }
    }

    private mutating func array(depth: Int) -> Bool {
        guard depth <= JSONParser.depthLimit else { return false }
        let place = open(.array)
        if take(UInt8(ascii: "]")) { return close(place, count: 0) }
        var count: UInt32 = 0
        repeat {
            guard value(depth: depth + 1) else { return false }
            count += 1
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]")) && close(place, count: count)
    }

    private mutating func object(depth: Int) -> Bool {
        guard depth <= JSONParser.depthLimit else { return false }
        let place = open(.object)
        if take(UInt8(ascii: "}")) { return close(place, count: 0) }
        var count: UInt32 = 0
        var previous: Int?
        var isPlain = true
        repeat {
            guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return false }
            let key = places.count
            guard let isASCII = string() else { return false }
            isPlain = isPlain && isASCII
            if let previous, !precedes(places[previous], places[key]) { return false }
            previous = key
            guard take(UInt8(ascii: ":")), value(depth: depth + 1) else { return false }
            count += 1
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")), isPlain || hasDistinctKeys(of: place, count: count) else { return false }
        return close(place, count: count)
    }

    /// Whether no two keys are canonically equivalent, which would make them one key of a `JSONValue`.
    private func hasDistinctKeys(of object: Int, count: UInt32) -> Bool {
        var keys: Set<String> = []
        var key = object + 1
        while key < places.count {
            guard keys.insert(places[key].text(in: bytes)).inserted else { return false }
            key = Int(places[key + 1].next)
        }
        return true
    }

    private func precedes(_ left: CanonicalOutline.Place, _ right: CanonicalOutline.Place) -> Bool {
        guard !left.isEscaped, !right.isEscaped else {
            return CanonicalJSON.precedes(left.text(in: bytes), right.text(in: bytes))
        }
        let (leftLength, rightLength) = (Int(left.end - left.start), Int(right.end - right.start))
        for offset in 0..<min(leftLength, rightLength) {
            let (one, other) = (bytes[Int(left.start) + offset], bytes[Int(right.start) + offset])
            if one != other { return CanonicalJSON.weight(one) < CanonicalJSON.weight(other) }
        }
        return leftLength < rightLength
    }

    private mutating func open(_ kind: CanonicalOutline.Kind) -> Int {
        places.append(.init(kind: kind, start: UInt32(truncatingIfNeeded: index)))
        index += 1
        return places.count - 1
    }

    private mutating func close(_ place: Int, count: UInt32) -> Bool {
        places[place].end = UInt32(truncatingIfNeeded: index)
        places[place].next = UInt32(truncatingIfNeeded: places.count)
        places[place].count = count
        return true
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func append(_ kind: CanonicalOutline.Kind, from start: Int, to end: Int, isEscaped: Bool = false) {
        places.append(
            .init(
                kind: kind,
                isEscaped: isEscaped,
                start: UInt32(truncatingIfNeeded: start),
                end: UInt32(truncatingIfNeeded: end),
                next: UInt32(truncatingIfNeeded: places.count + 1)
            )
        )
    }

    private mutating func literal(_ text: StaticString, _ kind: CanonicalOutline.Kind) -> Bool {
        let length = text.utf8CodeUnitCount
        guard bytes.count - index >= length else { return false }
        for position in 0..<length where bytes[index + position] != text.utf8Start[position] { return false }
        append(kind, from: index, to: index + length)
        index += length
        return true
    }
}

extension CanonicalScanner {
    /// Passes over a string whose opening quote is at the index: whether it is ASCII, or nil where it is malformed.
    private mutating func string() -> Bool? {
        index += 1
        let start = index
        var isEscaped = false
        var isASCII = true
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                append(.string, from: start, to: index, isEscaped: isEscaped)
                index += 1
                return isASCII
            }
            if byte == UInt8(ascii: "\\") {
                guard let length = escapeLength() else { return nil }
                isEscaped = true
                index += length
            } else if byte >= 0x80 {
                guard let length = UTF8Sequence.length(at: index, in: bytes) else { return nil }
                isASCII = false
                index += length
            } else {
                guard byte >= 0x20 else { return nil }
                index += 1
            }
        }
        return nil
    }

    /// The length of the escape at the index, where it is the only one that the character may have.
    private func escapeLength() -> Int? {
        guard index + 1 < bytes.count else { return nil }
        switch bytes[index + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "b"), UInt8(ascii: "t"), UInt8(ascii: "n"),
            UInt8(ascii: "f"), UInt8(ascii: "r"):
            return 2
        case UInt8(ascii: "u"):
            guard index + 5 < bytes.count, bytes[index + 2] == UInt8(ascii: "0"),
                bytes[index + 3] == UInt8(ascii: "0"), let high = Hexadecimal.value(bytes[index + 4]), high <= 1,
                let low = Hexadecimal.value(bytes[index + 5]), Hexadecimal.digit(low) == bytes[index + 5]
            else { return nil }
            // Those with a short form are never written by their number.
            return [0x08, 0x09, 0x0A, 0x0C, 0x0D].contains(high << 4 | low) ? nil : 6
        default: return nil
        }
    }

    /// Passes over a number in the form of ECMAScript.
    private mutating func number() -> Bool {
        let start = index
        let isNegative = take(UInt8(ascii: "-"))
        let first = index
        var magnitude: Int64 = 0
        while index < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[index], index - first < 17 {
            magnitude = magnitude * 10 + Int64(bytes[index] - UInt8(ascii: "0"))
            index += 1
        }
        let digits = index - first
        let isInteger = index == bytes.count || Self.endsNumber(bytes[index])
        if isInteger, digits > 0, digits < 17, magnitude <= JSONValue.exactIntegerLimit {
            guard bytes[first] != UInt8(ascii: "0") || (digits == 1 && !isNegative) else { return false }
            append(.integer, from: start, to: index)
            return true
        }
        while index < bytes.count, !Self.endsNumber(bytes[index]) { index += 1 }
        let token = bytes[start..<index]
        // Few numbers come here, so the two who know their one form are asked.
        var parser = JSONParser(bytes: Array(token))
        guard let value = try? parser.document(), case .number(let number) = value else { return false }
        var written: [UInt8] = []
        CanonicalJSON.append(number, to: &written)
        guard token.elementsEqual(written) else { return false }
        append(.number, from: start, to: index)
        return true
    }

    private static func endsNumber(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
    }
}
