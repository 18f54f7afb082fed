package import Regulation

/// Who does something, and in what capacity.
package struct Actor: Hashable, Codable, Sendable {
    package enum Capacity: Hashable, Codable, Sendable {
        case applicant
        /// A role at a body, such as officer at HSA.
        case role(String, at: BodyID)
        /// Tasuki itself, carrying what one approval's change means to another submission.
        case dependency
        /// Tasuki itself, firing a deadline that fell due.
        case deadline
    }

    package let person: PersonID
    package let capacity: Capacity
    /// Whether somebody checked that it is this person; nobody does until accounts exist.
    package let isAuthenticated: Bool

    package init(person: PersonID, capacity: Capacity, isAuthenticated: Bool = false) {
        self.person = person
        self.capacity = capacity
        self.isAuthenticated = isAuthenticated
    }

    package static let deadline = Actor(person: "tasuki", capacity: .deadline, isAuthenticated: true)
    package static let dependency = Actor(person: "tasuki", capacity: .dependency, isAuthenticated: true)
}

extension Actor.Capacity: CustomStringConvertible {
    /// `applicant`, or `officer@HSA`.
    package var description: String {
        switch self {
        case .applicant: "applicant"
        case .role(let role, let body): "\(role)@\(body)"
        case .dependency: "dependency"
        case .deadline: "deadline"
        }
    }

    /// Whether somebody acts, not Tasuki itself.
    package var isOfAPerson: Bool {
        switch self {
        case .applicant, .role: true
        case .dependency, .deadline: false
        }
    }

    /// Reads what people type; the capacities of Tasuki itself cannot be typed.
    package init?(_ text: String) {
        if text == "applicant" {
            self = .applicant
            return
        }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        self = .role(String(parts[0]), at: BodyID(String(parts[1])))
    }
}
