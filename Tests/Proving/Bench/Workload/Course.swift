package import CanonicalJSON
package import Engine
package import Regulation
package import Submissions

/// What one submission goes through from its opening on: the same steps that people would take, in their order.
package struct Course: Hashable, Sendable {
    /// One action on one case.
    package struct Step: Hashable, Sendable {
        package let name: CaseName
        package let action: ActionName
        package let capacity: Actor.Capacity
        package let fields: [String: JSONValue]
        package let documents: Int

        package init(
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

    package let targets: [SubmissionOpened.Target]
    package let steps: [Step]

    package init(targets: [SubmissionOpened.Target], steps: [Step]) {
        self.targets = targets
        self.steps = steps
    }
}

extension Course.Step {
    /// The step as a request of one submission, by people of its own.
    package func request(
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
package enum People {
    package static func person(in capacity: Actor.Capacity, of number: Int) -> PersonID {
        let role = capacity == .applicant ? "lead" : "officer"
        return PersonID("\(role)-\(Self.digits(number))")
    }

    /// Seven digits and more.
    package static func digits(_ number: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, 7 - text.count)) + text
    }
}
