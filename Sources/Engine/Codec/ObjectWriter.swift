import CanonicalJSON
import Regulation

/// Writes leaves as canonical JSON, straight into the bytes that are hashed; what is absent, empty or implied is left
/// out.
///
/// Members may come in any order: an object whose members did not come in the canonical one is put in order when it is
/// closed, so writing them in the alphabet's order is only faster.
struct ObjectWriter {
    private(set) var bytes: [UInt8] = []
    /// Where the members of all open objects stand: those of the innermost last.
    private var members: [Member] = []
    private var innermost = OpenObject(start: 0, firstMember: 0)

    private struct Member {
        let start: Int
        /// The closing quote of the key.
        let keyEnd: Int
    }

    private struct OpenObject {
        let start: Int
        let firstMember: Int
        var isInOrder = true
    }

    init() {
        bytes.reserveCapacity(1_024)
    }

    /// What has been written, as a value.
    var value: JSONValue {
        var outline = CanonicalOutline()
        let value = bytes.withUnsafeBytes { bytes in outline.reading(bytes) { JSONValue($0) } }
        guard let value else { preconditionFailure("what is written here is canonical") }
        return value
    }

    /// Writes an object, whose members `write` puts into it.
    mutating func object(_ write: (inout ObjectWriter) -> Void) {
        let outer = innermost
        innermost = OpenObject(start: bytes.count, firstMember: members.count)
        bytes.append(UInt8(ascii: "{"))
        write(&self)
        if !innermost.isInOrder { sortMembers() }
        bytes.append(UInt8(ascii: "}"))
        members.removeSubrange(innermost.firstMember...)
        innermost = outer
    }

    mutating func put(_ key: StaticString, _ value: (some LeafForm)?) {
        guard let value else { return }
        begin(key)
        value.writeForm(to: &self)
    }

    mutating func put<Value: LeafForm & Equatable>(_ key: StaticString, _ value: Value, implied: Value) {
        guard value != implied else { return }
        begin(key)
        value.writeForm(to: &self)
    }

    mutating func put(_ key: StaticString, _ list: [some LeafForm]) {
        guard !list.isEmpty else { return }
        begin(key)
        var separator = UInt8(ascii: "[")
        for element in list {
            bytes.append(separator)
            element.writeForm(to: &self)
            separator = UInt8(ascii: ",")
        }
        bytes.append(UInt8(ascii: "]"))
    }

    mutating func put<Key>(_ key: StaticString, _ mapping: [Identifier<Key>: some LeafForm]) {
        guard !mapping.isEmpty else { return }
        begin(key)
        var separator = UInt8(ascii: "{")
        for (name, value) in mapping.sorted(by: { CanonicalJSON.precedes($0.key.rawValue, $1.key.rawValue) }) {
            bytes.append(separator)
            CanonicalJSON.append(name.rawValue, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            value.writeForm(to: &self)
            separator = UInt8(ascii: ",")
        }
        bytes.append(UInt8(ascii: "}"))
    }

    /// An object of which another member decides the shape; never empty.
    mutating func put(_ key: StaticString, object write: (inout ObjectWriter) -> Void) {
        begin(key)
        object(write)
    }

    // MARK: - Values

    mutating func write(_ text: String) { CanonicalJSON.append(text, to: &bytes) }
    mutating func write(_ integer: Int64) { CanonicalJSON.append(integer, to: &bytes) }
    mutating func write(_ isTrue: Bool) { bytes.append(contentsOf: isTrue ? "true".utf8 : "false".utf8) }

    /// Writes a text of which it is known that nothing in it is escaped.
    mutating func write(plain text: some Collection<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: text)
        bytes.append(UInt8(ascii: "\""))
    }

    // MARK: - Order

    private mutating func begin(_ key: StaticString) {
        let isFirst = members.count == innermost.firstMember
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        let start = bytes.count
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
        let member = Member(start: start, keyEnd: bytes.count)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        if !isFirst, innermost.isInOrder, !precedes(members[members.count - 1], member) { innermost.isInOrder = false }
        members.append(member)
    }

    /// Keys that are written by name are ASCII without escapes, so their bytes have the order of their code units.
    private func precedes(_ left: Member, _ right: Member) -> Bool {
        bytes[left.start..<left.keyEnd].lexicographicallyPrecedes(bytes[right.start..<right.keyEnd])
    }

    private mutating func sortMembers() {
        let own = members[innermost.firstMember...]
        let ends = own.dropFirst().map { $0.start - 1 } + [bytes.count]
        var sorted: [UInt8] = []
        sorted.reserveCapacity(bytes.count - innermost.start)
        for (member, end) in zip(own, ends).sorted(by: { precedes($0.0, $1.0) }) {
            if !sorted.isEmpty { sorted.append(UInt8(ascii: ",")) }
            sorted.append(contentsOf: bytes[member.start..<end])
        }
        bytes.replaceSubrange((innermost.start + 1)..., with: sorted)
    }
}
