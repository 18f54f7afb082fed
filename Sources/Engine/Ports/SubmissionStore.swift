package import CanonicalJSON
package import Regulation
package import Submissions

/// Where submissions are kept: implemented by `SQLiteStore`.
///
/// A store may run several bodies in one transaction; it answers only once the commit that holds the body's writes is
/// durable, and a body that throws leaves nothing behind. Where another body of the transaction throws, a body may be run
/// again: what its last run did and gave is what counts, so that it must do nothing but by the transaction.
package protocol SubmissionStore: Sendable {
    func write<Output: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws -> Output
    ) async throws -> Output

    /// Reads one consistent state; never waits for a writer.
    func read<Output: Sendable>(_ body: @escaping @Sendable (any StoreReader) throws -> Output) async throws -> Output

    /// Another number whenever something was committed since the last call, by whichever process.
    ///
    /// Looks at the store each time, and takes microseconds.
    func changeCount() throws -> Int

    /// Ends with every accepted write durable and the heads file up to date.
    func close() async throws
}

/// All that may be read inside a transaction.
///
/// What needs one of these ports alone asks for that one, and says so by its parameter.
package protocol StoreReader: EventLog, CaseLists, LogScan, SideTables {}

/// What may be written inside a transaction.
package protocol StoreTransaction: StoreReader {
    /// Appends the events, extends the tree, and brings every projection up to date.
    ///
    /// - Precondition: the addition was made from the submission as this transaction reads it.
    func append(_ addition: LogAddition) throws
    /// Appends a refusal as a leaf of its own; it changes no version.
    func appendRefusal(_ leaf: JSONValue, of name: SubmissionName, at instant: Instant) throws
    func keep(_ texts: [CommittedText]) throws
    func pin(_ body: String, as pin: Pin) throws
    func keep(_ answer: KeptAnswer, to key: IdempotencyKey) throws
    func enqueue(_ dependency: Dependency) throws
    func finish(_ dependency: Dependency) throws
    func setSimulatedNow(_ instant: Instant) throws
}
