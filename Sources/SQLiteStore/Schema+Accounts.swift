extension Schema {
    /// Who may come in; only added to, as the log is.
    static let accountTables = """
        CREATE TABLE accountEvent (
            number INTEGER PRIMARY KEY CHECK (number >= 1),
            recordedAt INTEGER NOT NULL,
            recordedBy TEXT NOT NULL CHECK (recordedBy <> ''),
            event TEXT NOT NULL CHECK (json_valid(event))
        ) STRICT;
        CREATE TRIGGER accountEventIsNeverUpdated BEFORE UPDATE ON accountEvent
            BEGIN SELECT RAISE(ABORT, 'accountEvent: never changed'); END;
        CREATE TRIGGER accountEventIsNeverDeleted BEFORE DELETE ON accountEvent
            BEGIN SELECT RAISE(ABORT, 'accountEvent: never deleted'); END;

        """
}
