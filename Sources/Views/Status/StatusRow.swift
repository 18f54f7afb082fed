import Engine
public import Regulation
public import Statecharts
public import Submissions

/// Where one case stands, at one instant.
public struct StatusRow: Hashable, Sendable {
    public let submission: SubmissionName
    public let name: CaseName
    public let jurisdiction: JurisdictionCode
    /// The bodies that assess, review and decide, in that order.
    public let authority: [BodyID]
    /// Whether it surrounds a decision, such as a change or a registration.
    public let isTrack: Bool
    public let route: RouteName
    /// Names of the route by language, where its jurisdiction has a name of its own for it.
    public let routeNames: [String: String]
    public let participation: Participation?
    public let procedure: ProcedureID
    public let standing: Procedure.Status
    /// The active atomic states in document order.
    public let states: [StateID]
    public let since: PartialDate
    public let clock: ClockReading?
    /// Whether the clock's limit itself is a figure that no source confirms.
    public let isLimitUnconfirmed: Bool
    /// The date by which the next thing must happen: the review clock's, or the nearest deadline's.
    public let due: DateBounds?
    public let isOverdue: Bool
    public let turn: StateDetail.Turn
    /// The body whose turn it is, where it is a body's.
    public let turnBody: BodyID?
    public let outcome: Decision.Outcome?
    public let approval: Approval?
    /// Changes of approvals elsewhere on which the case or its approval rests.
    public let flags: [Approval.Flag]
    /// Events that the applicant transcribed from letters.
    public let transcribed: [Int]
    public let replacedBy: CaseName?
    public let version: Int
    public let isOver: Bool

    /// `colon-cade/SG`.
    public var fullName: String { "\(submission)/\(name)" }
}

/// The status of one submission as it was known at an instant.
public struct StatusReport: Hashable, Sendable {
    public let submission: SubmissionName
    public let product: ProductID
    public let productVersion: String
    public let asOf: Instant
    /// The workspace's zone, in which a day given with `--as-of` ended.
    public let zone: Zone
    public let isSimulated: Bool
    public let version: Int
    public let rows: [StatusRow]
    public let questions: [Question]
}
