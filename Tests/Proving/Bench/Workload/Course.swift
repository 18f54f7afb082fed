public import CanonicalJSON
public import Engine
public import Regulation
public import Submissions

/// What one submission goes through from its opening on: the same steps that people would take, in their order.
public struct Course: Hashable, Sendable {
    /// One action on one case.
    public struct Step: Hashable, Sendable {
        public let name: CaseName
        public let action: ActionName
        public let capacity: Actor.Capacity
        public let fields: [String: JSONValue]
        public let documents: Int

        public init(
            _ name: CaseName,
            _ action: ActionName,
            by capacity: Actor.Capacity = .applicant,
            _ fields: [String: JSONValue] = [:],
            documents: Int = 0
        ) {
            self.name = name
            self.action = action
            self.capacity = capacity
            self.fields = fields
            self.documents = documents
        }
    }

    public let targets: [SubmissionOpened.Target]
    public let steps: [Step]

    public init(targets: [SubmissionOpened.Target], steps: [Step]) {
        self.targets = targets
        self.steps = steps
    }
}

extension Course.Step {
    /// The step as a request of one submission, by people of its own.
    public func request(
        in submission: SubmissionName,
        number: Int,
        documents: [IncomingDocument] = [],
        key: String? = nil
    ) -> ActionRequest {
        ActionRequest(
            submission: submission,
            name: name,
            action: action,
            actor: Actor(person: People.person(in: capacity, of: number), capacity: capacity),
            fields: fields,
            documents: Array(documents.prefix(self.documents)),
            key: key
        )
    }
}

/// Ids of people, all of one length, so that a submission can be written again with others in their place.
public enum People {
    public static func person(in capacity: Actor.Capacity, of number: Int) -> PersonID {
        let role = capacity == .applicant ? "lead" : "officer"
        return PersonID("\(role)-\(Self.digits(number))")
    }

    /// Seven digits and more.
    public static func digits(_ number: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, 7 - text.count)) + text
    }
}
