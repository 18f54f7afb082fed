import Engine
package import Regulation
package import Statecharts
package import Submissions

/// Where one case stands, at one instant.
package struct StatusRow: Hashable, Sendable {
    package let submission: SubmissionName
    package let name: CaseName
    package let jurisdiction: JurisdictionCode
    /// The bodies that assess, review and decide, in that order.
    package let authority: [BodyID]
    /// Whether it surrounds a decision, such as a change or a registration.
    package let isTrack: Bool
    package let route: RouteName
    /// Names of the route by language, where its jurisdiction has a name of its own for it.
    package let routeNames: [String: String]
    package let participation: Participation?
    package let procedure: ProcedureID
    package let standing: Procedure.Status
    /// The active atomic states in document order.
    package let states: [StateID]
    package let since: PartialDate
    package let clock: ClockReading?
    /// Whether the clock's limit itself is a figure that no source confirms.
    package let isLimitUnconfirmed: Bool
    /// The date by which the next thing must happen: the review clock's, or the nearest deadline's.
    package let due: DateBounds?
    package let isOverdue: Bool
    /// Whether the due date rests on a figure or on holidays that no official source confirms.
    package let isDueUnconfirmed: Bool
    package let turn: StateDetail.Turn
    /// The body whose turn it is, where it is a body's.
    package let turnBody: BodyID?
    package let outcome: Decision.Outcome?
    package let approval: Approval?
    /// Changes of approvals elsewhere on which the case or its approval rests.
    package let flags: [Approval.Flag]
    /// Events that the applicant transcribed from letters.
    package let transcribed: [Int]
    package let replacedBy: CaseName?
    package let version: Int
    package let isOver: Bool

    /// `colon-cade/SG`.
    package var fullName: String { "\(submission)/\(name)" }
}

/// The status of one submission as it was known at an instant.
package struct StatusReport: Hashable, Sendable {
    package let submission: SubmissionName
    package let product: ProductID
    package let productVersion: String
    package let asOf: Instant
    /// The workspace's zone, in which a day given with `--as-of` ended.
    package let zone: Zone
    package let isSimulated: Bool
    package let version: Int
    package let rows: [StatusRow]
    package let questions: [Question]
}
