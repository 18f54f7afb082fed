extension Schema {
    /// What lists are read from, snapshots of long histories, nodes of the tree, and how far a rebuilding has come.
    ///
    /// All of it follows from the log: a migration may drop these tables and put a row into `upkeep`, which says that
    /// they are to be made again. That takes the procedures and rules that the log names, so no SQL can do it.
    static let projectionTables = """
        CREATE TABLE submissionRow (
            name TEXT PRIMARY KEY,
            product TEXT NOT NULL,
            version INTEGER NOT NULL CHECK (version >= 1)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX submissionRowByProduct ON submissionRow (product);

        CREATE TABLE caseRow (
            submission TEXT NOT NULL REFERENCES submissionRow (name),
            name TEXT NOT NULL,
            product TEXT NOT NULL,
            jurisdiction TEXT NOT NULL,
            route TEXT NOT NULL,
            isTrack INTEGER NOT NULL CHECK (isTrack IN (0, 1)),
            version INTEGER NOT NULL CHECK (version >= 1),
            procedure TEXT NOT NULL,
            state TEXT NOT NULL,
            turn TEXT NOT NULL,
            due INTEGER NOT NULL,
            deadline INTEGER,
            applicantDue INTEGER,
            flagged TEXT,
            looksOutside INTEGER NOT NULL CHECK (looksOutside IN (0, 1)),
            isOver INTEGER NOT NULL CHECK (isOver IN (0, 1)),
            isReplaced INTEGER NOT NULL CHECK (isReplaced IN (0, 1)),
            movers TEXT NOT NULL,
            isDueUnconfirmed INTEGER NOT NULL CHECK (isDueUnconfirmed IN (0, 1)),
            isFirstDayUnknown INTEGER NOT NULL CHECK (isFirstDayUnknown IN (0, 1)),
            dueEarliest INTEGER CHECK (dueEarliest <= due),
            PRIMARY KEY (submission, name)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX caseRowByDue ON caseRow (due, submission, name) WHERE isReplaced = 0;
        CREATE INDEX caseRowByJurisdiction ON caseRow (jurisdiction, due, submission, name) WHERE isReplaced = 0;
        CREATE INDEX caseRowByPlace ON caseRow (jurisdiction, state, turn, due, submission, name)
            WHERE isReplaced = 0;
        CREATE INDEX caseRowByTurn ON caseRow (turn, movers, due, submission, name) WHERE isReplaced = 0;
        CREATE INDEX caseRowByFlag ON caseRow (flagged, movers, due, submission, name)
            WHERE flagged IS NOT NULL AND isReplaced = 0;
        CREATE INDEX caseRowByApplicantDue ON caseRow (movers, applicantDue, submission, name)
            WHERE applicantDue IS NOT NULL;
        CREATE INDEX caseRowByDeadline ON caseRow (deadline, submission, name) WHERE deadline IS NOT NULL;
        CREATE INDEX caseRowLookingOutside ON caseRow (submission) WHERE looksOutside = 1;

        CREATE TABLE approvalRow (
            id TEXT PRIMARY KEY,
            submission TEXT NOT NULL,
            product TEXT NOT NULL,
            body TEXT NOT NULL CHECK (json_valid(body))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX approvalRowByProduct ON approvalRow (product, id);
        CREATE INDEX approvalRowBySubmission ON approvalRow (submission);

        CREATE TABLE relianceRow (
            approval TEXT NOT NULL,
            dependent TEXT NOT NULL,
            submission TEXT NOT NULL,
            PRIMARY KEY (approval, dependent)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX relianceRowBySubmission ON relianceRow (submission);

        CREATE TABLE snapshot (
            submission TEXT PRIMARY KEY,
            number INTEGER NOT NULL CHECK (number >= 1),
            form INTEGER NOT NULL,
            leaf BLOB NOT NULL CHECK (length(leaf) = 32),
            body BLOB NOT NULL,
            digest BLOB NOT NULL CHECK (length(digest) = 32)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE treeNode (
            level INTEGER NOT NULL CHECK (level >= 1),
            place INTEGER NOT NULL CHECK (place >= 0),
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            PRIMARY KEY (level, place)
        ) STRICT, WITHOUT ROWID;

        -- The calendar files by which dates were counted: their marks, then the digest of what they hold.
        CREATE TABLE reckoning (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            marks TEXT NOT NULL,
            digest TEXT NOT NULL
        ) STRICT;

        CREATE TABLE upkeep (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            rebuiltThrough TEXT NOT NULL
        ) STRICT;

        """
}
