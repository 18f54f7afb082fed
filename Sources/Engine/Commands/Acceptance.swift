public import Statecharts
public import Submissions

/// What an accepted command changed.
public struct Acceptance: Hashable, Sendable {
    public let submission: SubmissionName
    /// The case acted upon or opened; `nil` for other commands on the submission.
    public let name: CaseName?
    /// The case's version after the command, or the submission's.
    public let version: Int
    /// Numbers of the events that the command caused.
    public let events: ClosedRange<Int>
    /// What the case came to; `nil` for commands on the submission.
    public let reached: CaseState?

    public init(
        submission: SubmissionName,
        name: CaseName?,
        version: Int,
        events: ClosedRange<Int>,
        reached: CaseState? = nil
    ) {
        self.submission = submission
        self.name = name
        self.version = version
        self.events = events
        self.reached = reached
    }
}

/// The active atomic states of a case, in document order, and the procedure that names them.
public struct CaseState: Hashable, Sendable {
    public let procedure: ProcedureID
    public let states: [StateID]

    public init(procedure: ProcedureID, states: [StateID]) {
        self.procedure = procedure
        self.states = states
    }

    init(_ subject: Case, _ bound: BoundCase) {
        procedure = bound.procedure.id
        states = bound.procedure.chart.atomicStates(of: subject.configuration)
    }
}
