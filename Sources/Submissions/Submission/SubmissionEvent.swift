package import Regulation
package import Statecharts

/// What happened to a submission: named in the past tense, and from 1.0 on never changed once released.
///
/// Each carries its outcome, so that replay runs no guard again and an edited procedure cannot rewrite history.
package enum SubmissionEvent: Hashable, Sendable {
    case opened(SubmissionOpened)
    /// The manifest says something else from now on.
    case amended(SubmissionOpened)
    case dossierFiled(DossierFiled)
    case caseOpened(CaseOpened)
    case caseAdvanced(CaseAdvanced)
    case messageIgnored(MessageIgnored)
    case corrected(Corrected)
    case actionReversed(ActionReversed)
    case rulesRebound(RulesRebound)
    case approvalFlagged(ApprovalFlagged)
    case letterConfirmed(LetterConfirmed)
    case letterDisputed(LetterDisputed)
}

/// What the manifest of a submission says.
///
/// A class, because it is large, changes only with an amendment, and is handed on with every copy of a submission.
package final class SubmissionOpened: Codable, Sendable {
    package struct Target: Hashable, Codable, Sendable {
        package let jurisdiction: JurisdictionCode
        package let route: RouteName
        package let participation: Participation?
        /// What is claimed there; none for all claims of the product.
        package let claims: [ClaimID]

        package init(
            jurisdiction: JurisdictionCode,
            route: RouteName,
            participation: Participation?,
            claims: [ClaimID] = []
        ) {
            self.jurisdiction = jurisdiction
            self.route = route
            self.participation = participation
            self.claims = claims
        }
    }

    package let name: SubmissionName
    package let product: ProductID
    package let productVersion: String
    package let claims: [ClaimID]
    package let applicant: OrganizationID
    /// Jurisdictions in which a local holder is appointed.
    package let holders: [JurisdictionCode]
    package let targets: [Target]
    /// Unconfirmed requirements that the applicant takes as required.
    package let adopted: [HeadingCode]
    /// The manifest as it was read, a document in the vault: names and texts stand there and nowhere in the log.
    package let manifest: DocumentDigest
    /// The calendars of the places where the holders sit, by which what the applicant must do within a period is counted.
    package let calendars: [JurisdictionCode: String]
    /// The class of the device in each jurisdiction where it is known.
    package let classes: [JurisdictionCode: DeviceClass]
    package let traits: [TraitStatement]
    /// Approvals that the product already holds, granted outside this workspace; as the applicant declares them.
    package let held: [Approval]
    /// Which conditions of the rules hold, as the applicant says.
    package let conditions: [ConditionAnswer]

    package init(
        name: SubmissionName,
        product: ProductID,
        productVersion: String,
        claims: [ClaimID],
        applicant: OrganizationID,
        holders: [JurisdictionCode],
        targets: [Target],
        adopted: [HeadingCode],
        manifest: DocumentDigest,
        calendars: [JurisdictionCode: String] = [:],
        classes: [JurisdictionCode: DeviceClass] = [:],
        traits: [TraitStatement] = [],
        held: [Approval] = [],
        conditions: [ConditionAnswer] = []
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
        self.calendars = calendars
        self.classes = classes
        self.traits = traits
        self.held = held
        self.conditions = conditions
    }
}

extension SubmissionOpened: Hashable {
    package static func == (left: SubmissionOpened, right: SubmissionOpened) -> Bool {
        left === right
            || left.name == right.name && left.product == right.product && left.productVersion == right.productVersion
                && left.claims == right.claims && left.applicant == right.applicant && left.holders == right.holders
                && left.targets == right.targets && left.adopted == right.adopted && left.manifest == right.manifest
                && left.calendars == right.calendars && left.classes == right.classes && left.traits == right.traits
                && left.held == right.held && left.conditions == right.conditions
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(manifest)
    }
}

extension SubmissionOpened {
    /// All of this, with these approvals from elsewhere.
    func holding(_ held: [Approval]) -> SubmissionOpened { with(held: held, classes: classes) }

    /// All of this, with these classes.
    package func classified(_ classes: [JurisdictionCode: DeviceClass]) -> SubmissionOpened {
        with(held: held, classes: classes)
    }

    private func with(held: [Approval], classes: [JurisdictionCode: DeviceClass]) -> SubmissionOpened {
        SubmissionOpened(
            name: name,
            product: product,
            productVersion: productVersion,
            claims: claims,
            applicant: applicant,
            holders: holders,
            targets: targets,
            adopted: adopted,
            manifest: manifest,
            calendars: calendars,
            classes: classes,
            traits: traits,
            held: held,
            conditions: conditions
        )
    }
}

