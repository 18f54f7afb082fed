extension Schema {
    /// Version 3: in which capacities the holder of a case may do something, and indexes for every list of cases.
    ///
    /// The column is right only once the rows are made again, which `upkeep` asks for; what version 2 knew stays readable
    /// until then.
    static let turnIndexes = """
        ALTER TABLE caseRow ADD COLUMN movers TEXT NOT NULL DEFAULT '';

        DROP INDEX caseRowByState;
        DROP INDEX caseRowByHolder;
        DROP INDEX caseRowByPlace;
        DROP INDEX caseRowByFlag;
        DROP INDEX caseRowByObligation;
        CREATE INDEX caseRowByPlace ON caseRow (jurisdiction, state, holder, due, submission, name)
            WHERE isReplaced = 0;
        CREATE INDEX caseRowByTurn ON caseRow (holder, movers, due, submission, name) WHERE isReplaced = 0;
        CREATE INDEX caseRowByFlag ON caseRow (flagged, movers, due, submission, name)
            WHERE flagged IS NOT NULL AND isReplaced = 0;
        CREATE INDEX caseRowByObligation ON caseRow (movers, obligation, submission, name)
            WHERE obligation IS NOT NULL;

        INSERT INTO upkeep (id, rebuiltThrough) SELECT 1, '' WHERE EXISTS (SELECT 1 FROM leaf)
            ON CONFLICT (id) DO UPDATE SET rebuiltThrough = '';

        """
}
