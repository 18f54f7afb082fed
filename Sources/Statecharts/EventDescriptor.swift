/// Which events a transition answers: a name and every name that continues it after a dot.
///
/// `a.b` matches `a.b` and `a.b.c` but not `a.bc`; `*` matches every event. A trailing `.*` or `.` changes nothing.
/// Case matters. Source: SCXML, section 3.12.1.
package struct EventDescriptor: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral value: String) { self.init(rawValue: value) }

    /// Whether `name` is one of the events described.
    package func matches(_ name: EventName) -> Bool { Self.prefix(prefix, covers: name) }

    /// What a matching name begins with, free of the endings that change nothing; `*` stands for any name.
    var prefix: String {
        if rawValue.hasSuffix(".*") { return String(rawValue.dropLast(2)) }
        return rawValue.hasSuffix(".") ? String(rawValue.dropLast()) : rawValue
    }

    /// The test behind `matches`, apart so that a chart takes a descriptor to pieces only once.
    static func prefix(_ prefix: String, covers name: EventName) -> Bool {
        if prefix == "*" { return true }
        let name = name.rawValue.utf8
        guard name.starts(with: prefix.utf8) else { return false }
        let rest = name.dropFirst(prefix.utf8.count)
        return rest.isEmpty || rest.first == UInt8(ascii: ".")
    }
}

extension EventDescriptor: CustomStringConvertible {
    package var description: String { rawValue }
}
