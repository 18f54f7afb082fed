public import Regulation

/// Who does something, and in what capacity.
public struct Actor: Hashable, Codable, Sendable {
    public enum Capacity: Hashable, Codable, Sendable {
        case applicant
        /// A role at a body, such as officer at HSA.
        case role(String, at: BodyID)
        /// Tasuki itself, carrying what one approval's change means to another submission.
        case dependency
        /// Tasuki itself, firing a deadline that fell due.
        case deadline
    }

    public let person: PersonID
    public let capacity: Capacity
    /// Whether somebody checked that the person is who she says; nobody does until accounts exist.
    public let isAuthenticated: Bool

    public init(person: PersonID, capacity: Capacity, isAuthenticated: Bool = false) {
        self.person = person
        self.capacity = capacity
        self.isAuthenticated = isAuthenticated
    }

    public static let deadline = Actor(person: "tasuki", capacity: .deadline, isAuthenticated: true)
    public static let dependency = Actor(person: "tasuki", capacity: .dependency, isAuthenticated: true)
}

extension Actor.Capacity: CustomStringConvertible {
    /// `applicant`, or `officer@HSA`.
    public var description: String {
        switch self {
        case .applicant: "applicant"
        case .role(let role, let body): "\(role)@\(body)"
        case .dependency: "dependency"
        case .deadline: "deadline"
        }
    }

    /// Whether somebody acts, not Tasuki itself.
    public var isOfAPerson: Bool {
        switch self {
        case .applicant, .role: true
        case .dependency, .deadline: false
        }
    }

    /// Reads what people type; the capacities of Tasuki itself cannot be typed.
    public init?(_ text: String) {
        if text == "applicant" {
            self = .applicant
            return
        }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        self = .role(String(parts[0]), at: BodyID(String(parts[1])))
    }
}
