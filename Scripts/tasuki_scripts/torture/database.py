"""A second reading of a workspace, by another program: hashes, roots, positions and numbers, from nothing but SQL."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import pathlib
import sqlite3
import typing


def node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


class Frontier:
    """The right edge of an RFC 6962 tree: the roots of its perfect subtrees, largest first."""

    def __init__(self, size: int = 0, peaks: typing.Iterable[bytes] = ()) -> None:
        self.size = size
        self.peaks = list(peaks)

    def append(self, leaf: bytes) -> None:
        size, self.size = self.size, self.size + 1
        while size & 1:
            leaf = node(self.peaks.pop(), leaf)
            size >>= 1
        self.peaks.append(leaf)

    @property
    def root(self) -> bytes:
        if not self.peaks:
            return hashlib.sha256(b"").digest()
        root = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            root = node(peak, root)
        return root


@dataclasses.dataclass
class LogMemory:
    """How far a log was read already, so that a long one is read once."""

    frontier: Frontier = dataclasses.field(default_factory=Frontier)
    recorded: int = 0
    numbers: dict[str, int] = dataclasses.field(default_factory=dict)
    heads: dict[int, str] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(frozen=True)
class Kept:
    """A row of the table of kept answers."""

    key: str
    submission: str
    case: str
    version: int
    first: int
    last: int


@dataclasses.dataclass
class Reading:
    """What a reading found: `problems` is empty where the database is sound in itself."""

    problems: list[str] = dataclasses.field(default_factory=list)
    kept: list[Kept] = dataclasses.field(default_factory=list)
    numbers: dict[str, int] = dataclasses.field(default_factory=dict)
    size: int = 0
    head: str = ""


def connect(database: pathlib.Path) -> sqlite3.Connection:
    """Read-only, so that looking changes nothing: whoever opens the workspace next recovers it by itself."""
    return sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=300)


def read(workspace: pathlib.Path, memory: LogMemory | None = None, integrity: bool = False) -> Reading:
    """Reads the log from where `memory` ends, and all of the kept answers."""
    memory = memory if memory is not None else LogMemory()
    found = Reading()
    try:
        with contextlib.closing(connect(workspace / "tasuki.sqlite")) as db:
            db.execute("BEGIN")
            if integrity:
                found.problems += [
                    f"integrity: {text}" for (text,) in db.execute("PRAGMA quick_check(5)") if text != "ok"
                ]
            read_leaves(db, memory, found)
            read_heads(db, memory, found)
            read_projections(db, memory, found)
            rows = db.execute('SELECT key, submission, name, version, "first", "last" FROM idempotency')
            found.kept = [Kept(row[0], row[1], row[2] or "", *row[3:]) for row in rows]
    except sqlite3.Error as error:
        found.problems.append(f"sqlite: {error}")
    found.numbers, found.size = dict(memory.numbers), memory.frontier.size
    found.head = f"{memory.frontier.size} {memory.frontier.root.hex()}"
    return found


def read_leaves(db: sqlite3.Connection, memory: LogMemory, found: Reading) -> None:
    frontier, say = memory.frontier, found.problems.append
    roots = {
        size: root.hex()
        for size, root in db.execute("SELECT size, root FROM head WHERE size > ? ORDER BY size", (frontier.size,))
    }
    query = (
        "SELECT position, submission, number, bytes, hash, recordedAt FROM leaf WHERE position >= ? ORDER BY position"
    )
    (count,) = db.execute("SELECT count(*) FROM leaf").fetchone()
    for position, submission, number, data, digest, recorded in db.execute(query, (frontier.size,)):
        if position != frontier.size:
            say(f"leaf {position} stands where {frontier.size} should")
            return
        if hashlib.sha256(b"\x00" + data).digest() != digest:
            say(f"leaf {position} has another hash than its bytes")
        if number is not None:
            expected = memory.numbers.get(submission, 0) + 1
            if number != expected:
                say(f"leaf {position} is number {number} of {submission}, not {expected}")
            memory.numbers[submission] = number
        if recorded < memory.recorded:
            say(f"leaf {position} was recorded before the one in front of it")
        memory.recorded = max(memory.recorded, recorded)
        frontier.append(digest)
        root = roots.pop(frontier.size, None)
        if root is not None:
            memory.heads[frontier.size] = root
            if root != frontier.root.hex():
                say(f"the head of size {frontier.size} is not the root of its leaves")
    if roots:
        say(f"heads without leaves: {sorted(roots)[:3]}")
    if count != frontier.size:
        say(f"{count} leaves, but {frontier.size} were read before and now")


def read_heads(db: sqlite3.Connection, memory: LogMemory, found: Reading) -> None:
    last = db.execute("SELECT size, root FROM head ORDER BY size DESC LIMIT 1").fetchone()
    edge = db.execute("SELECT size, peaks FROM frontier").fetchone()
    if (last[0] if last else 0) != memory.frontier.size:
        found.problems.append(f"the last head is of size {last and last[0]}, the log of {memory.frontier.size}")
    elif last and last[1] != memory.frontier.root:
        found.problems.append(f"the last head, of size {last[0]}, has another root than the log")
    if edge and (edge[0], edge[1]) != (memory.frontier.size, b"".join(memory.frontier.peaks)):
        found.problems.append("the stored edge of the tree is not that of the log")


def read_projections(db: sqlite3.Connection, memory: LogMemory, found: Reading) -> None:
    rows = dict(db.execute("SELECT name, version FROM submissionRow"))
    if rows != memory.numbers:
        names = [name for name in rows.keys() | memory.numbers.keys() if rows.get(name) != memory.numbers.get(name)]
        found.problems.append(f"the list of submissions differs from the log at {sorted(names)[:3]}")
    behind = db.execute(
        """SELECT k.submission, k.name, max(k.version), c.version FROM idempotency k
           LEFT JOIN caseRow c ON c.submission = k.submission AND c.name = k.name
           WHERE k.name IS NOT NULL GROUP BY k.submission, k.name
           HAVING c.version IS NULL OR c.version < max(k.version)"""
    ).fetchall()
    if behind:
        found.problems.append(f"rows of cases are behind the answers that were given: {behind[:3]}")


# What lists are read from, and the nodes of the tree; a snapshot may be of any age, so it is not among them.
LISTS = ["submissionRow", "caseRow", "approvalRow", "relianceRow", "treeNode"]


def lists(workspace: pathlib.Path) -> dict[str, str]:
    """A digest of the rows of each list, in the order of all their columns."""
    digests = {}
    with contextlib.closing(connect(workspace / "tasuki.sqlite")) as db:
        db.execute("BEGIN")
        there = {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        for table in LISTS:
            if table in there:
                columns = len(db.execute(f"PRAGMA table_info({table})").fetchall())
                order = ", ".join(str(number) for number in range(1, columns + 1))
                digest = hashlib.sha256()
                for row in db.execute(f"SELECT * FROM {table} ORDER BY {order}"):
                    digest.update(repr(row).encode() + b"\n")
                digests[table] = digest.hexdigest()
    return digests


def check_heads_file(workspace: pathlib.Path, memory: LogMemory, is_caught_up: bool) -> list[str]:
    """Every whole line of the file outside must be a head of the log; after an opening the last is there as well."""
    path = workspace / "heads"
    if not path.exists():
        return ["there is no heads file"] if is_caught_up and memory.heads else []
    text = path.read_bytes()
    lines = text.split(b"\n")
    cut, problems = lines.pop(), []
    for number, line in enumerate(lines, 1):
        size, _, root = line.decode("ascii", "replace").partition(" ")
        if not size.isdigit() or memory.heads.get(int(size)) != root:
            problems.append(f"heads:{number} holds {line[:90]!r}, which the log does not know")
    if is_caught_up and memory.heads:
        last = max(memory.heads)
        if f"{last} {memory.heads[last]}".encode() not in lines[-4096:]:
            problems.append(f"the heads file lacks the last head, of size {last}, after an opening")
        if cut:
            problems.append("the heads file ends inside a line after an opening")
    return problems[:5]
