package import Regulation
package import Submissions
package import TransparencyLog

/// What happened to accounts; like the log of submissions it is only added to.
package enum AccountEvent: Hashable, Sendable {
    case organizationAdded(Organization)
    /// Takes the place of an account of the same person.
    case accountAdded(Account)
    /// The person may do nothing any more; sessions, links and tokens end with it.
    case accountLeft(PersonID)
    case linkIssued(SignInLink)
    /// Somebody came in by the link, which is used up.
    case signedIn(Session, by: Digest)
    case signedOut(Digest)
    case tokenIssued(AccessToken)
    case tokenRevoked(PersonID, String)
}

/// A link by which a person signs in once.
package struct SignInLink: Hashable, Sendable {
    package let digest: Digest
    package let person: PersonID
    package let expires: Instant

    package init(digest: Digest, person: PersonID, expires: Instant) {
        self.digest = digest
        self.person = person
        self.expires = expires
    }
}

/// One signing in, until its time is up or the person signs out.
package struct Session: Hashable, Sendable {
    package let digest: Digest
    package let person: PersonID
    package let expires: Instant

    package init(digest: Digest, person: PersonID, expires: Instant) {
        self.digest = digest
        self.person = person
        self.expires = expires
    }
}

/// By which a program acts for a person.
package struct AccessToken: Hashable, Sendable {
    package let digest: Digest
    package let person: PersonID
    /// What its owner calls it; one name, one token.
    package let name: String
    /// Whether it may only read.
    package let isReadOnly: Bool
    /// Only these submissions; none for all that the person may see.
    package let submissions: [SubmissionName]
    package let expires: Instant

    package init(
        digest: Digest,
        person: PersonID,
        name: String,
        isReadOnly: Bool,
        submissions: [SubmissionName] = [],
        expires: Instant
    ) {
        self.digest = digest
        self.person = person
        self.name = name
        self.isReadOnly = isReadOnly
        self.submissions = submissions
        self.expires = expires
    }
}

/// An event with when it was recorded, and by whom.
package struct AccountRecord: Hashable, Sendable {
    /// Counts the events, from 1.
    package let number: Int
    package let recordedAt: Instant
    /// `terminal`, for who works on the machine itself, or a person's id.
    package let recordedBy: String
    package let event: AccountEvent

    package init(number: Int, recordedAt: Instant, recordedBy: String, event: AccountEvent) {
        self.number = number
        self.recordedAt = recordedAt
        self.recordedBy = recordedBy
        self.event = event
    }

    /// Who works on the machine itself, which nobody checks but the machine.
    package static let terminal = "terminal"
}
