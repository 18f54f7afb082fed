"""Shows that the harness can fail: workspaces are sabotaged in ways that must be noticed."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3

from . import database, drivers, judge, powercut
from . import ground as grounds
from . import ledger as ledgers

# What is done to the database, and a word of what must be said of it.
SABOTAGE: list[tuple[str, str, str]] = [
    ("an answer that is gone", "DELETE FROM idempotency WHERE key = :ok", "LOST"),
    ("an answer with another event", 'UPDATE idempotency SET "last" = "last" + 1 WHERE key = :ok', "and is kept as"),
    (
        "an answer with another version",
        "UPDATE idempotency SET version = version + 1 WHERE key = :ok",
        "and is kept as",
    ),
    ("a refused request that is there", "UPDATE idempotency SET key = :refused WHERE key = :ok", "was refused"),
    ("a request that nobody sent", "UPDATE idempotency SET key = 'nobody' WHERE key = :ok", "nobody sent"),
    (
        "an answer twice",
        """INSERT INTO idempotency SELECT actor || '2', key, request, submission, name, version, "first",
                           "last" FROM idempotency WHERE key = :ok""",
        "2 times",
    ),
    (
        "a leaf whose bytes changed",
        "UPDATE leaf SET bytes = CAST(bytes || x'20' AS BLOB) WHERE position = 20",
        "another hash",
    ),
    (
        "a leaf with another hash",
        "UPDATE leaf SET hash = zeroblob(32), bytes = bytes WHERE position = 20",
        "another hash",
    ),
    (
        "the last leaf gone",
        "DELETE FROM leaf WHERE position = (SELECT max(position) FROM leaf)",
        "heads without leaves",
    ),
    ("a leaf in the middle gone", "DELETE FROM leaf WHERE position = 30", "stands where"),
    (
        "a number that jumps",
        "UPDATE leaf SET number = number + 100 WHERE position = (SELECT max(position) FROM leaf)",
        "is number",
    ),
    ("a time that goes back", "UPDATE leaf SET recordedAt = 1 WHERE position = 40", "recorded before"),
    (
        "a head with another root",
        "UPDATE head SET root = zeroblob(32) WHERE size = (SELECT max(size) FROM head)",
        "root",
    ),
    ("the last head gone", "DELETE FROM head WHERE size = (SELECT max(size) FROM head)", "last head"),
    ("another edge of the tree", "UPDATE frontier SET peaks = zeroblob(length(peaks))", "edge"),
    (
        "a list that is behind",
        "UPDATE submissionRow SET version = version - 1 WHERE name = 't0'",
        "list of submissions",
    ),
    (
        "a case that is behind",
        "UPDATE caseRow SET version = 1 WHERE submission = 't0' AND name = 'SG'",
        "rows of cases",
    ),
]


def run(ground: grounds.Ground) -> int:
    """The number of sabotages that went unnoticed."""
    site = ground.site()
    outcome = drivers.HTTPDriver(ground.program).start(site, 1, actions=150).wait()
    assert outcome.is_done, outcome
    missed = 0

    def show(name: str, problems: list[str], expected: str) -> None:
        nonlocal missed
        noticed = any(expected in problem for problem in problems)
        missed += not noticed
        print(f"{'✔' if noticed else '✘'} {name}: {problems[0][:110] if problems else 'not noticed'}")

    sound = problems_of(site)
    print(f"{'✘' if sound else '✔'} the workspace as it is: {sound[:3] or 'sound'}")
    missed += bool(sound)
    for name, sql, expected in SABOTAGE:
        copy = copy_of(ground, site)
        sabotage(copy, sql)
        show(name, problems_of(copy), expected)
        ground.drop(copy)
    copy = copy_of(ground, site)
    with open(copy.folder / "heads", "a", encoding="ascii") as file:
        file.write(f"100000 {'ab' * 32}\n")
    show("a heads file that knows more", problems_of(copy), "does not know")
    ground.drop(copy)
    for name, feed, expected in (
        ("two answers to one request", ["ok x t0 SG 1 2 3", "ok x t0 SG 1 2 4"], "was answered with"),
        ("a refusal after an acceptance", ["ok x t0 SG 1 2 3", "refused x code"], "then refused"),
        ("a driver's line that is none", ["ok x t0"], "is none"),
    ):
        told = ledgers.Ledger()
        for line in feed:
            told.feed(line)
        show(name, told.contradictions, expected)
    show("a promise that nothing was kept", broken_promise(site), "promises")
    show("a disk that lies about every sync", losses_of_a_lie(ground), "LOST")
    show("a fault that was asked for", faults_met(ground), "pwrite w 5")
    return missed


def problems_of(site: grounds.Site) -> list[str]:
    memory = database.LogMemory()
    reading = database.read(site.folder, memory, integrity=True)
    verdict = judge.compare(site.ledger, reading)
    return reading.problems + verdict.problems + database.check_heads_file(site.folder, memory, False)


def copy_of(ground: grounds.Ground, site: grounds.Site) -> grounds.Site:
    folder = ground.place("sabotaged")
    shutil.copytree(site.folder, folder)
    return grounds.Site(folder, site.ledger)


def sabotage(site: grounds.Site, sql: str) -> None:
    entries, _ = site.ledger.snapshot()
    # The last one, so that its events are at the end of a submission.
    key = [key for key, entry in entries.items() if entry.state == "ok"][-1]
    refused = [key for key, entry in entries.items() if entry.state == "refused"][0]
    with contextlib.closing(sqlite3.connect(site.database)) as db:
        for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {name}")
        db.execute("PRAGMA ignore_check_constraints = ON")
        db.execute(sql, {name: value for name, value in (("ok", key), ("refused", refused)) if f":{name}" in sql})
        db.commit()


def broken_promise(site: grounds.Site) -> list[str]:
    told = site.ledger.copy()
    entry = next(entry for entry in told.entries.values() if entry.state == "ok")
    entry.state, entry.code = "failed", "store.disk-full"
    return judge.compare(told, database.read(site.folder)).problems


def losses_of_a_lie(ground: grounds.Ground) -> list[str]:
    """Nothing but the model of the disk can lose what was acknowledged here; so it must be able to."""
    site, journal = ground.site(), ground.place("journal")
    disk = powercut.Disk(site.folder)
    environment = ground.faults(site, journal=str(journal), lie="100")
    run = drivers.HTTPDriver(ground.program).start(site, 2, seconds=drivers.UNTIL_ENDED, environment=environment)
    run.wait_more(50)
    run.kill()
    run.wait()
    disk.replay(journal)
    image = grounds.Site(ground.place("image"), site.ledger)
    disk.image(image.folder, "none", ground.random("self-test", 1))
    return judge.compare(image.ledger, database.read(image.folder)).problems


def faults_met(ground: grounds.Ground) -> list[str]:
    site, trace = ground.site(), ground.place("trace")
    environment = ground.faults(site, rules="pwrite:w:EIO:nth:3", trace=str(trace))
    drivers.HTTPDriver(ground.program).start(site, 3, actions=20, environment=environment).wait()
    return trace.read_text().splitlines() if trace.exists() else []
