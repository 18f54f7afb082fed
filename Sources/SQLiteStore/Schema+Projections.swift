extension Schema {
    /// What lists were read from in version 1; version 2 puts ``listTables`` in its place.
    static let projectionTables = """
        CREATE TABLE submissionRow (
            name TEXT PRIMARY KEY,
            product TEXT NOT NULL,
            version INTEGER NOT NULL CHECK (version >= 1)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE caseRow (
            submission TEXT NOT NULL REFERENCES submissionRow (name),
            product TEXT NOT NULL,
            name TEXT NOT NULL,
            jurisdiction TEXT NOT NULL,
            route TEXT NOT NULL,
            version INTEGER NOT NULL CHECK (version >= 1),
            isOver INTEGER NOT NULL CHECK (isOver IN (0, 1)),
            isReplaced INTEGER NOT NULL CHECK (isReplaced IN (0, 1)),
            PRIMARY KEY (submission, name)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX caseRowByProduct ON caseRow (product);
        CREATE INDEX caseRowByJurisdiction ON caseRow (jurisdiction);

        CREATE TABLE approvalRow (
            id TEXT PRIMARY KEY,
            product TEXT NOT NULL,
            body TEXT NOT NULL CHECK (json_valid(body))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX approvalRowByProduct ON approvalRow (product);

        """
}
