package import Regulation
package import Submissions

/// A person who may sign in: at which organization, in which roles, for which part of it.
package struct Account: Hashable, Sendable {
    package let person: PersonID
    package let organization: OrganizationID
    package let roles: [AccountRole]
    /// Only these bodies of the organization; none for all of them.
    package let bodies: [BodyID]
    /// Only these submissions; none for all that the organization may see.
    package let submissions: [SubmissionName]

    package init(
        person: PersonID,
        organization: OrganizationID,
        roles: [AccountRole],
        bodies: [BodyID] = [],
        submissions: [SubmissionName] = []
    ) {
        self.person = person
        self.organization = organization
        self.roles = roles
        self.bodies = bodies
        self.submissions = submissions
    }

    /// In which capacities the person may act.
    package func capacities(at organization: Organization) -> [Actor.Capacity] {
        let own = organization.bodies.filter { bodies.isEmpty || bodies.contains($0) }
        return roles.flatMap { role -> [Actor.Capacity] in
            switch role {
            case .lead: [.applicant]
            case .body(let name): own.map { .role(name, at: $0) }
            case .reader, .inspector: []
            }
        }
    }

    /// What the person may see.
    package func sight(at organization: Organization) -> Sight {
        let own = organization.bodies.filter { bodies.isEmpty || bodies.contains($0) }
        let scope: Sight.Scope =
            switch organization.kind {
            case .applicant: .applicants([organization.id])
            case .authority, .hub: .bodies(Set(own))
            case .auditor: .all
            }
        return Sight(scope, only: submissions.isEmpty ? nil : Set(submissions))
    }
}
