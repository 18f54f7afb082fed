extension Schema {
    /// What stands beside the log: settings, pinned rules, texts that may be erased, answers and pending commands.
    static let sideTables = """
        CREATE TABLE workspace (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            format INTEGER NOT NULL CHECK (format >= 1),
            clock TEXT NOT NULL CHECK (clock IN ('wall', 'simulated')),
            simulatedNow INTEGER,
            zone TEXT NOT NULL CHECK (json_valid(zone)),
            CHECK ((clock = 'simulated') = (simulatedNow IS NOT NULL))
        ) STRICT;
        CREATE TRIGGER workspaceIsFixed BEFORE UPDATE ON workspace
            WHEN NEW.clock <> OLD.clock OR NEW.zone <> OLD.zone OR NEW.simulatedNow < OLD.simulatedNow
            BEGIN SELECT RAISE(ABORT, 'workspace: its clock and zone are fixed, and time moves forward'); END;
        CREATE TRIGGER workspaceIsNeverDeleted BEFORE DELETE ON workspace
            BEGIN SELECT RAISE(ABORT, 'workspace: never deleted'); END;

        CREATE TABLE pinned (
            pin TEXT PRIMARY KEY CHECK (pin <> ''),
            body TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER pinnedIsNeverUpdated BEFORE UPDATE ON pinned
            BEGIN SELECT RAISE(ABORT, 'pinned: what a pin means never changes'); END;
        CREATE TRIGGER pinnedIsNeverDeleted BEFORE DELETE ON pinned
            BEGIN SELECT RAISE(ABORT, 'pinned: what a pin means never changes'); END;

        CREATE TABLE committedText (
            commitment TEXT PRIMARY KEY CHECK (commitment <> ''),
            salt BLOB,
            text TEXT,
            CHECK ((salt IS NULL) = (text IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER committedTextIsOnlyErased BEFORE UPDATE ON committedText
            WHEN NEW.commitment <> OLD.commitment OR NEW.text IS NOT NULL
            BEGIN SELECT RAISE(ABORT, 'committedText: may only be erased'); END;

        CREATE TABLE idempotency (
            actor TEXT NOT NULL,
            key TEXT NOT NULL,
            request BLOB NOT NULL CHECK (length(request) = 32),
            submission TEXT NOT NULL,
            name TEXT,
            version INTEGER NOT NULL,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            -- The procedure of the case and the states that it came to.
            reached TEXT,
            PRIMARY KEY (actor, key),
            CHECK (first <= last)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE dependency (
            id INTEGER PRIMARY KEY,
            target TEXT NOT NULL,
            cause TEXT NOT NULL,
            flags TEXT NOT NULL CHECK (json_valid(flags)),
            done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1)),
            UNIQUE (cause, target)
        ) STRICT;
        CREATE INDEX dependencyPending ON dependency (id) WHERE done = 0;

        """
}
