import GRDB

extension SQLiteSubmissionStore {
    /// Runs one statement beneath the port and gives its rows as text: for tests of the schema itself.
    func execute(_ sql: String) async throws -> [String] {
        try await commits.submit { try Row.fetchAll($0.db, sql: sql).map(\.description) }
    }
}
