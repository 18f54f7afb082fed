import Submissions

/// A store as somebody sees it.
struct SeenStore: SubmissionStore {
    private let whole: Tasuki
    private let sight: Sight

    init(_ whole: Tasuki, _ sight: Sight) {
        self.whole = whole
        self.sight = sight
    }

    func read<Output: Sendable>(_ body: @escaping @Sendable (any StoreReader) throws -> Output) async throws -> Output {
        try await whole.store.read { [whole, sight] reader in try body(SeenReader(reader, whole, sight)) }
    }

    /// Nobody decides on an excerpt.
    func write<Output: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws -> Output
    ) async throws -> Output {
        throw NotShown()
    }

    func changeCount() throws -> Int { try whole.store.changeCount() }

    /// It is the whole's to close.
    func close() async throws {}
}

/// Something was asked of an excerpt that only the whole workspace has: a fault of the program, not of who asked.
struct NotShown: Error {}