package struct DossierFiled: Hashable, Sendable {
    package let filing: Filing
    package let entries: [DossierEntry]
    /// The jurisdictions for which it was filed.
    package let targets: [JurisdictionCode]

    package init(filing: Filing, entries: [DossierEntry], targets: [JurisdictionCode]) {
        self.filing = filing
        self.entries = entries
        self.targets = targets
    }
}

package struct CaseOpened: Hashable, Sendable {
    package let name: CaseName
    package let jurisdiction: JurisdictionCode
    package let route: RouteName
    package let participation: Participation?
    package let procedure: Pin
    package let rules: Pin
    /// The filing with which the case began; `nil` where the applicant has yet to file.
    package let filing: Int?
    package let isTrack: Bool
    /// The hub in whose bundle a track takes part; a case that decides takes part in that of `hub`, and does not say so.
    package let bundle: CaseName?
    package let outcome: StepOutcome

    package init(
        name: CaseName,
        jurisdiction: JurisdictionCode,
        route: RouteName,
        participation: Participation?,
        procedure: Pin,
        rules: Pin,
        filing: Int?,
        isTrack: Bool = false,
        bundle: CaseName? = nil,
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
        self.bundle = bundle
        self.outcome = outcome
    }
}

/// One macrostep of a case, and everything that it changed.
package struct CaseAdvanced: Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
        case action(ActionName)
        case message(EventName, from: CaseName)
        /// The last day on which the deadline of the state was kept.
        case deadline(StateID, due: CivilDate)
        /// A condition that came true through another case.
        case condition
        /// An action typed in after a deadline had passed that it had kept; taken as if it had been done before event
        /// `before`, by which that deadline passed.
        case lateAction(ActionName, before: Int)
        /// The event that put something right, and what follows from that here.
        case correction(Int)
    }

    package let name: CaseName
    package let cause: Cause
    package let payload: Payload
    package let outcome: StepOutcome

    package init(name: CaseName, cause: Cause, payload: Payload, outcome: StepOutcome) {
        self.name = name
        self.cause = cause
        self.payload = payload
        self.outcome = outcome
    }
}

package struct StepOutcome: Hashable, Sendable {
    package let microsteps: [Microstep]
    package let changes: [Change]
    /// Whether the case has ended.
    package let isOver: Bool

    package init(microsteps: [Microstep], changes: [Change], isOver: Bool) {
        self.microsteps = microsteps
        self.changes = changes
        self.isOver = isOver
    }
}

/// A message that enabled nothing in the case to which it was delivered.
package struct MessageIgnored: Hashable, Sendable {
    package let name: CaseName
    package let message: EventName
    package let from: CaseName

    package init(name: CaseName, message: EventName, from: CaseName) {
        self.name = name
        self.message = message
        self.from = from
    }
}

/// A correction of what an earlier event recorded: old and new value and the reason; nothing is edited.
package struct Corrected: Hashable, Codable, Sendable {
    package struct FieldChange: Hashable, Codable, Sendable {
        package let field: FieldName
        package let old: FieldValue?
        package let new: FieldValue

        package init(field: FieldName, old: FieldValue?, new: FieldValue) {
            self.field = field
            self.old = old
            self.new = new
        }
    }

    package let event: Int
    package let name: CaseName
    package let fields: [FieldChange]
    package let oldDate: PartialDate?
    package let newDate: PartialDate?
    package let reason: TextCommitment

    package init(
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
package struct ActionReversed: Hashable, Sendable {
    package let event: Int
    package let name: CaseName
    package let reason: TextCommitment

    package init(event: Int, name: CaseName, reason: TextCommitment) {
        self.event = event
        self.name = name
        self.reason = reason
    }
}

/// A wrong rule set was replaced for one case.
package struct RulesRebound: Hashable, Sendable {
    package let name: CaseName
    package let old: Pin
    package let new: Pin
    package let reason: TextCommitment

    package init(name: CaseName, old: Pin, new: Pin, reason: TextCommitment) {
        self.name = name
        self.old = old
        self.new = new
        self.reason = reason
    }
}

/// An approval of this submission rests on one that changed; its authority has a task, and nothing changes by itself.
package struct ApprovalFlagged: Hashable, Sendable {
    package let approval: Approval.ID
    package let flag: Approval.Flag

    package init(approval: Approval.ID, flag: Approval.Flag) {
        self.approval = approval
        self.flag = flag
    }
}

/// A body says that what was typed in from its letter is what it did.
package struct LetterConfirmed: Hashable, Sendable {
    package let event: Int
    package let name: CaseName

    package init(event: Int, name: CaseName) {
        self.event = event
        self.name = name
    }
}

/// A body says that what was typed in from its letter is not what it did; the applicant has to settle it.
package struct LetterDisputed: Hashable, Sendable {
    package let event: Int
    package let name: CaseName
    package let reason: TextCommitment

    package init(event: Int, name: CaseName, reason: TextCommitment) {
        self.event = event
        self.name = name
        self.reason = reason
    }
}
