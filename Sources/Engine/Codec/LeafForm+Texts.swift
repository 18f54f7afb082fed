import CanonicalJSON
import Regulation
import Statecharts
import Submissions

extension String: LeafForm {
    func writeForm(to writer: inout ObjectWriter) { writer.write(self) }

    init(form: CanonicalValue) throws(EventDefect) {
        self = try form.text()
    }
}

extension Identifier: LeafForm {
    func writeForm(to writer: inout ObjectWriter) { writer.write(rawValue) }

    init(form: CanonicalValue) throws(EventDefect) {
        self.init(rawValue: try form.text())
    }
}

extension StateID: LeafForm {
    func writeForm(to writer: inout ObjectWriter) { writer.write(rawValue) }

    init(form: CanonicalValue) throws(EventDefect) {
        self.init(rawValue: try form.text())
    }
}

extension EventName: LeafForm {
    func writeForm(to writer: inout ObjectWriter) { writer.write(rawValue) }

    init(form: CanonicalValue) throws(EventDefect) {
        self.init(rawValue: try form.text())
    }
}

extension HeadingCode: LeafForm {
    func writeForm(to writer: inout ObjectWriter) { writer.write(description) }

    init(form: CanonicalValue) throws(EventDefect) {
        if let bytes = form.plainText, let heading = HeadingCode(padded: bytes) {
            self = heading
            return
        }
        let text = try form.text()
        guard let heading = HeadingCode(text), heading.description == text else {
            throw EventDefect(.malformed(text, expected: "a heading in the padded form, such as CH3.05.05"))
        }
        self = heading
    }
}

extension Actor.Capacity: LeafForm {
    func writeForm(to writer: inout ObjectWriter) { writer.write(description) }

    /// Knows the capacities of Tasuki itself too, which ``Actor/Capacity/init(_:)`` keeps from being typed.
    init(form: CanonicalValue) throws(EventDefect) {
        if let role = Self.role(form) {
            self = role
            return
        }
        let text = try form.text()
        switch text {
        case "dependency": self = .dependency
        case "deadline": self = .deadline
        default:
            guard let capacity = Actor.Capacity(text) else {
                throw EventDefect(.malformed(text, expected: "applicant, role@body, dependency or deadline"))
            }
            self = capacity
        }
    }

    /// The capacity of a text such as `officer@HSA`; nil says nothing about others.
    private static func role(_ form: CanonicalValue) -> Actor.Capacity? {
        guard let bytes = form.plainText, let at = bytes.firstIndex(of: UInt8(ascii: "@")), at > 0 else { return nil }
        let body = bytes[(at + 1)...]
        guard !body.isEmpty, !body.contains(UInt8(ascii: "@")) else { return nil }
        return .role(
            String(decoding: bytes[..<at], as: UTF8.self),
            at: BodyID(String(decoding: body, as: UTF8.self))
        )
    }
}
