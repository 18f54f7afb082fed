public import Regulation
public import Statecharts

/// What happened to a submission: named in the past tense, and from 1.0 on never changed once released.
///
/// Each carries its outcome, so that replay runs no guard again and an edited procedure cannot rewrite history.
public enum SubmissionEvent: Hashable, Sendable {
    case opened(SubmissionOpened)
    case dossierFiled(DossierFiled)
    case caseOpened(CaseOpened)
    case caseAdvanced(CaseAdvanced)
    case messageIgnored(MessageIgnored)
    case corrected(Corrected)
    case actionReversed(ActionReversed)
    case rulesRebound(RulesRebound)
    case approvalFlagged(ApprovalFlagged)
}

public struct SubmissionOpened: Hashable, Codable, Sendable {
    public struct Target: Hashable, Codable, Sendable {
        public let jurisdiction: JurisdictionCode
        public let route: RouteName
        public let participation: Participation?

        public init(jurisdiction: JurisdictionCode, route: RouteName, participation: Participation?) {
            self.jurisdiction = jurisdiction
            self.route = route
            self.participation = participation
        }
    }

    public let name: SubmissionName
    public let product: ProductID
    public let productVersion: String
    public let claims: [ClaimID]
    public let applicant: OrganizationID
    /// Jurisdictions in which a local holder is appointed.
    public let holders: [JurisdictionCode]
    public let targets: [Target]
    /// Unconfirmed requirements that the applicant takes as required.
    public let adopted: [HeadingCode]
    /// The manifest as it was read, a document in the vault: names and texts stand there and nowhere in the log.
    public let manifest: DocumentDigest
    /// The class of the device in each jurisdiction where it is known.
    public let classes: [JurisdictionCode: DeviceClass]
    public let traits: [TraitName]
    /// Approvals that the product already holds, granted outside this workspace; as the applicant declares them.
    public let held: [Approval]

    public init(
        name: SubmissionName,
        product: ProductID,
        productVersion: String,
        claims: [ClaimID],
        applicant: OrganizationID,
        holders: [JurisdictionCode],
        targets: [Target],
        adopted: [HeadingCode],
        manifest: DocumentDigest,
        classes: [JurisdictionCode: DeviceClass] = [:],
        traits: [TraitName] = [],
        held: [Approval] = []
    ) {
        self.name = name
        self.product = product
        self.productVersion = productVersion
        self.claims = claims
        self.applicant = applicant
        self.holders = holders
        self.targets = targets
        self.adopted = adopted
        self.manifest = manifest
        self.classes = classes
        self.traits = traits
        self.held = held
    }
}

public struct DossierFiled: Hashable, Sendable {
    public let filing: Filing
    public let entries: [DossierEntry]

    public init(filing: Filing, entries: [DossierEntry]) {
        self.filing = filing
        self.entries = entries
    }
}

public struct CaseOpened: Hashable, Sendable {
    public let name: CaseName
    public let jurisdiction: JurisdictionCode
    public let route: RouteName
    public let participation: Participation?
    public let procedure: Pin
    public let rules: Pin
    /// The filing with which the case began; `nil` where the applicant has yet to file.
    public let filing: Int?
    public let isTrack: Bool
    public let outcome: StepOutcome

    public init(
        name: CaseName,
        jurisdiction: JurisdictionCode,
        route: RouteName,
        participation: Participation?,
        procedure: Pin,
        rules: Pin,
        filing: Int?,
        isTrack: Bool = false,
        outcome: StepOutcome
    ) {
        self.name = name
        self.jurisdiction = jurisdiction
        self.route = route
        self.participation = participation
        self.procedure = procedure
        self.rules = rules
        self.filing = filing
        self.isTrack = isTrack
        self.outcome = outcome
    }
}

/// One macrostep of a case, and everything that it changed.
public struct CaseAdvanced: Hashable, Sendable {
    public enum Cause: Hashable, Sendable {
        case action(ActionName)
        case message(EventName, from: CaseName)
        /// The last day on which the deadline of the state was kept.
        case deadline(StateID, due: CivilDate)
        /// A condition that came true through another case.
        case condition
    }

    public let name: CaseName
    public let cause: Cause
    public let payload: Payload
    public let outcome: StepOutcome

    public init(name: CaseName, cause: Cause, payload: Payload, outcome: StepOutcome) {
        self.name = name
        self.cause = cause
        self.payload = payload
        self.outcome = outcome
    }
}

public struct StepOutcome: Hashable, Sendable {
    public let microsteps: [Microstep]
    public let changes: [Change]
    /// Whether the case has ended.
    public let isOver: Bool

    public init(microsteps: [Microstep], changes: [Change], isOver: Bool) {
        self.microsteps = microsteps
        self.changes = changes
        self.isOver = isOver
    }
}

/// A message that enabled nothing in the case to which it was delivered.
public struct MessageIgnored: Hashable, Sendable {
    public let name: CaseName
    public let message: EventName
    public let from: CaseName

    public init(name: CaseName, message: EventName, from: CaseName) {
        self.name = name
        self.message = message
        self.from = from
    }
}

/// A correction of what an earlier event recorded: old and new value and the reason; nothing is edited.
public struct Corrected: Hashable, Codable, Sendable {
    public struct FieldChange: Hashable, Codable, Sendable {
        public let field: FieldName
        public let old: FieldValue?
        public let new: FieldValue

        public init(field: FieldName, old: FieldValue?, new: FieldValue) {
            self.field = field
            self.old = old
            self.new = new
        }
    }

    public let event: Int
    public let name: CaseName
    public let fields: [FieldChange]
    public let oldDate: PartialDate?
    public let newDate: PartialDate?
    public let reason: TextCommitment

    public init(
        event: Int,
        name: CaseName,
        fields: [FieldChange],
        oldDate: PartialDate?,
        newDate: PartialDate?,
        reason: TextCommitment
    ) {
        self.event = event
        self.name = name
        self.fields = fields
        self.oldDate = oldDate
        self.newDate = newDate
        self.reason = reason
    }
}

/// A mistaken action was taken back: the case is as it was before that event, and the event stays in the log.
public struct ActionReversed: Hashable, Sendable {
    public let event: Int
    public let name: CaseName
    public let reason: TextCommitment

    public init(event: Int, name: CaseName, reason: TextCommitment) {
        self.event = event
        self.name = name
        self.reason = reason
    }
}

/// A wrong rule set was replaced for one case.
public struct RulesRebound: Hashable, Sendable {
    public let name: CaseName
    public let old: Pin
    public let new: Pin
    public let reason: TextCommitment

    public init(name: CaseName, old: Pin, new: Pin, reason: TextCommitment) {
        self.name = name
        self.old = old
        self.new = new
        self.reason = reason
    }
}

/// An approval of this submission rests on one that changed; its authority has a task, and nothing changes by itself.
public struct ApprovalFlagged: Hashable, Sendable {
    public let approval: Approval.ID
    public let flag: Approval.Flag

    public init(approval: Approval.ID, flag: Approval.Flag) {
        self.approval = approval
        self.flag = flag
    }
}
