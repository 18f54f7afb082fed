import Regulation
import Statecharts
import Submissions
import Synchronization

/// Procedures and rule sets by their pins, read once and kept: what a pin means never changes.
package final class PinCache: Sendable {
    private struct Known {
        var procedures: [Pin: Procedure] = [:]
        var rules: [Pin: Jurisdiction] = [:]
        /// By the states in which cases stand that are bound alike.
        var postures: [BoundCase.Pins: [Set<StateID>: CasePosture]] = [:]
    }

    /// How many sets of states are kept of one procedure: parts that run side by side have many.
    private static let limit = 1_024

    private let known = Mutex(Known())

    package init() {}

    func procedure(_ pin: Pin, orRead read: () throws -> Procedure?) rethrows -> Procedure? {
        if let procedure = known.withLock({ $0.procedures[pin] }) { return procedure }
        guard let procedure = try read() else { return nil }
        known.withLock { $0.procedures[pin] = procedure }
        return procedure
    }

    func rules(_ pin: Pin, orRead read: () throws -> Jurisdiction?) rethrows -> Jurisdiction? {
        if let rules = known.withLock({ $0.rules[pin] }) { return rules }
        guard let rules = try read() else { return nil }
        known.withLock { $0.rules[pin] = rules }
        return rules
    }

    /// What rows say of cases that are bound as this one and stand in the same states, which does not change either.
    func posture(of subject: Case, orWork work: () throws -> CasePosture) rethrows -> CasePosture {
        let (pins, states) = (subject.pins, subject.configuration.active)
        if let posture = known.withLock({ $0.postures[pins]?[states] }) { return posture }
        let posture = try work()
        known.withLock { known in
            if known.postures[pins, default: [:]].count >= Self.limit { known.postures[pins] = [:] }
            known.postures[pins, default: [:]][states] = posture
        }
        return posture
    }
}
