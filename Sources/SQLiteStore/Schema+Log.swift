extension Schema {
    /// The log itself: leaves and heads are only ever added, one after the other.
    ///
    /// The triggers also defeat `INSERT OR REPLACE`, which would delete without firing a delete trigger: a row that
    /// is not the next one is refused before anything is replaced.
    static let logTables = """
        CREATE TABLE leaf (
            position INTEGER PRIMARY KEY CHECK (position >= 0),
            submission TEXT NOT NULL CHECK (submission <> ''),
            number INTEGER CHECK (number >= 1),
            type TEXT NOT NULL CHECK (type <> ''),
            bytes BLOB NOT NULL,
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            recordedAt INTEGER NOT NULL CHECK (recordedAt >= 0),
            UNIQUE (submission, number)
        ) STRICT;
        CREATE TRIGGER leafFollowsTheLast BEFORE INSERT ON leaf
            WHEN NEW.position IS NOT (SELECT coalesce(max(position), -1) + 1 FROM leaf)
            BEGIN SELECT RAISE(ABORT, 'leaf: not the next position'); END;
        CREATE TRIGGER leafNumbersFollow BEFORE INSERT ON leaf
            WHEN NEW.number IS NOT NULL AND NEW.number IS NOT
                (SELECT coalesce(max(number), 0) + 1 FROM leaf WHERE submission = NEW.submission)
            BEGIN SELECT RAISE(ABORT, 'leaf: not the next number of its submission'); END;
        CREATE TRIGGER leafTimeNeverDecreases BEFORE INSERT ON leaf
            WHEN NEW.recordedAt < (SELECT recordedAt FROM leaf ORDER BY position DESC LIMIT 1)
            BEGIN SELECT RAISE(ABORT, 'leaf: recorded before the last'); END;
        CREATE TRIGGER leafIsNeverUpdated BEFORE UPDATE ON leaf
            BEGIN SELECT RAISE(ABORT, 'leaf: append only'); END;
        CREATE TRIGGER leafIsNeverDeleted BEFORE DELETE ON leaf
            BEGIN SELECT RAISE(ABORT, 'leaf: append only'); END;

        CREATE TABLE head (
            size INTEGER PRIMARY KEY CHECK (size >= 1),
            root BLOB NOT NULL CHECK (length(root) = 32)
        ) STRICT;
        CREATE TRIGGER headFollowsTheLast BEFORE INSERT ON head
            WHEN NEW.size <= (SELECT max(size) FROM head)
            BEGIN SELECT RAISE(ABORT, 'head: not larger than the last'); END;
        CREATE TRIGGER headIsNeverUpdated BEFORE UPDATE ON head
            BEGIN SELECT RAISE(ABORT, 'head: append only'); END;
        CREATE TRIGGER headIsNeverDeleted BEFORE DELETE ON head
            BEGIN SELECT RAISE(ABORT, 'head: append only'); END;

        CREATE TABLE frontier (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            size INTEGER NOT NULL CHECK (size >= 0),
            peaks BLOB NOT NULL CHECK (length(peaks) % 32 = 0)
        ) STRICT;

        """
}
