import Regulation
import Submissions
import Synchronization

/// Procedures and rule sets by their pins, read once and kept: what a pin means never changes.
package final class PinCache: Sendable {
    private struct Known {
        var procedures: [Pin: Procedure] = [:]
        var rules: [Pin: Jurisdiction] = [:]
    }

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
}
