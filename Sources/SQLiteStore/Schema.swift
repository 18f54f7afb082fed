import GRDB

/// The tables of a workspace, and how older ones become today's.
///
/// Migrations are SQL text and only ever added to. `user_version` counts them, so that opening a database that is up
/// to date costs one pragma.
enum Schema {
    /// Marks the file as a workspace of Tasuki: `task` in ASCII.
    static let applicationID = 0x7461_736B

    static let migrations = [logTables + sideTables + projectionTables, listTables, turnIndexes]

    static var version: Int { migrations.count }

    static func migrate(_ pool: DatabasePool) throws {
        var migrator = DatabaseMigrator()
        for (index, sql) in migrations.enumerated() {
            migrator.registerMigration("\(index + 1)") { db in
                try db.execute(sql: sql)
                if index == 1 { try TreeNodes.fill(in: db) }
                try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(index + 1)")
            }
        }
        try migrator.migrate(pool)
    }
}
