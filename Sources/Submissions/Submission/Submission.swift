public import Regulation

/// One product version filed for several jurisdictions: the consistency boundary of Tasuki.
///
/// A value folded from its events; two submissions with the same events are equal.
public struct Submission: Hashable, Codable, Sendable {
    public let name: SubmissionName
    public let opened: SubmissionOpened
    public internal(set) var filings: [Filing] = []
    /// What the initial filing's dossier holds, for the guards that ask.
    public internal(set) var entries: [DossierEntry] = []
    public internal(set) var cases: [Case] = []
    public internal(set) var questions: [Question] = []
    /// Approvals granted in its cases, and those that the applicant declared when it was opened.
    public internal(set) var approvals: [Approval] = []
    /// Notices of safety events, carried by every approval of the product held here.
    public internal(set) var notices: [SafetyNotice] = []
    public internal(set) var obligations: [Obligation] = []
    public internal(set) var studies: [Study] = []
    public internal(set) var consents: [JurisdictionCode] = []
    /// The report each jurisdiction was shown.
    public internal(set) var sharedReports: [JurisdictionCode: DocumentDigest] = [:]
    /// Corrections by the event that they correct, in their order.
    public internal(set) var corrections: [Int: [Corrected]] = [:]
    /// Events that were taken back.
    public internal(set) var reversed: Set<Int> = []
    /// The number of the submission's last event.
    public internal(set) var version = 0
    /// Causes of dependency commands that were carried out, so that none is carried out twice.
    public internal(set) var handledCauses: Set<String> = []

    init(_ opened: SubmissionOpened) {
        name = opened.name
        self.opened = opened
        approvals = opened.held
    }

    /// Whether the dossier was filed for the targets.
    public var isFiled: Bool { filings.contains { $0.kind == .initial } }

    public subscript(_ name: CaseName) -> Case? { cases.first { $0.name == name } }

    public func index(of name: CaseName) -> Int? { cases.firstIndex { $0.name == name } }

    public var hub: Case? { self[.hub] }

    /// The approval that the case holds.
    public func approval(of name: CaseName) -> Approval? {
        approvals.first { $0.id == approvalID(of: name) }
    }

    public func approvalID(of name: CaseName) -> Approval.ID { Approval.ID("\(self.name)/\(name)") }

    /// The approval that an act in the case concerns: its own, or for a track the jurisdiction's latest.
    public func concernedApproval(of name: CaseName) -> Approval? {
        if let own = approval(of: name) { return own }
        guard let subject = self[name], subject.isTrack else { return nil }
        let inCountry = approvals.filter { $0.jurisdiction == subject.jurisdiction }
        return inCountry.last { $0.standing == .inForce } ?? inCountry.last
    }

    /// The case by which the jurisdiction decides, the latest where several followed one another.
    public func member(_ jurisdiction: JurisdictionCode) -> Case? {
        cases.last { $0.jurisdiction == jurisdiction && $0.name != .hub && !$0.isTrack }
    }

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
