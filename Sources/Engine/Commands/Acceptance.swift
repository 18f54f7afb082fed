package import Statecharts
package import Submissions

/// What an accepted command changed.
package struct Acceptance: Hashable, Sendable {
    package let submission: SubmissionName
    /// The case acted upon or opened; `nil` for other commands on the submission.
    package let name: CaseName?
    /// The case's version after the command, or the submission's.
    package let version: Int
    /// Numbers of the events that the command caused.
    package let events: ClosedRange<Int>
    /// What the case came to; `nil` for commands on the submission.
    package let reached: CaseState?

    package init(
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
package struct CaseState: Hashable, Sendable {
    package let procedure: ProcedureID
    package let states: [StateID]

    package init(procedure: ProcedureID, states: [StateID]) {
        self.procedure = procedure
        self.states = states
    }

    init(_ subject: Case, _ bound: BoundCase) {
        procedure = bound.procedure.id
        states = bound.procedure.chart.atomicStates(of: subject.configuration)
    }
}
