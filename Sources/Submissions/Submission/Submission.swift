package import Regulation

/// One product version filed for several jurisdictions: the consistency boundary of Tasuki.
///
/// A value folded from its events; two submissions with the same events are equal.
package struct Submission: Hashable, Codable, Sendable {
    package let name: SubmissionName
    /// What it was opened as, and as the manifest was amended since.
    package internal(set) var opened: SubmissionOpened
    /// When it came into the workspace: what fell due before is not known here.
    package let openedAt: Instant
    package internal(set) var filings: [Filing] = []
    /// The version of the product as it was declared at each filing, by its number.
    package internal(set) var filedVersions: [Int: String] = [:]
    /// What the dossiers hold, by the number of their filing, for the guards that ask.
    package internal(set) var dossiers: [Int: [DossierEntry]] = [:]
    package internal(set) var cases: [Case] = []
    package internal(set) var questions: [Question] = []
    /// By which question of the hub's lists a proposed one was taken up.
    package internal(set) var merged: [QuestionID: QuestionID] = [:]
    /// Approvals granted in its cases, and those that the applicant declared when it was opened.
    package internal(set) var approvals: [Approval] = []
    /// Notices of safety events, carried by every approval of the product held here.
    package internal(set) var notices: [SafetyNotice] = []
    package internal(set) var obligations: [Obligation] = []
    package internal(set) var studies: [Study] = []
    package internal(set) var consents: [JurisdictionCode] = []
    /// The report each jurisdiction was shown.
    package internal(set) var sharedReports: [JurisdictionCode: DocumentDigest] = [:]
    /// Corrections by the event that they correct, in their order.
    package internal(set) var corrections: [Int: [Corrected]] = [:]
    /// Whether an act in time was typed in late.
    package internal(set) var hasLateActs = false
    /// Events that were taken back.
    package internal(set) var reversed: Set<Int> = []
    /// Acts of bodies that were typed in from letters, those taken back included.
    package internal(set) var transcriptions: [Transcription] = []
    /// Bodies that recorded something here themselves, in the order in which they began to.
    package internal(set) var actingBodies: [BodyID] = []
    /// The number of the submission's last event.
    package internal(set) var version = 0
    /// Causes of dependency commands that were carried out, so that none is carried out twice.
    package internal(set) var handledCauses: Set<String> = []

    init(_ opened: SubmissionOpened, at moment: Instant) {
        name = opened.name
        self.opened = opened
        openedAt = moment
        approvals = opened.held
    }

    /// Whether the dossier was filed for any target.
    package var isFiled: Bool { filings.contains { $0.kind == .initial } }

    /// What the dossier holds that was filed for the case; for one that files for itself, the last.
    package func entries(of subject: Case?) -> [DossierEntry] {
        let number = subject?.filings.last { dossiers[$0] != nil } ?? dossiers.keys.max()
        return number.flatMap { dossiers[$0] } ?? []
    }

    /// What is claimed in the jurisdiction.
    package func claims(in jurisdiction: JurisdictionCode) -> [ClaimID] {
        let own = opened.targets.first { $0.jurisdiction == jurisdiction }?.claims ?? []
        return own.isEmpty ? opened.claims : own
    }

    package subscript(_ name: CaseName) -> Case? { index(of: name).map { cases[$0] } }

    /// By index: a case that is passed over need not be copied.
    package func index(of name: CaseName) -> Int? { cases.indices.first { cases[$0].name == name } }

    /// The version of the case.
    package func version(of name: CaseName) -> Int? { index(of: name).map { cases[$0].version } }

    /// The hub of the bundle of first approvals.
    package var hub: Case? { self[.hub] }

    /// The hub to which the case looks: of its own bundle, or for one that decides by itself that of the first approvals.
    package func hub(of subject: Case) -> Case? {
        if let bundle = subject.bundle { return self[bundle] }
        return subject.isTrack ? nil : hub
    }

    /// Whether a bundle has the case as its hub.
    package func isHub(_ name: CaseName) -> Bool { name == .hub || cases.contains { $0.bundles.contains(name) } }

    /// Whether the case takes part in its bundle, decided or not.
    ///
    /// One that joined while it ran goes on as before once the hub is over.
    package func isMember(_ subject: Case) -> Bool {
        guard subject.isBundleMember else { return false }
        return subject.joined.isEmpty || hub(of: subject).map { !$0.isOver } ?? false
    }

    /// The cases that take part in the bundle of that hub, decided or not.
    package func members(of hub: CaseName) -> [Case] { cases.filter { $0.bundle == hub && isMember($0) } }

    /// The hubs of tracks of that name whose bundle may be joined: they run, and have filed nothing yet.
    package func hubsOpen(_ hub: RouteName) -> [CaseName] {
        cases.filter { $0.isTrack && $0.route == hub && !$0.isOver && $0.filings.isEmpty }.map(\.name)
    }

    /// The approval that the case holds.
    package func approval(of name: CaseName) -> Approval? {
        // The id is made only where one has its length: asked for the row of every case.
        let length = self.name.rawValue.utf8.count + 1 + name.rawValue.utf8.count
        guard approvals.contains(where: { $0.id.rawValue.utf8.count == length }) else { return nil }
        let id = approvalID(of: name)
        return approvals.first { $0.id == id }
    }

    /// The flags that the authority has still to look into: those of its approval, and those of the case until it is over, after
    /// which nobody settles them.
    package func openFlags(of subject: Case) -> [Approval.Flag] {
        let own = subject.isOver ? [] : subject.flags
        guard !own.isEmpty || !approvals.isEmpty else { return [] }
        return (own + (approval(of: subject.name)?.flags ?? [])).filter { !$0.isSettled }
    }

    /// The case that granted the approval; `nil` for one from outside the workspace.
    package func granter(of approval: Approval.ID) -> CaseName? {
        let prefix = "\(name)/"
        guard approval.rawValue.hasPrefix(prefix) else { return nil }
        let rest = approval.rawValue.dropFirst(prefix.count)
        return cases.first { $0.name.rawValue == rest }?.name
    }

    /// The route by which an approval was granted; nil where it was granted elsewhere.
    package func route(of approval: Approval.ID) -> RouteName? {
        granter(of: approval).flatMap { name in cases.first { $0.name == name }?.route }
    }

    package func approvalID(of name: CaseName) -> Approval.ID { Approval.ID("\(self.name)/\(name)") }

    /// The approval that an act in the case concerns: its own, or for a track the jurisdiction's latest.
    package func concernedApproval(of name: CaseName) -> Approval? {
        if let own = approval(of: name) { return own }
        // By index: what is looked at need not be copied.
        guard let index = index(of: name), cases[index].isTrack else { return nil }
        let code = cases[index].jurisdiction
        return approvals.last { $0.jurisdiction == code && $0.standing == .inForce }
            ?? approvals.last { $0.jurisdiction == code }
    }

    /// The name of the next case on the track: of the product's over all jurisdictions, or else of the jurisdiction's.
    func nextTrack(_ track: RouteName, of code: JurisdictionCode, isOfProduct: Bool) -> CaseName {
        let count = cases.count { $0.isTrack && $0.route == track && (isOfProduct || $0.jurisdiction == code) }
        return isOfProduct
            ? .track(ofProduct: track, number: count + 1) : .track(track, of: code, number: count + 1)
    }

    /// The case by which the jurisdiction decides, the latest where several followed one another.
    package func member(_ jurisdiction: JurisdictionCode) -> Case? {
        cases.last { $0.jurisdiction == jurisdiction && $0.name != .hub && !$0.isTrack }
    }

    /// Whether the applicant must still answer a question that concerns `name`.
    package func openQuestions(of name: CaseName) -> [Question] {
        questions.filter { $0.status == .issued && concerns($0, name) }
    }

    /// Whether `question` concerns the case: its own, or the hub's if common or for its country while it takes part.
    package func concerns(_ question: Question, _ name: CaseName) -> Bool {
        if question.origin == name { return true }
        guard let member = self[name], isMember(member), question.origin == member.bundle else { return false }
        return question.scope.map { $0 == member.jurisdiction } ?? true
    }
}
