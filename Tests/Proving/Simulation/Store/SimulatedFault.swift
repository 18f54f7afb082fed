/// How the simulated disk and process fail.
enum SimulatedFault: Error, Hashable, Sendable {
    /// The process was gone before it answered.
    case processDied
    /// A statement found no room; its savepoint is rolled back.
    case diskFull
    /// The disk did not confirm the commit.
    case commitFailed
    /// A rule of the schema refused a write: always a fault in the program.
    case constraint(String)
}
