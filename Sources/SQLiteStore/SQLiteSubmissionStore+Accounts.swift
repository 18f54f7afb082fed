package import Accounts
import GRDB
package import Regulation

extension SQLiteSubmissionStore: AccountStore {
    package func accountRecords(after number: Int) async throws -> [AccountRecord] {
        try await inspecting { db in
            let sql = "SELECT number, recordedAt, recordedBy, event FROM accountEvent WHERE number > ? ORDER BY number"
            return try db.rows(sql, [number]) { row in
                guard let event = try? AccountCodec.event(from: try row.text(3)) else {
                    throw StoreError.damaged(reason: "an event of accounts is malformed")
                }
                return AccountRecord(
                    number: try row.integer(0),
                    recordedAt: Instant(millisecondsSinceEpoch: Int64(try row.integer(1))),
                    recordedBy: try row.text(2),
                    event: event
                )
            }
        }
    }

    package func append(
        _ events: [AccountEvent],
        after number: Int,
        at instant: Instant,
        by recorder: String
    ) async throws {
        try await commits.submit { transaction in
            let db = transaction.db
            let last = try Int.fetchOne(db.cachedStatement(sql: "SELECT max(number) FROM accountEvent")) ?? 0
            guard last == number else { throw AccountFault.changedMeanwhile }
            for (offset, event) in events.enumerated() {
                try db.run(
                    "INSERT INTO accountEvent (number, recordedAt, recordedBy, event) VALUES (?, ?, ?, ?)",
                    [number + 1 + offset, instant.millisecondsSinceEpoch, recorder, AccountCodec.text(of: event)]
                )
            }
        }
    }
}
