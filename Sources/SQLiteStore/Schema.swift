import GRDB

/// The tables of a workspace, and how those of an earlier release become today's.
///
/// Migrations are SQL text. `user_version` is the number of the last one, so that opening a database that is up to date
/// costs one pragma.
struct Schema: Sendable {
    /// Marks the file as a workspace of Tasuki: `task` in ASCII.
    static let applicationID = 0x7461_736B

    /// The tables of this release.
    ///
    /// Until 1.0 there is one migration, which a change edits in place; it then takes the next number, so that a
    /// workspace made before is refused in words. From 1.0 on migrations are only added.
    static let current = Schema(first: 4, migrations: [logTables + sideTables + accountTables + projectionTables])

    /// The number of the first migration, which makes the tables of an empty database.
    let first: Int
    let migrations: [String]

    /// The number of the last migration.
    var version: Int { first + migrations.count - 1 }

    func migrate(_ pool: DatabasePool) throws {
        var migrator = DatabaseMigrator()
        for (number, sql) in zip(first..., migrations) {
            migrator.registerMigration("\(number)") { db in
                try db.execute(sql: sql)
                try db.execute(sql: "PRAGMA application_id = \(Self.applicationID); PRAGMA user_version = \(number)")
            }
        }
        try migrator.migrate(pool)
    }
}
