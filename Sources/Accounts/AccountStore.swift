package import Regulation

/// Where the events of accounts are kept: beside the log, in the same workspace.
package protocol AccountStore: Sendable {
    /// Another number whenever something was committed since the last call, by whichever process.
    func changeCount() throws -> Int
    /// The events after the one of that number, in order.
    func accountRecords(after number: Int) async throws -> [AccountRecord]
    /// Appends events; answers once they are durable.
    ///
    /// - Parameters:
    ///   - events: What happened, in order.
    ///   - number: The number of the last event on which that was decided.
    ///   - instant: When.
    ///   - recorder: Who recorded it.
    /// - Throws: ``AccountFault/changedMeanwhile`` where there are more events by now; nothing is appended then.
    func append(_ events: [AccountEvent], after number: Int, at instant: Instant, by recorder: String) async throws
}
