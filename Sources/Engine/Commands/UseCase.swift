import CanonicalJSON
import Regulation
import Submissions
import TransparencyLog

/// One command as a door asks for it, in the form in which every command goes its way.
struct UseCase: Sendable {
    let submission: SubmissionName
    let actor: Actor
    let occurredOn: PartialDate?
    let expected: VersionCondition?
    /// What was tried, as the leaf of a refusal names it: `SG/approve`, `correct/12`, `file`.
    let attempt: String
    /// The key under which the same request may safely be sent again.
    let key: IdempotencyKey?
    /// What the key stands for, beside actor, date and version.
    let content: [String: JSONValue]
    /// What is to be done.
    let order: Order

    init(
        _ submission: SubmissionName,
        by actor: Actor,
        attempt: String,
        on date: PartialDate? = nil,
        expecting condition: VersionCondition? = nil,
        key: String? = nil,
        content: [String: JSONValue],
        order: Order
    ) {
        self.submission = submission
        self.actor = actor
        occurredOn = date
        expected = condition
        self.attempt = attempt
        // Keys are scoped to the actor, so that nobody can guess another's.
        self.key = key.map { IdempotencyKey(actor: "\(actor.person) \(actor.capacity)", key: $0) }
        self.content = content
        self.order = order
    }

    /// What the key stands for: every word of the request but the key.
    var digest: Digest {
        var object = content
        object["submission"] = .string(submission.rawValue)
        object["as"] = .string(actor.capacity.description)
        if let occurredOn { object["occurredOn"] = .string(occurredOn.description) }
        if let expected {
            let versions = expected.versions.map { JSONValue.integer(Int64($0)) }
            object["expected"] = versions.count == 1 ? versions[0] : .array(versions)
        }
        return Digest.sha256(of: JSONValue.object(object).canonicalBytes())
    }
}

extension UseCase {
    /// Whether something earlier is put right: judged before what may be due only by the error.
    var putsRight: Bool {
        switch order {
        case .correct, .reverse: true
        default: false
        }
    }

    /// What is to be done, before anything of it is read against the submission.
    enum Order: Sendable {
        case open(SubmissionOpened)
        case amend(SubmissionOpened)
        case file(revision: DocumentDigest, entries: [DossierEntry], for: [JurisdictionCode])
        /// `frozen` is the list of the documents that the action files, where it files any.
        case act(ActionRequest, frozen: DocumentDigest?)
        case correct(CorrectionRequest)
        case reverse(event: Int, reason: String)
        /// What the body says of the letter that the event typed in; with a reason it disputes it.
        case answerLetter(event: Int, dispute: String?)
        case rebind(CaseName, reason: String)
        case openTrack(RouteName, JurisdictionCode)
        case openBundle(RouteName, [JurisdictionCode])
        /// Opens a track of the product where one can be kept, with its first act.
        case beginTrack(RouteName, ActionName, fields: [String: JSONValue])
        /// What was refused before anything of it was taken in.
        case refused(Refusal)
    }
}

/// An order read against the submission as it stands: the command that the core decides, and the texts to keep.
struct ReadOrder {
    let command: Command
    /// The case that the command is about; `nil` where it is about the submission.
    let subject: CaseName?
    var texts: [CommittedText] = []
}
