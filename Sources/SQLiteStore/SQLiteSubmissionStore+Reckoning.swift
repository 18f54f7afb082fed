import GRDB

/// What the calendars were by which the dates of the lists were counted.
package struct Reckoning: Hashable, Sendable {
    /// Changes whenever a file may have changed; cheap to find out.
    package let marks: String
    /// Changes with what the files hold.
    package let digest: String

    package init(marks: String, digest: String) {
        self.marks = marks
        self.digest = digest
    }
}

extension SQLiteSubmissionStore {
    /// `nil` where nothing was noted yet.
    package func reckoning() async throws -> Reckoning? {
        try await inspecting { db in
            try Row.fetchOne(db, sql: "SELECT marks, digest FROM reckoning")
                .map { Reckoning(marks: $0["marks"], digest: $0["digest"]) }
        }
    }

    package func note(_ reckoning: Reckoning) async throws {
        try await commits.submit { transaction in
            try transaction.db.execute(
                sql: """
                    INSERT INTO reckoning (id, marks, digest) VALUES (1, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET marks = excluded.marks, digest = excluded.digest
                    """,
                arguments: [reckoning.marks, reckoning.digest]
            )
        }
    }
}
