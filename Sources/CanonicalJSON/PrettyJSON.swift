/// Writes a value with indentation; scalars and the order of keys are those of ``CanonicalJSON``.
struct PrettyJSON {
    let indent: Int
    var bytes: [UInt8] = []

    mutating func write(_ value: JSONValue, level: Int) {
        switch value {
        case .array(let elements) where !elements.isEmpty:
            var opening = UInt8(ascii: "[")
            for element in elements {
                startLine(after: opening, level: level + 1)
                write(element, level: level + 1)
                opening = UInt8(ascii: ",")
            }
            endBlock(with: UInt8(ascii: "]"), level: level)
        case .object(let members) where !members.isEmpty:
            var opening = UInt8(ascii: "{")
            for place in CanonicalJSON.order(of: members) {
                let (key, member) = members[place]
                startLine(after: opening, level: level + 1)
                CanonicalJSON.append(key, to: &bytes)
                bytes.append(contentsOf: ": ".utf8)
                write(member, level: level + 1)
                opening = UInt8(ascii: ",")
            }
            endBlock(with: UInt8(ascii: "}"), level: level)
        default:
            CanonicalJSON.append(value, to: &bytes)
        }
    }

    private mutating func startLine(after byte: UInt8, level: Int) {
        bytes.append(byte)
        breakLine(level: level)
    }

    private mutating func endBlock(with byte: UInt8, level: Int) {
        breakLine(level: level)
        bytes.append(byte)
    }

    private mutating func breakLine(level: Int) {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * level))
    }
}
