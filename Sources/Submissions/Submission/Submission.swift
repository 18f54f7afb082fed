public import Regulation

/// One product version filed for several jurisdictions: the consistency boundary of Tasuki.
///
/// A value folded from its events; two submissions with the same events are equal.
public struct Submission: Hashable, Sendable {
    public let name: SubmissionName
    public let opened: SubmissionOpened
    public internal(set) var filings: [Filing] = []
    /// What the initial filing's dossier holds, for the guards that ask.
    public internal(set) var entries: [DossierEntry] = []
    public internal(set) var cases: [Case] = []
    public internal(set) var questions: [Question] = []
    public internal(set) var approvals: [Approval] = []
    public internal(set) var consents: [JurisdictionCode] = []
    /// The report each jurisdiction was shown.
    public internal(set) var sharedReports: [JurisdictionCode: DocumentDigest] = [:]
    /// What people recorded, by event number: what a correction may name.
    public internal(set) var recordings: [Int: Recording] = [:]
    /// The number of the submission's last event.
    public internal(set) var version = 0
    /// Causes of dependency commands that were carried out, so that none is carried out twice.
    public internal(set) var handledCauses: Set<String> = []

    init(_ opened: SubmissionOpened) {
        name = opened.name
        self.opened = opened
    }

    public subscript(_ name: CaseName) -> Case? { cases.first { $0.name == name } }

    public func index(of name: CaseName) -> Int? { cases.firstIndex { $0.name == name } }

    public var hub: Case? { self[.hub] }

    /// The approval that the case holds.
    public func approval(of name: CaseName) -> Approval? {
        approvals.first { $0.id == approvalID(of: name) }
    }

    public func approvalID(of name: CaseName) -> Approval.ID { Approval.ID("\(self.name)/\(name)") }

    /// Whether the applicant must still answer a question that concerns `name`.
    public func openQuestions(of name: CaseName) -> [Question] {
        questions.filter { $0.status == .issued && concerns($0, name) }
    }

    /// Whether `question` concerns the case: its own, or the hub's if common or for its country while it takes part.
    public func concerns(_ question: Question, _ name: CaseName) -> Bool {
        if question.origin == name { return true }
        guard question.origin == .hub, let member = self[name], member.isBundleMember else { return false }
        return question.scope.map { $0 == member.jurisdiction } ?? true
    }
}

/// What a person recorded in one event: the part that may be corrected.
public struct Recording: Hashable, Sendable {
    public let name: CaseName
    public let action: ActionName
    public var payload: Payload
    public var occurredOn: PartialDate
    public let recordedBy: PersonID
    /// Whether the event touched nothing beyond its own case, so that it can be taken back.
    public let isReversible: Bool
}
