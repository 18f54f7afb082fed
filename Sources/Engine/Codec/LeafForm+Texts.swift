import Regulation
import Statecharts
import Submissions
import TransparencyLog

extension String: LeafForm {
    var leafForm: JSONValue { .string(self) }

    init(leafForm: JSONValue) throws(EventDefect) {
        self = try leafForm.text()
    }
}

extension Identifier: LeafForm {
    var leafForm: JSONValue { .string(rawValue) }

    init(leafForm: JSONValue) throws(EventDefect) {
        self.init(rawValue: try leafForm.text())
    }
}

extension StateID: LeafForm {
    var leafForm: JSONValue { .string(rawValue) }

    init(leafForm: JSONValue) throws(EventDefect) {
        self.init(rawValue: try leafForm.text())
    }
}

extension EventName: LeafForm {
    var leafForm: JSONValue { .string(rawValue) }

    init(leafForm: JSONValue) throws(EventDefect) {
        self.init(rawValue: try leafForm.text())
    }
}

extension HeadingCode: LeafForm {
    var leafForm: JSONValue { .string(description) }

    init(leafForm: JSONValue) throws(EventDefect) {
        let text = try leafForm.text()
        guard let heading = HeadingCode(text), heading.description == text else {
            throw EventDefect(.malformed(text, expected: "a heading in the padded form, such as CH3.05.05"))
        }
        self = heading
    }
}

extension Actor.Capacity: LeafForm {
    var leafForm: JSONValue { .string(description) }

    /// Knows the capacities of Tasuki itself too, which ``Actor/Capacity/init(_:)`` keeps from being typed.
    init(leafForm: JSONValue) throws(EventDefect) {
        let text = try leafForm.text()
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
}
