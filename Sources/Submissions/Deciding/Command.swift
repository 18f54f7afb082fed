public import Regulation

/// What somebody wants to happen to a submission.
public enum Command: Hashable, Sendable {
    case open(SubmissionOpened)
    /// Files the dossier for every target of the submission and opens their cases.
    case file(revision: DocumentDigest, entries: [DossierEntry])
    /// `revision` is the list of documents that the action files, where it files any.
    case act(CaseName, ActionName, Payload, revision: DocumentDigest?)
    case correct(event: Int, fields: [FieldName: FieldValue], date: PartialDate?, reason: TextCommitment)
    /// Takes back a mistaken action.
    case reverse(event: Int, reason: TextCommitment)
    case rebind(CaseName, to: Pin, reason: TextCommitment)
    /// Opens a track beside the decision of a jurisdiction, such as a change or reimbursement.
    case openTrack(RouteName, JurisdictionCode)
    /// Fires every deadline that has passed.
    case fireDeadlines
    /// Flags the approvals named, and lets the cases look again at the register.
    case reconsider([ApprovalFlagged])
}

/// Everything outside the submission on which a decision may depend, as plain values.
public final class DecisionContext {
    public let name: SubmissionName
    public let actor: Actor
    /// When the command is recorded.
    public let now: Instant
    /// The civil date that the actor names; today at the body's place where she names none.
    public let occurredOn: PartialDate?
    /// The case version, or for commands on the submission its version, that the actor has seen.
    public let expectedVersion: Int?
    public let rulebook: Rulebook
    /// Approvals of the same product that other submissions hold.
    public let approvals: [Approval]
    /// An event of the submission by its number, as it was recorded.
    public let recording: (Int) -> EventRecord?

    public init(
        name: SubmissionName,
        actor: Actor,
        now: Instant,
        occurredOn: PartialDate?,
        expectedVersion: Int?,
        rulebook: Rulebook,
        approvals: [Approval],
        recording: @escaping (Int) -> EventRecord?
    ) {
        self.name = name
        self.actor = actor
        self.now = now
        self.occurredOn = occurredOn
        self.expectedVersion = expectedVersion
        self.rulebook = rulebook
        self.approvals = approvals
        self.recording = recording
    }
}

/// Procedures, rules and calendars, looked up by name or pin.
///
/// A pin always answers with the same value; a calendar answers with what is known today.
public final class Rulebook {
    /// A procedure and a rule set, as they are bound to a case when it is opened.
    public struct Binding: Hashable, Sendable {
        public let procedure: Pin
        public let rules: Pin

        public init(procedure: Pin, rules: Pin) {
            self.procedure = procedure
            self.rules = rules
        }
    }

    public let procedure: (Pin) -> Procedure?
    public let rules: (Pin) -> Jurisdiction?
    public let calendar: (String) -> WorkingCalendar?
    /// What a case of that class opened on that day on that route or track is bound to.
    public let binding: (JurisdictionCode, RouteName, CivilDate, DeviceClass?) -> Binding?
    /// The tracks that the jurisdiction has.
    public let tracks: (JurisdictionCode) -> [RouteName]
    /// The jurisdiction whose body is the window of bundled filings.
    public let hub: () -> JurisdictionCode?

    public init(
        procedure: @escaping (Pin) -> Procedure?,
        rules: @escaping (Pin) -> Jurisdiction?,
        calendar: @escaping (String) -> WorkingCalendar?,
        binding: @escaping (JurisdictionCode, RouteName, CivilDate, DeviceClass?) -> Binding?,
        tracks: @escaping (JurisdictionCode) -> [RouteName],
        hub: @escaping () -> JurisdictionCode?
    ) {
        self.procedure = procedure
        self.rules = rules
        self.calendar = calendar
        self.binding = binding
        self.tracks = tracks
        self.hub = hub
    }
}
