package import Engine
import GRDB

extension SQLiteSubmissionStore {
    /// Makes a workspace in `folder`, which is made if need be.
    ///
    /// - Throws: ``StoreError/alreadyExists(folder:)``; ``StoreError/notAWorkspace(folder:)``; whatever
    ///   ``init(opening:)`` throws.
    package convenience init(creating folder: String, settings: WorkspaceSettings) throws {
        try self.init(creating: folder, settings: settings, limits: .init())
    }

    /// Opens the workspace in `folder`, brings its tables up to this version and its heads file up to date.
    ///
    /// - Throws: ``StoreError/noWorkspace(folder:)``; ``StoreError/notAWorkspace(folder:)``;
    ///   ``StoreError/newerFormat(found:supported:)``; ``StoreError/olderFormat(found:oldest:)``;
    ///   ``StoreError/notDurable(synchronous:)``.
    package convenience init(opening folder: String) throws {
        try self.init(opening: folder, limits: .init())
    }

    convenience init(creating path: String, settings: WorkspaceSettings, limits: GroupCommit.Limits) throws {
        let folder = WorkspaceFolder(path: path)
        try folder.create()
        try self.init(folder, limits: limits) { db in
            // A workspace that was never finished has no settings yet.
            guard try SettingsRow.read(in: db) == nil else { throw StoreError.alreadyExists(folder: path) }
            try SettingsRow.insert(settings, in: db)
        }
    }

    convenience init(opening path: String, limits: GroupCommit.Limits, schema: Schema = .current) throws {
        let folder = WorkspaceFolder(path: path)
        guard folder.hasDatabase else { throw StoreError.noWorkspace(folder: path) }
        try self.init(folder, limits: limits, schema: schema) { _ in }
    }

    private convenience init(
        _ folder: WorkspaceFolder,
        limits: GroupCommit.Limits,
        schema: Schema = .current,
        founding: (Database) throws -> Void
    ) throws {
        do {
            let pool = try DatabasePool(path: folder.database, configuration: Self.configuration)
            try Self.bringUpToDate(pool, of: folder, to: schema)
            let settled = try pool.writeWithoutTransaction { db in
                try Self.demandDurability(of: db)
                try founding(db)
                guard let settings = try SettingsRow.read(in: db) else {
                    throw StoreError.noWorkspace(folder: folder.path)
                }
                return (settings, try folder.catchUpHeads(in: db))
            }
            self.init(folder: folder, pool: pool, settled: settled.0, heads: settled.1, limits: limits)
            pool.writeWithoutTransaction { [batches] in batches.prepare($0) }
        } catch {
            throw StoreError.translating(error)
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "tasuki"
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        return configuration
    }

    /// GRDB's pool sets `synchronous` to `NORMAL` as it turns the WAL on, after every other hook has run; so it is set
    /// here, afterwards, and read back.
    private static func demandDurability(of db: Database) throws {
        // What a savepoint may have to restore is kept in memory: it need not outlive the process.
        try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY")
        let synchronous = try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? 0
        guard synchronous == 2 else { throw StoreError.notDurable(synchronous: synchronous) }
    }

    private static func bringUpToDate(_ pool: DatabasePool, of folder: WorkspaceFolder, to schema: Schema) throws {
        let (version, isForeign) = try pool.writeWithoutTransaction { db in
            let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            let marked = try Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID
            // Only an empty database may become a workspace, or one that a process began to make and did not finish: the
            // list of migrations is its first table, and has a commit of its own.
            let others = "SELECT count(*) FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations'"
            let isEmpty = try marked || Int.fetchOne(db, sql: others) == 0
            return (version, !isEmpty)
        }
        guard !isForeign else { throw StoreError.notAWorkspace(folder: folder.path) }
        guard version <= schema.version else {
            throw StoreError.newerFormat(found: version, supported: schema.version)
        }
        guard version == 0 || version >= schema.first else {
            throw StoreError.olderFormat(found: version, oldest: schema.first)
        }
        if version < schema.version { try schema.migrate(pool) }
    }
}

extension WorkspaceFolder {
    @discardableResult
    func catchUpHeads(in db: Database) throws -> HeadsFileState {
        try heads.catchUp(latest: { try LogRows.lastHead(in: db) }, heads: { try LogRows.heads(from: $0, in: db) })
    }
}
