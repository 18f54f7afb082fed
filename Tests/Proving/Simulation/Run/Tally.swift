/// What happened in a run, counted, so that a run that did little is seen.
public struct Tally: Hashable, Sendable {
    public var seeds = 0
    public var steps = 0
    public var commands = 0
    public var accepted = 0
    public var refused = 0
    public var unanswered = 0
    public var failed = 0
    public var events = 0
    public var deadlinesFired = 0
    public var approvals = 0
    public var flags = 0
    public var checks = 0
    public var faults: [String: Int] = [:]
    /// Answers by their code.
    public var answers: [String: Int] = [:]

    public init() {}

    public static func += (left: inout Tally, right: Tally) {
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
