package import Testing

/// What starts processes, many threads or a server runs beside at most one of its kind, of whatever target.
///
/// All at once such tests would fight for the processors, and each would take as long as all of them together. A test that
/// waits for its turn takes no place of the runner's, and its time limit has not begun; the duration that the runner
/// prints counts the wait.
package struct TurnTrait: TestTrait, SuiteTrait, TestScoping {
    /// In front of a suite, it is each test of the suite that takes a turn.
    package var isRecursive: Bool { true }

    /// Around a test with all its arguments, and not around each of them: there it would count towards the time limit.
    package func scopeProvider(for test: Test, testCase: Test.Case?) -> TurnTrait? {
        test.isSuite || testCase != nil ? nil : self
    }

    package func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @Sendable () async throws -> Void
    ) async throws {
        await TurnQueue.shared.take()
        defer { TurnQueue.shared.give() }
        try await function()
    }
}

extension Trait where Self == TurnTrait {
    /// Takes turns with every other test of this trait.
    package static var takesTurns: Self { TurnTrait() }
}
