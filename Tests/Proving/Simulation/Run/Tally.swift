/// What happened in a run, counted, so that a run that did little is seen.
package struct Tally: Hashable, Sendable {
    package var seeds = 0
    package var steps = 0
    package var commands = 0
    package var accepted = 0
    package var refused = 0
    package var unanswered = 0
    package var failed = 0
    package var events = 0
    package var deadlinesFired = 0
    package var approvals = 0
    package var flags = 0
    package var checks = 0
    package var faults: [String: Int] = [:]
    /// Answers by their code.
    package var answers: [String: Int] = [:]

    package init() {}

    package static func += (left: inout Tally, right: Tally) {
        left.seeds += right.seeds
        left.steps += right.steps
        left.commands += right.commands
        left.accepted += right.accepted
        left.refused += right.refused
        left.unanswered += right.unanswered
        left.failed += right.failed
        left.events += right.events
        left.deadlinesFired += right.deadlinesFired
        left.approvals += right.approvals
        left.flags += right.flags
        left.checks += right.checks
        left.faults.merge(right.faults) { $0 + $1 }
        left.answers.merge(right.answers) { $0 + $1 }
    }
}
