package import Engine
package import Regulation
package import Statecharts
package import Submissions

/// Where one case stands, at one instant.
package struct StatusRow: Hashable, Sendable {
    package let submission: SubmissionName
    package let name: CaseName
    package let jurisdiction: JurisdictionCode
    /// The bodies that assess, review and decide, in that order; none for a track of the product.
    package let authority: [BodyID]
    /// Whether it surrounds a decision, such as a change or a registration.
    package let isTrack: Bool
    package let route: RouteName
    /// Names of the route by language, where its jurisdiction has a name of its own for it.
    package let routeNames: [String: String]
    package let participation: Participation?
    /// The hub of the bundle in which it takes part.
    package let bundle: CaseName?
    /// Whether it is the hub of a bundle itself.
    package let isHub: Bool
    package let procedure: ProcedureID
    package let standing: Procedure.Status
    /// The active atomic states in document order.
    package let states: [StateID]
    package let since: PartialDate
    package let clock: ClockReading?
    /// Whether the clock's limit itself is a figure that no source confirms.
    package let isLimitUnconfirmed: Bool
    /// What was to be reported by a day, once it was.
    package let report: ReportTiming?
    /// What is to be done in the case, by whomever, by day.
    package let duties: [Duty]
    package let turn: StateDetail.Turn
    /// The body whose turn it is, where it is a body's.
    package let turnBody: BodyID?
    /// Whose move it is in other parts that run side by side.
    package let otherMovers: [CaseTurn]
    package let outcome: Decision.Outcome?
    package let approval: Approval?
    /// The conditions of that approval.
    package let conditions: [HeldCondition]
    /// Changes of approvals elsewhere on which the case or its approval rests.
    package let flags: [Approval.Flag]
    /// What the applicant transcribed from letters, with what their bodies say of it.
    package let letters: [Transcription]
    package let replacedBy: CaseName?
    package let version: Int
    package let isOver: Bool

    /// Events that the applicant transcribed from letters.
    package var transcribed: [Int] { letters.map(\.event) }
    /// The date by which the next thing must be done, whoever must do it.
    package var due: DateBounds? { duties.next?.date }
    package var isOverdue: Bool { duties.next?.isOverdue ?? false }
    /// Whether that date rests on a figure or on holidays that no official source confirms.
    package var isDueUnconfirmed: Bool { duties.next?.confidence == .unconfirmed }
    /// Whether nobody knows that the rule behind the day held when it was taken.
    package var isFirstDayUnknown: Bool { duties.next?.isFirstDayUnknown ?? false }
    /// Whether the day bears the mark of what is not sure.
    package var isDueDoubtful: Bool { isDueUnconfirmed || isFirstDayUnknown }

    /// Whether it is the capacity's move in some part of the case.
    package func isMove(of capacity: Actor.Capacity) -> Bool {
        guard let own = CaseTurn(capacity) else { return false }
        if otherMovers.contains(own) { return true }
        return switch own {
        case .applicant: turn == .applicant
        case .body(let body): turnBody == body
        case .nobody: false
        }
    }

    /// `colon-cade/SG`.
    package var fullName: String { "\(submission)/\(name)" }

    /// `PMDA → MHLW`.
    package var authorities: String { authority.map(\.rawValue).joined(separator: " → ") }

    /// Whether it belongs to the product, and so is before no authority.
    package var isOfProduct: Bool { isTrack && authority.isEmpty }
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
    /// What is to be done in these cases, and for approvals that were granted outside the workspace, in order.
    package let duties: [Duty]
    package let questions: [Question]
}
